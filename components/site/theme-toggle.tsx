'use client'

import { Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlainButton } from '@/components/ui/plain-button'
import { THEME_COOKIE } from './theme'

type Theme = 'light' | 'dark'

const YEAR_SECONDS = 31_536_000

/** Light or dark; until one is chosen the system decides. */
export function ThemeToggle() {
  const t = useTranslations('site')
  const [theme, setTheme] = useState<Theme | null>(null)
  useEffect(() => {
    // Pages of absence are drawn by the browser, where the script in the head does not run.
    const chosen = chosenTheme()
    if (chosen !== null) {
      document.documentElement.dataset.theme = chosen
    }
    setTheme(shownTheme())
  }, [])
  const next: Theme = theme === 'dark' ? 'light' : 'dark'
  return (
    <PlainButton
      tone="quiet"
      size="small"
      aria-label={next === 'dark' ? t('themeToDark') : t('themeToLight')}
      onClick={() => {
        chooseTheme(next)
        setTheme(next)
      }}
    >
      {next === 'dark' ? <Moon aria-hidden className="size-5" /> : <Sun aria-hidden className="size-5" />}
    </PlainButton>
  )
}

function chosenTheme(): Theme | null {
  const kept = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${THEME_COOKIE}=`))
  const value = kept?.slice(THEME_COOKIE.length + 1)
  return value === 'light' || value === 'dark' ? value : null
}

function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') {
    return chosen
  }
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser the product supports.
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
