import type { Metadata } from 'next'
import { ClientMessages } from '@/components/intl/client-messages'
import { AccommodationForm } from '@/components/settings/accommodation-form'
import { AccommodationTable } from '@/components/settings/accommodation-table'
import { RescueForm } from '@/components/settings/rescue-form'
import { ButtonLink, TextLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { readClassSettings } from '@/server/class-settings'
import { currentViewer } from '../../../../../current-viewer'
import { settle } from '../../../../../settle'
import { pageLanguage } from '../../../../page-language'
import { grantAction, lookIntoRescueAction, removeAction, takeRescueAction } from './actions'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly class: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'settings')('place') }
}

/** How a class's work is taken and counted: assignments, accommodations, answers that came too late. */
export default async function ClassSettingsPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { class: classId } = await params
  const path = `/classes/${classId}/settings`
  const settings = settle(await readClassSettings(await currentViewer(), classId), language, path)
  const t = translator(language, 'settings')
  return (
    <ClientMessages language={language} namespaces={['settings']}>
      <PageHeading place={t('place')} title={settings.class.name} lead={t('lead')}>
        <ButtonLink tone="ink" href={`/${language}/classes/${classId}`}>
          {translator(language, 'gradebook')('back')}
        </ButtonLink>
      </PageHeading>
      <div className="grid gap-12">
        <section className="grid gap-4">
          <h2 className="text-2xl">{t('assignments')}</h2>
          {settings.assignments.length === 0 ? <p className="text-soft">{t('noAssignment')}</p> : null}
          <ul className="border border-line">
            {settings.assignments.map(({ assignmentId, title }) => (
              <li key={assignmentId} className="border-b border-line px-5 py-4 last:border-b-0">
                <TextLink href={`/${language}${path}/${assignmentId}`}>{title[language]}</TextLink>
              </li>
            ))}
          </ul>
        </section>
        <section className="grid gap-4">
          <h2 className="text-2xl">{t('accommodations')}</h2>
          <AccommodationTable language={language} settings={settings} remove={removeAction} />
          <AccommodationForm settings={settings} action={grantAction} />
        </section>
        <section className="grid gap-4">
          <h2 className="text-2xl">{t('rescue')}</h2>
          <RescueForm classId={classId} look={lookIntoRescueAction} take={takeRescueAction} />
        </section>
      </div>
    </ClientMessages>
  )
}
