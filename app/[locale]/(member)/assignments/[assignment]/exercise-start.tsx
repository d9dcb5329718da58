import { AssignmentDatesLine } from '@/components/assignment/assignment-dates'
import { Hints } from '@/components/exercise/hints'
import { Needs } from '@/components/exercise/needs'
import { SubmissionHistory } from '@/components/exercise/submission-history'
import { ClientMessages } from '@/components/intl/client-messages'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { MESSAGES, translator } from '@/messages/translate'
import { readHints } from '@/server/submissions/hints'
import { readExercise } from '@/server/submissions/read-exercise'
import { listOwnSubmissions } from '@/server/submissions/read-submission'
import type { AssignmentView } from '@/server/views/assignment-view'
import type { StudentExercise } from '@/server/views/exercise-view'
import type { GoalHints } from '@/server/views/hint-view'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { chapterHref } from '../../../chapter-href'
import { takeHintAction } from './actions'
import { SubmitSession } from './submit-session'

const INSTALLING = '04-installing'

/** An exercise: what is to be done, the goals, where the session is pasted, and what was handed in before. */
export async function ExerciseStart({
  language,
  assignment,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
}) {
  const t = translator(language, 'exercise')
  const path = `/assignments/${assignment.id}`
  const viewer = await currentViewer()
  const read = await readExercise(viewer, assignment.id)
  const exercise = read.ok ? read.value.exercise : null
  const submissions = settle(await listOwnSubmissions(viewer, assignment.id), language, path)
  return (
    <>
      <PageHeading
        place={exercise === null ? t('place') : `${t('place')} · ${t('minutes', { minutes: exercise.minutes })}`}
        title={assignment.title[language]}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-10">
          {exercise === null ? null : (
            <>
              <RichText html={exercise.statement[language]} className="rich statement max-w-measure" />
              <Needs language={language} installingHref={chapterHref(language, INSTALLING)} />
            </>
          )}
          <section className="grid min-w-0 gap-4">
            <h2 className="text-2xl">{t('submitTitle')}</h2>
            <SubmitPart
              language={language}
              assignment={assignment}
              exercise={exercise}
              draftKey={`${assignment.id}-${viewer?.id ?? ''}`}
            />
          </section>
        </div>
        <aside className="grid content-start gap-8">
          <Goals
            language={language}
            assignment={assignment}
            exercise={exercise}
            hints={settle(await readHints(viewer, assignment.id), language, path)}
          />
          <SubmissionHistory language={language} submissions={submissions} timeZone={assignment.timeZone} />
        </aside>
      </div>
    </>
  )
}

function Goals({
  language,
  assignment,
  exercise,
  hints,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
  readonly exercise: StudentExercise | null
  readonly hints: readonly GoalHints[]
}) {
  const t = translator(language, 'exercise')
  const canTake = assignment.phase === 'open' || assignment.phase === 'late'
  const chapter = chapterHref(language, exercise?.chapter ?? null)
  return (
    <section className="plate grid gap-4 p-6">
      <h2 className="text-lg">{t('goals')}</h2>
      {hints.length === 0 ? null : <p className="text-sm text-soft">{t('hintsText')}</p>}
      <ol className="grid gap-3">
        {exercise?.goals.map((goal) => (
          <li key={goal.id} className="grid gap-2 text-sm">
            <p className="flex items-baseline justify-between gap-4">
              <RichText as="span" html={goal.title[language]} />
              <span className="whitespace-nowrap text-soft">{t('goalPoints', { points: goal.points })}</span>
            </p>
            {hints
              .filter((each) => each.goal === goal.id)
              .map((each) => (
                <Hints
                  key={goal.id}
                  language={language}
                  assignmentId={assignment.id}
                  hints={each}
                  goalTitle={plainText(goal.title[language])}
                  takeHint={canTake ? takeHintAction : null}
                />
              ))}
          </li>
        ))}
      </ol>
      <AssignmentDatesLine language={language} assignment={assignment} />
      {chapter === null ? null : (
        <p className="text-sm">
          <TextLink href={chapter}>{t('reread')}</TextLink>
        </p>
      )}
    </section>
  )
}

function SubmitPart({
  language,
  assignment,
  exercise,
  draftKey,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
  readonly exercise: StudentExercise | null
  readonly draftKey: string
}) {
  const t = translator(language, 'exercise')
  const refusal = refusalOf(assignment)
  if (refusal !== null || exercise === null) {
    return <Notice tone="caution">{t(refusal ?? 'errorNotOpen')}</Notice>
  }
  const { statement, files, questions } = exercise
  return (
    <>
      <p className="max-w-measure text-soft">{t('submitLead')}</p>
      <ClientMessages language={language} namespaces={['exercise']}>
        <SubmitSession
          assignmentId={assignment.id}
          draftKey={draftKey}
          exercise={{ statement, files, questions }}
          remarks={MESSAGES[language].grader.diagnostic}
        />
      </ClientMessages>
    </>
  )
}

function refusalOf({ phase, attemptsMax, attemptsUsed }: AssignmentView) {
  if (phase === 'upcoming') {
    return 'errorNotOpen'
  }
  if (phase === 'closed') {
    return 'errorClosed'
  }
  return attemptsMax !== null && attemptsUsed >= attemptsMax ? 'errorAttempts' : null
}

/** The words of inline HTML, to name a control. */
function plainText(html: string): string {
  return html.replaceAll(/<[^<>]*>/gu, '')
}
