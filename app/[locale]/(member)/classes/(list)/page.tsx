import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { PageState } from '@/components/ui/page-state'
import { translator } from '@/messages/translate'
import { listClasses } from '@/server/classes'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { pageLanguage } from '../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'gradebook')('place') }
}

export default async function ClassesPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'gradebook')
  const work = translator(language, 'assignments')
  const classes = settle(await listClasses(await currentViewer()), language, '/classes')
  const taught = classes.filter((one) => one.role !== 'student')
  return (
    <>
      <PageHeading place={t('place')} title={t('classes')} />
      {taught.length === 0 ? (
        <PageState level="h2" code={t('place')} title={t('noneTitle')} text={t('noneText')} />
      ) : (
        <ul className="grid gap-5 md:grid-cols-2">
          {taught.map((one) => (
            <li key={one.id} className="plate flex flex-wrap items-center justify-between gap-4 p-6">
              <div>
                <h2 className="text-xl">{one.name}</h2>
                <p className="text-sm text-soft">{work('students', { count: one.students })}</p>
              </div>
              <ButtonLink tone="ink" href={`/${language}/classes/${one.id}`} aria-label={`${t('place')} : ${one.name}`}>
                {t('place')}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
