import type { ReactNode } from 'react'
import type { Language } from '@/messages/language'
import { SiteFooter } from './site-footer'
import { type NavigationEntry, SiteHeader } from './site-header'

/** Header, main and footer: what all pages have around their content. */
export function PageFrame({
  language,
  entries,
  account,
  banner = null,
  children,
}: {
  readonly language: Language
  readonly entries: readonly NavigationEntry[]
  readonly account: ReactNode
  readonly banner?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <>
      <SiteHeader language={language} entries={entries} account={account} banner={banner} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-gutter py-10 md:py-14">
        {children}
      </main>
      <SiteFooter language={language} />
    </>
  )
}
