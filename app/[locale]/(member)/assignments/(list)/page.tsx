import type { Metadata } from 'next'
import { AssignmentCard, isToHandIn } from '@/components/assignment/assignment-card'
import { Gauge } from '@/components/ui/gauge'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { PageState } from '@/components/ui/page-state'
import { translator } from '@/messages/translate'
import { listAssignments } from '@/server/assignments'
import { listClasses } from '@/server/classes'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { pageLanguage } from '../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'assignments')('place') }
}

export default async function AssignmentsPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'assignments')
  const viewer = await currentViewer()
  const all = settle(await listAssignments(viewer), language, '/assignments')
  const classes = settle(await listClasses(viewer), language, '/assignments')
  const learning = classes.filter((one) => one.role === 'student')
  const own = all.filter((assignment) => learning.some((one) => one.id === assignment.classId))
  return (
    <>
      <PageHeading
        place={t('place')}
        title={t('title', { name: viewer?.name ?? '' })}
        lead={learning.length === 0 ? undefined : t('lead', { open: own.filter(isToHandIn).length })}
      />
      <div className="grid gap-12">
        {classes.length === 0 ? (
          <PageState level="h2" code={t('place')} title={t('emptyTitle')} text={t('emptyText')} />
        ) : null}
        {classes.map((one) => (
          <section key={one.id} className="grid gap-4">
            <div className="flex flex-wrap items-end justify-between gap-4">
              <div>
                <h2 className="text-2xl">{one.name}</h2>
                <p className="text-sm text-soft">{t('students', { count: one.students })}</p>
              </div>
              {one.role === 'student' ? null : (
                <ButtonLink tone="ink" href={`/${language}/classes/${one.id}`}>
                  {t('toGradebook')}
                </ButtonLink>
              )}
            </div>
            {one.role === 'student' ? (
              <ClassAssignments language={language} assignments={all.filter(({ classId }) => classId === one.id)} />
            ) : null}
          </section>
        ))}
        <ButtonLink className="justify-self-start" href={`/${language}/exercises`}>
          {t('toExercises')}
        </ButtonLink>
      </div>
    </>
  )
}

function ClassAssignments({
  language,
  assignments,
}: {
  readonly language: Parameters<typeof translator>[0]
  readonly assignments: readonly Parameters<typeof isToHandIn>[0][]
}) {
  const t = translator(language, 'assignments')
  const graded = assignments.filter((assignment) => assignment.grade !== null).length
  if (assignments.length === 0) {
    return <PageState level="h2" code={t('place')} title={t('emptyTitle')} text={t('emptyText')} />
  }
  return (
    <>
      <Gauge value={graded} max={assignments.length} label={t('progress', { graded, total: assignments.length })} />
      <ul className="border border-line">
        {assignments.map((assignment) => (
          <AssignmentCard key={assignment.id} language={language} assignment={assignment} />
        ))}
      </ul>
    </>
  )
}
