import { AssignmentDatesLine } from '@/components/assignment/assignment-dates'
import { mayHandIn, refusalToHandIn } from '@/components/assignment/may-hand-in'
import { ExerciseLayout } from '@/components/exercise/exercise-layout'
import { GoalList } from '@/components/exercise/goal-list'
import { HintList } from '@/components/exercise/hint-list'
import { Needs } from '@/components/exercise/needs'
import { SubmissionHistory } from '@/components/exercise/submission-history'
import { ClientMessages } from '@/components/intl/client-messages'
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
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { chapterHref } from '../../../chapter-href'
import { INSTALLING, RereadLink } from '../../exercise-links'
import { SubmitSession } from '../../submit-session'
import { takeHintAction } from './actions'

/**
 * An exercise: what is to be done, the goals, where the session is pasted, hints, and what was handed in before: in that
 * order on a phone and for the keyboard; on a wide screen goals, hints and history stand beside the rest.
 */
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
  const hints = settle(await readHints(viewer, assignment.id), language, path)
  return (
    <>
      <PageHeading
        place={exercise === null ? t('place') : `${t('place')} · ${t('minutes', { minutes: exercise.minutes })}`}
        title={assignment.title[language]}
      />
      <ExerciseLayout
        statement={
          exercise === null ? null : (
            <RichText html={exercise.statement[language]} className="rich statement max-w-measure" />
          )
        }
        goals={
          <GoalList language={language} goals={exercise?.goals ?? []}>
            <AssignmentDatesLine language={language} assignment={assignment} />
            <RereadLink language={language} chapter={exercise?.chapter ?? null} />
          </GoalList>
        }
        session={
          <>
            {exercise === null ? null : (
              <Needs language={language} installingHref={chapterHref(language, INSTALLING)} />
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
          </>
        }
        hints={
          exercise === null || hints.length === 0 ? null : (
            <HintList
              language={language}
              assignmentId={assignment.id}
              goals={exercise.goals}
              hints={hints}
              takeHint={mayHandIn(assignment) ? takeHintAction : null}
            />
          )
        }
        history={<SubmissionHistory language={language} submissions={submissions} timeZone={assignment.timeZone} />}
      />
    </>
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
  const refusal = refusalToHandIn(assignment)
  if (refusal !== null || exercise === null) {
    return <Notice tone="caution">{t(refusal ?? 'errorNotOpen')}</Notice>
  }
  const { statement, files, questions } = exercise
  return (
    <>
      <p className="max-w-measure text-soft">{t('submitLead')}</p>
      <ClientMessages language={language} namespaces={['exercise']}>
        <SubmitSession
          target={{ assignmentId: assignment.id }}
          draftKey={draftKey}
          exercise={{ statement, files, questions }}
          remarks={MESSAGES[language].grader.diagnostic}
        />
      </ClientMessages>
    </>
  )
}
