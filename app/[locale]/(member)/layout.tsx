import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/site/demo-banner'
import { PageFrame } from '@/components/site/page-frame'
import { ButtonLink } from '@/components/ui/link'
import { translator } from '@/messages/translate'
import { listClasses } from '@/server/classes'
import { env } from '@/server/env'
import { currentViewer } from '../../current-viewer'
import { pageLanguage } from '../page-language'
import { SignOutButton } from '../sign-out-button'

interface LayoutProps {
  readonly params: Promise<{ readonly locale: string }>
  readonly children: ReactNode
}

/** Pages of somebody who is signed in. Each page asks again for what it shows; this only draws the frame. */
export default async function MemberLayout({ params, children }: LayoutProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'site')
  const viewer = await currentViewer()
  const classes = await listClasses(viewer)
  const teaches = classes.ok && classes.value.some((one) => one.role !== 'student')
  return (
    <PageFrame
      language={language}
      banner={env().demo ? <DemoBanner language={language} /> : null}
      entries={[
        { href: `/${language}/chapters`, title: t('course') },
        { href: `/${language}/assignments`, title: t('assignments') },
        ...(teaches ? [{ href: `/${language}/classes`, title: t('gradebook') }] : []),
      ]}
      account={
        viewer === null ? (
          <ButtonLink tone="ink" size="small" href={`/${language}/sign-in`}>
            {t('signIn')}
          </ButtonLink>
        ) : (
          <SignOutButton name={viewer.name} />
        )
      }
    >
      {children}
    </PageFrame>
  )
}
