import type { Metadata } from 'next'
import { AssignmentCard } from '@/components/assignment/assignment-card'
import { PracticeCard } from '@/components/assignment/practice-card'
import { Gauge } from '@/components/ui/gauge'
import { ButtonLink, TextLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { PageState } from '@/components/ui/page-state'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { listAssignments } from '@/server/assignments'
import { findExercise, getCourse } from '@/server/course'
import { listPractice } from '@/server/practice/read-practice'
import { readProgress } from '@/server/progress/read-progress'
import type { AssignmentView } from '@/server/views/assignment-view'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { chapterHref } from '../../../chapter-href'
import { pageLanguage } from '../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'assignments')('exercises') }
}

/** Every exercise: those given to the viewer's classes, then the others to practise; what to read before, what each is worth. */
export default async function ExercisesPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'assignments')
  const viewer = await currentViewer()
  const all = settle(await listAssignments(viewer), language, '/exercises')
  const practice = settle(await listPractice(viewer), language, '/exercises')
  const read = new Map(
    settle(await readProgress(viewer), language, '/exercises').map(({ chapterId, percent }) => [chapterId, percent]),
  )
  const exercises = all.filter(({ kind }) => kind === 'exercise')
  const classes = [...new Map(exercises.map(({ classId, className }) => [classId, className]))]
  const graded = exercises.filter(({ grade }) => grade !== null).length
  const count = new Set([...exercises, ...practice].map(({ slug }) => slug)).size
  return (
    <>
      <PageHeading place={t('place')} title={t('exercises')} lead={t('exercisesLead', { count })}>
        <ButtonLink href={`/${language}/assignments`}>{translator(language, 'states')('backToWork')}</ButtonLink>
      </PageHeading>
      {count === 0 ? (
        <PageState level="h2" code={t('place')} title={t('exercisesEmptyTitle')} text={t('exercisesEmptyText')} />
      ) : (
        <div className="grid gap-12">
          {exercises.length === 0 ? null : (
            <Gauge value={graded} max={exercises.length} label={t('progress', { graded, total: exercises.length })} />
          )}
          {classes.map(([classId, className]) => (
            <section key={classId} className="grid gap-4">
              <div>
                <p className="stencil text-faint">{t('given')}</p>
                <h2 className="mt-1 text-2xl">{className}</h2>
              </div>
              <ul className="border border-line">
                {exercises
                  .filter((exercise) => exercise.classId === classId)
                  .map((exercise) => (
                    <AssignmentCard
                      key={exercise.id}
                      language={language}
                      assignment={exercise}
                      detail={<AssignedDetail language={language} assignment={exercise} read={read} />}
                    />
                  ))}
              </ul>
            </section>
          ))}
          <section className="grid gap-4">
            <div>
              <h2 className="text-2xl">{t('practiceTitle')}</h2>
              <p className="mt-1 text-soft">{t(practice.length === 0 ? 'practiceNone' : 'practiceText')}</p>
            </div>
            {practice.length === 0 ? null : (
              <ul className="border border-line">
                {practice.map((entry) => (
                  <PracticeCard
                    key={entry.slug}
                    language={language}
                    entry={entry}
                    detail={<ExerciseDetail language={language} read={read} {...entry} />}
                  />
                ))}
              </ul>
            )}
          </section>
        </div>
      )}
    </>
  )
}

/** How much of each chapter the viewer has read, in percent. */
type ReadChapters = ReadonlyMap<string, number>

function AssignedDetail({
  language,
  assignment,
  read,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
  readonly read: ReadChapters
}) {
  const exercise = findExercise(assignment.slug)
  if (exercise === null) return null
  const { goals, minutes, chapter } = exercise
  const points = goals.reduce((sum, goal) => sum + goal.points, 0)
  return <ExerciseDetail language={language} goals={goals.length} {...{ points, minutes, chapter, read }} />
}

/** What an exercise is worth, how long it takes, and the chapter it presumes. */
function ExerciseDetail({
  language,
  goals,
  points,
  minutes,
  chapter,
  read,
}: {
  readonly language: Language
  readonly goals: number
  readonly points: number
  readonly minutes: number
  readonly chapter: string
  readonly read: ReadChapters
}) {
  const t = translator(language, 'assignments')
  const facts = [t('points', { points }), t('goals', { count: goals }), t('minutes', { minutes })]
  const href = chapterHref(language, chapter)
  const percent = read.get(chapter)
  const entry = getCourse().outline?.chapters.find(({ id }) => id === chapter)
  return (
    <p className="mt-1 text-sm">
      {facts.join(' · ')}
      {href === null || entry === undefined ? null : (
        <span className="block">
          {t('readBefore')} <TextLink href={href}>{entry.title[language]}</TextLink>
          {percent === undefined ? null : ` (${t('chapterRead', { percent })})`}
        </span>
      )}
    </p>
  )
}
