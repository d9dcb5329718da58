import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/intl/client-messages'
import { THEME_SCRIPT } from '@/components/site/theme'
import { LANGUAGES } from '@/messages/language'
import { translator } from '@/messages/translate'
import { fontVariables } from '../fonts'
import { pageLanguage } from './page-language'
import '../globals.css'

interface LayoutProps {
  readonly params: Promise<{ readonly locale: string }>
  readonly children: ReactNode
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#11222c' },
  ],
}

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const language = await pageLanguage(params)
  const t = translator(language, 'common')
  return { title: { default: `Quai · ${t('tagline')}`, template: '%s · Quai' }, description: t('tagline') }
}

export function generateStaticParams(): { locale: string }[] {
  return LANGUAGES.map((locale) => ({ locale }))
}

export default async function RootLayout({ params, children }: LayoutProps) {
  const language = await pageLanguage(params)
  return (
    <html lang={language} className={fontVariables} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, run before the first paint. */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <ClientMessages language={language}>{children}</ClientMessages>
      </body>
    </html>
  )
}
