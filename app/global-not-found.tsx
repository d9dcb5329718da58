import type { Metadata } from 'next'
import { Wordmark } from '@/components/brand/wordmark'
import { ButtonLink } from '@/components/ui/link'
import { PageState } from '@/components/ui/page-state'
import { LANGUAGES } from '@/messages/language'
import { translator } from '@/messages/translate'
import { fontVariables } from './fonts'
import './globals.css'

export const metadata: Metadata = { title: '404 · Quai' }

/** An address that names no language is answered in both. */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <main className="mx-auto grid w-full max-w-page gap-8 px-gutter py-12">
          <Wordmark className="h-10 w-auto justify-self-start" />
          {LANGUAGES.map((language) => {
            const t = translator(language, 'states')
            return (
              <div key={language} lang={language}>
                <PageState
                  level={language === 'fr' ? 'h1' : 'h2'}
                  code={t('notFoundCode')}
                  title={t('notFoundTitle')}
                  text={t('notFoundText')}
                >
                  <ButtonLink tone="ink" href={`/${language}`}>
                    {t('backHome')}
                  </ButtonLink>
                </PageState>
              </div>
            )
          })}
        </main>
      </body>
    </html>
  )
}
