import type { Metadata } from 'next'
import { ClientMessages } from '@/components/intl/client-messages'
import { AssignmentForm } from '@/components/settings/assignment-form'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { readAssignmentSettings } from '@/server/class-settings'
import { readClass } from '@/server/classes'
import { formatLocal } from '@/server/zoned-time'
import { currentViewer } from '../../../../../../current-viewer'
import { settle } from '../../../../../../settle'
import { pageLanguage } from '../../../../../page-language'
import { changeSettingsAction } from '../actions'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly class: string; readonly assignment: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'settings')('place') }
}

/** How one assignment is taken and counted. */
export default async function AssignmentSettingsPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { class: classId, assignment: id } = await params
  const path = `/classes/${classId}/settings/${id}`
  const viewer = await currentViewer()
  const settings = settle(await readAssignmentSettings(viewer, classId, id), language, path)
  const { timeZone } = settle(await readClass(viewer, classId), language, path)
  const t = translator(language, 'settings')
  return (
    <ClientMessages language={language} namespaces={['settings']}>
      <PageHeading place={t('place')} title={settings.title[language]}>
        <ButtonLink tone="ink" href={`/${language}/classes/${classId}/settings`}>
          {t('back')}
        </ButtonLink>
      </PageHeading>
      <AssignmentForm
        settings={settings}
        dates={{
          opensAt: formatLocal(settings.opensAt, timeZone),
          dueAt: formatLocal(settings.dueAt, timeZone),
          closesAt: formatLocal(settings.closesAt, timeZone),
        }}
        timeZone={timeZone}
        action={changeSettingsAction}
      />
    </ClientMessages>
  )
}
