import { AssignmentDatesLine } from '@/components/assignment/assignment-dates'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { RichText } from '@/components/ui/rich-text'
import { Score } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { findQuiz } from '@/server/course'
import type { AssignmentView } from '@/server/views/assignment-view'
import { startAttemptAction } from './actions'

/** What a quiz is and asks for, before it begins. */
export function QuizStart({
  language,
  assignment,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
}) {
  const t = translator(language, 'quiz')
  const quiz = findQuiz(assignment.slug)
  const { grade, latestId } = assignment
  return (
    <>
      <PageHeading
        place={`${t('place')} · ${t('questions', { count: quiz?.questions.length ?? 0 })}`}
        title={assignment.title[language]}
        lead={quiz === null ? undefined : <RichText html={quiz.description[language]} />}
      />
      <div className="grid gap-8 lg:grid-cols-[1.6fr_1fr]">
        <section className="plate grid content-start gap-5 p-6 sm:p-8">
          <h2 className="text-xl">{t('rulesTitle')}</h2>
          <ul className="grid list-[square] gap-2 pl-5 marker:text-signal-ink">
            <li>{t('ruleSaved')}</li>
            {rulesOf(assignment, t).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
            <li className="max-md:hidden">{t('ruleKeys')}</li>
          </ul>
          <AssignmentDatesLine language={language} assignment={assignment} />
          <StartForm language={language} assignment={assignment} />
        </section>
        {grade === null ? null : (
          <div className="grid content-start justify-items-start gap-4">
            <Score
              language={language}
              label={translator(language, 'attempt')('score')}
              points={grade.points}
              max={grade.pointsMax}
            />
            {latestId === null ? null : (
              <ButtonLink href={`/${language}/attempts/${latestId}`}>{t('lastResult')}</ButtonLink>
            )}
          </div>
        )}
      </div>
    </>
  )
}

const COUNTED = { best: 'ruleBest', last: 'ruleLast', average: 'ruleAverage', first: 'ruleFirst' } as const

type Translator = ReturnType<typeof translator<'quiz'>>

/** How this quiz is taken and counted, for this student, one sentence a rule. */
function rulesOf({ quizRules, practice, attemptsMax, dueAt }: AssignmentView, t: Translator): readonly string[] {
  if (quizRules === null) {
    return []
  }
  const { timeLimitMinutes, countedWork, oneWay, certainty, checkAtOnce, lateTimeline } = quizRules
  const attempts = attemptsMax === null ? t('ruleAttemptsFree') : t('ruleAttempts', { max: attemptsMax })
  const counted = attemptsMax === 1 ? attempts : `${attempts} ${t(COUNTED[countedWork])}`
  return [
    practice ? t('rulePractice') : counted,
    ...(timeLimitMinutes === null ? [] : [t('ruleTime', { minutes: timeLimitMinutes })]),
    ...(oneWay ? [t('ruleOneWay')] : []),
    ...(certainty ? [t('ruleCertainty')] : []),
    ...(checkAtOnce ? [t('ruleCheck')] : []),
    ...(dueAt === null || lateTimeline.length === 0
      ? []
      : [...lateTimeline.map(({ hours, percent }) => t('ruleLate', { hours, percent })), t('ruleTooLate')]),
  ]
}

function StartForm({ language, assignment }: { readonly language: Language; readonly assignment: AssignmentView }) {
  const t = translator(language, 'quiz')
  const refusal = refusalOf(assignment)
  if (refusal !== null) {
    return <Notice tone="caution">{t(refusal)}</Notice>
  }
  const label = assignment.openAttemptId === null ? (assignment.attemptsUsed > 0 ? 'startAgain' : 'start') : 'resume'
  return (
    <form action={startAttemptAction}>
      <input type="hidden" name="assignmentId" value={assignment.id} />
      <input type="hidden" name="language" value={language} />
      <Button type="submit" tone="signal">
        {t(label)}
      </Button>
    </form>
  )
}

function refusalOf(assignment: AssignmentView): 'notOpen' | 'closed' | 'noAttemptsLeft' | null {
  const { openAttemptId, phase, attemptsMax, attemptsUsed } = assignment
  if (openAttemptId !== null) {
    return null
  }
  if (phase === 'upcoming') {
    return 'notOpen'
  }
  if (phase === 'closed') {
    return 'closed'
  }
  return attemptsMax !== null && attemptsUsed >= attemptsMax ? 'noAttemptsLeft' : null
}
