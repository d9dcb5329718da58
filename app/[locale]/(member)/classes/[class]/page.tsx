import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { Suspense } from 'react'
import { OpenAppeals } from '@/components/exercise/open-appeals'
import { GradebookView } from '@/components/gradebook/gradebook-view'
import { ClientMessages } from '@/components/intl/client-messages'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { LeadSkeleton, PageSkeleton } from '@/components/ui/skeleton'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { readClass } from '@/server/classes'
import { readGradebook } from '@/server/gradebook/read-gradebook'
import { listOpenAppeals } from '@/server/submissions/open-appeals'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { pageLanguage } from '../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly class: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'gradebook')('place') }
}

/** Who may not see the gradebook is told at once, with its status; the gradebook itself may take a moment. */
export default async function GradebookPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { class: id } = await params
  const { role, name } = settle(await readClass(await currentViewer(), id), language, `/classes/${id}`)
  if (role === 'student') {
    forbidden()
  }
  return (
    <Suspense fallback={<GradebookSkeleton language={language} name={name} />}>
      <ClassGradebook language={language} classId={id} />
    </Suspense>
  )
}

async function ClassGradebook({ language, classId }: { readonly language: Language; readonly classId: string }) {
  const t = translator(language, 'gradebook')
  const gradebook = settle(await readGradebook(await currentViewer(), classId), language, `/classes/${classId}`)
  const appeals = settle(await listOpenAppeals(await currentViewer(), classId), language, `/classes/${classId}`)
  return (
    <ClientMessages language={language} namespaces={['gradebook']}>
      <PageHeading
        place={t('place')}
        title={gradebook.class.name}
        lead={t('lead', { students: gradebook.rows.length, assignments: gradebook.columns.length })}
      >
        {gradebook.class.role === 'instructor' ? (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/${language}/classes/${classId}/questions`}>
              {translator(language, 'gallery')('open')}
            </ButtonLink>
            <ButtonLink href={`/${language}/classes/${classId}/settings`}>{t('settings')}</ButtonLink>
          </div>
        ) : null}
      </PageHeading>
      <OpenAppeals language={language} classId={classId} appeals={appeals} />
      <GradebookView gradebook={gradebook} />
    </ClientMessages>
  )
}

/** The gradebook's own heading over what is on its way. */
function GradebookSkeleton({ language, name }: { readonly language: Language; readonly name: string }) {
  return (
    <>
      <PageHeading place={translator(language, 'gradebook')('place')} title={name} lead={<LeadSkeleton />} />
      <PageSkeleton label={translator(language, 'common')('loading')} />
    </>
  )
}
