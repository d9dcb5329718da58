import type { ReactNode } from 'react'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { SiteFooter } from './site-footer'
import { type NavigationEntry, SiteHeader } from './site-header'

/** Skip link, header, main and footer: what all pages have around their content. */
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
  const t = translator(language, 'site')
  return (
    <>
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      {banner}
      <SiteHeader language={language} entries={entries} account={account} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-gutter py-10 md:py-14">
        {children}
      </main>
      <SiteFooter language={language} />
    </>
  )
}
