import type { ReactNode } from 'react'
import { PageFrame } from '@/components/site/page-frame'
import { translator } from '@/messages/translate'
import { pageLanguage } from '../page-language'
import { PublicAccount } from './public-account'

interface LayoutProps {
  readonly params: Promise<{ readonly locale: string }>
  readonly children: ReactNode
}

/** Pages that are the same for everybody: rendered once, at build. Who is signed in is asked by the browser. */
export default async function PublicLayout({ params, children }: LayoutProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'site')
  return (
    <PageFrame
      language={language}
      entries={[
        { href: `/${language}/chapters`, title: t('course') },
        { href: `/${language}/assignments`, title: t('assignments') },
        { href: `/${language}/search`, title: t('search') },
      ]}
      account={<PublicAccount />}
    >
      {children}
    </PageFrame>
  )
}
