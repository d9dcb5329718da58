import type { Metadata } from 'next'
import { AssignmentCard } from '@/components/assignment/assignment-card'
import { Gauge } from '@/components/ui/gauge'
import { ButtonLink, TextLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { PageState } from '@/components/ui/page-state'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { listAssignments } from '@/server/assignments'
import { findExercise, getCourse } from '@/server/course'
import type { AssignmentView } from '@/server/views/assignment-view'
import { currentViewer } from '../../../current-viewer'
import { settle } from '../../../settle'
import { chapterHref } from '../../chapter-href'
import { pageLanguage } from '../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'assignments')('exercises') }
}

/** The exercises given to the viewer's classes: where each stands, what to read before it, and what it is worth. */
export default async function ExercisesPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'assignments')
  const all = settle(await listAssignments(await currentViewer()), language, '/exercises')
  const exercises = all.filter(({ kind }) => kind === 'exercise')
  const classes = [...new Map(exercises.map(({ classId, className }) => [classId, className]))]
  const graded = exercises.filter(({ grade }) => grade !== null).length
  return (
    <>
      <PageHeading place={t('place')} title={t('exercises')} lead={t('exercisesLead', { count: exercises.length })}>
        <ButtonLink href={`/${language}/assignments`}>{translator(language, 'states')('backToWork')}</ButtonLink>
      </PageHeading>
      {exercises.length === 0 ? (
        <PageState level="h2" code={t('place')} title={t('exercisesEmptyTitle')} text={t('exercisesEmptyText')} />
      ) : (
        <div className="grid gap-10">
          <Gauge value={graded} max={exercises.length} label={t('progress', { graded, total: exercises.length })} />
          {classes.map(([classId, className]) => (
            <section key={classId} className="grid gap-4">
              <h2 className="text-2xl">{className}</h2>
              <ul className="border border-line">
                {exercises
                  .filter((exercise) => exercise.classId === classId)
                  .map((exercise) => (
                    <AssignmentCard
                      key={exercise.id}
                      language={language}
                      assignment={exercise}
                      detail={<ExerciseDetail language={language} assignment={exercise} />}
                    />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  )
}

function ExerciseDetail({
  language,
  assignment,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
}) {
  const t = translator(language, 'assignments')
  const exercise = findExercise(assignment.slug)
  if (exercise === null) return null
  const { goals, minutes, chapter } = exercise
  const facts = [
    t('points', { points: goals.reduce((sum, goal) => sum + goal.points, 0) }),
    t('goals', { count: goals.length }),
    t('minutes', { minutes }),
  ]
  const href = chapterHref(language, chapter)
  const entry = getCourse().outline?.chapters.find(({ id }) => id === chapter)
  return (
    <p className="mt-1 text-sm">
      {facts.join(' · ')}
      {href === null || entry === undefined ? null : (
        <span className="block">
          {t('readBefore')} <TextLink href={href}>{entry.title[language]}</TextLink>
        </span>
      )}
    </p>
  )
}
