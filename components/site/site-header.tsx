import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from '@/components/brand/wordmark'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { LanguageSwitch } from './language-switch'
import { NavLink } from './nav-link'
import { ThemeToggle } from './theme-toggle'

export interface NavigationEntry {
  readonly href: string
  readonly title: string
}

/** The head of every page. `account` is who is signed in, or the way to do so. */
export function SiteHeader({
  language,
  entries,
  account,
  banner,
}: {
  readonly language: Language
  readonly entries: readonly NavigationEntry[]
  readonly account: ReactNode
  readonly banner: ReactNode
}) {
  const t = translator(language, 'site')
  return (
    <header className="bg-surface no-print">
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      {banner}
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-2 gap-y-1 md:gap-x-7 px-gutter pt-3 pb-1 md:pb-3">
        <Link href={`/${language}`} aria-label={t('home')} className="mr-auto py-1 text-ink md:mr-2">
          <Wordmark className="h-8 w-auto" />
        </Link>
        <nav
          aria-label={t('mainNavigation')}
          className="order-last -mb-1 w-full md:order-none md:mb-0 md:mr-auto md:w-auto"
        >
          <ul className="flex gap-5 overflow-x-auto">
            {entries.map((entry) => (
              <li key={entry.href}>
                <NavLink href={entry.href}>{entry.title}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex items-center gap-0.5 sm:gap-1">
          <ThemeToggle />
          <LanguageSwitch />
          {account}
        </div>
      </div>
      <div className="neatline" aria-hidden />
    </header>
  )
}
