import type { Metadata } from 'next'
import { ClientMessages } from '@/components/intl/client-messages'
import { DemoBanner } from '@/components/site/demo-banner'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { DEMO_INSTRUCTOR_EMAIL, DEMO_STUDENT_EMAIL } from '@/server/demo/accounts'
import { env } from '@/server/env'
import { pageLanguage } from '../../page-language'
import { returnPath } from './return-path'
import { SignInForm } from './sign-in-form'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'signIn')('title') }
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'signIn')
  const { from } = await searchParams
  const { demo } = env()
  return (
    <ClientMessages language={language} namespaces={['signIn']}>
      <div className="mx-auto max-w-4xl">
        {demo ? (
          <div className="mb-8">
            <DemoBanner language={language} />
          </div>
        ) : null}
        <PageHeading place={t('place')} title={t('title')} />
        <SignInForm
          next={returnPath(from, language)}
          demo={demo ? { student: DEMO_STUDENT_EMAIL, instructor: DEMO_INSTRUCTOR_EMAIL } : null}
        />
      </div>
    </ClientMessages>
  )
}
