import type { Metadata } from 'next'
import { GradebookView } from '@/components/gradebook/gradebook-view'
import { ClientMessages } from '@/components/intl/client-messages'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { readGradebook } from '@/server/gradebook/read-gradebook'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { pageLanguage } from '../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly class: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'gradebook')('place') }
}

export default async function GradebookPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { class: id } = await params
  const t = translator(language, 'gradebook')
  const gradebook = settle(await readGradebook(await currentViewer(), id), language, `/classes/${id}`)
  return (
    <ClientMessages language={language} namespaces={['gradebook']}>
      <PageHeading
        place={t('place')}
        title={gradebook.class.name}
        lead={t('lead', { students: gradebook.rows.length, assignments: gradebook.columns.length })}
      />
      <GradebookView gradebook={gradebook} />
    </ClientMessages>
  )
}
