import { AssignmentDatesLine } from '@/components/assignment/assignment-dates'
import { SubmissionHistory } from '@/components/exercise/submission-history'
import { ClientMessages } from '@/components/intl/client-messages'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { findExercise } from '@/server/course'
import { listOwnSubmissions } from '@/server/submissions/read-submission'
import type { AssignmentView } from '@/server/views/assignment-view'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { chapterHref } from '../../../chapter-href'
import { SubmitSession } from './submit-session'

/** An exercise: what is to be done, the goals, where the session is pasted, and what was handed in before. */
export async function ExerciseStart({
  language,
  assignment,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
}) {
  const t = translator(language, 'exercise')
  const exercise = findExercise(assignment.slug)
  const path = `/assignments/${assignment.id}`
  const submissions = settle(await listOwnSubmissions(await currentViewer(), assignment.id), language, path)
  const chapter = chapterHref(language, exercise?.chapter ?? null)
  return (
    <>
      <PageHeading
        place={exercise === null ? t('place') : `${t('place')} · ${t('minutes', { minutes: exercise.minutes })}`}
        title={assignment.title[language]}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-10">
          {exercise === null ? null : (
            <RichText html={exercise.statement[language]} className="rich statement max-w-measure" />
          )}
          <section className="grid gap-4">
            <h2 className="text-2xl">{t('submitTitle')}</h2>
            <p className="max-w-measure text-soft">{t('submitLead')}</p>
            <SubmitPart language={language} assignment={assignment} />
          </section>
        </div>
        <aside className="grid content-start gap-8">
          <section className="plate grid gap-4 p-6">
            <h2 className="text-lg">{t('goals')}</h2>
            <ol className="grid gap-3">
              {exercise?.goals.map((goal) => (
                <li key={goal.id} className="flex items-baseline justify-between gap-4 text-sm">
                  <RichText as="span" html={goal.title[language]} />
                  <span className="whitespace-nowrap text-soft">{t('goalPoints', { points: goal.points })}</span>
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
          <SubmissionHistory language={language} submissions={submissions} timeZone={assignment.timeZone} />
        </aside>
      </div>
    </>
  )
}

function SubmitPart({ language, assignment }: { readonly language: Language; readonly assignment: AssignmentView }) {
  const t = translator(language, 'exercise')
  const refusal = refusalOf(assignment)
  return refusal === null ? (
    <ClientMessages language={language} namespaces={['exercise']}>
      <SubmitSession assignmentId={assignment.id} kept={[findExercise(assignment.slug)?.statement[language] ?? '']} />
    </ClientMessages>
  ) : (
    <Notice tone="caution">{t(refusal)}</Notice>
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
