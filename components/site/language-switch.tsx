'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { LANGUAGE_COOKIE } from '@/messages/language'

const YEAR_SECONDS = 31_536_000

/** Shows the same page in the other language, and remembers the choice for addresses that name none. */
export function LanguageSwitch() {
  const t = useTranslations('site')
  const language = useLocale()
  const pathname = usePathname()
  const other = language === 'fr' ? 'en' : 'fr'
  const href = pathname.replace(/^\/(?:fr|en)(?=\/|$)/, `/${other}`)
  return (
    <Link
      href={href}
      hrefLang={other}
      lang={other}
      prefetch={false}
      title={t('otherLanguageHint')}
      className="inline-flex min-h-10 items-center px-2 text-sm font-semibold text-soft underline-offset-4 hover:text-ink hover:underline"
      onClick={(event) => {
        rememberLanguage(other)
        // An example of a practice terminal stands after the sign, by the same name in both languages.
        if (window.location.hash !== '' && pathname.includes('/practice')) {
          event.preventDefault()
          window.location.assign(href + window.location.hash)
        }
      }}
    >
      {t('otherLanguage')}
    </Link>
  )
}

function rememberLanguage(language: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser the product supports.
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
