import type { ReactNode } from 'react'
import type { Language } from '@/messages/language'
import { MESSAGES, type Messages } from '@/messages/translate'
import { MessagesProvider } from './messages-provider'

/** What every page's client components may need. */
const EVERYWHERE = ['common', 'site', 'states'] as const satisfies readonly (keyof Messages)[]

/** Sends client components the namespaces they use and no others: a page does not carry the whole product's text. */
export function ClientMessages({
  language,
  namespaces = [],
  children,
}: {
  readonly language: Language
  readonly namespaces?: readonly (keyof Messages)[]
  readonly children: ReactNode
}) {
  const all = MESSAGES[language]
  const sent = Object.fromEntries([...EVERYWHERE, ...namespaces].map((namespace) => [namespace, all[namespace]]))
  return (
    <MessagesProvider locale={language} messages={sent}>
      {children}
    </MessagesProvider>
  )
}
