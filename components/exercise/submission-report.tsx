import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/intl/client-messages'
import { JudgedTranscript } from '@/components/terminal/judged-transcript'
import { TranscriptFilter } from '@/components/terminal/transcript-filter'
import { Score } from '@/components/ui/score'
import type { StepVerdict, Verdict } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AlikeSubmission, AppealView } from '@/server/views/appeal-view'
import type { SubmissionView } from '@/server/views/submission-view'
import { Appeals } from './appeals'
import { Belief } from './belief'
import { CountedPoints } from './counted-points'
import { GivenAnswers } from './given-answers'
import { type GoalContext, GoalResults } from './goal-results'
import { HintsOfGoal, type OfferedHints, offersHint, withoutOffers } from './offered-hints'
import { RawParts } from './raw-parts'
import { ReadingRemarks } from './reading-remarks'
import { RefreshWhileWaiting } from './refresh-while-waiting'
import { Repairs } from './repairs'
import { type StepActions, StepTools } from './step-tools'
import { UnreadPaste } from './unread-paste'

/** A graded submission: score, goals with their why, and the session with a verdict beside each command. */
export function SubmissionReport({
  language,
  submission,
  verdict,
  goals,
  student,
  appeals,
  actions,
  answerAppeal = null,
  alike = [],
  history = null,
  hints = null,
}: {
  readonly language: Language
  readonly submission: SubmissionView
  readonly verdict: Verdict
  readonly goals: Readonly<Record<string, GoalContext>>
  /** Whose submission it is, for staff; `null` for the student's own. */
  readonly student: string | null
  readonly appeals: readonly AppealView[]
  readonly actions: StepActions
  /** The form's action, for staff. */
  readonly answerAppeal?: ((form: FormData) => Promise<void>) | null
  /** Where else in the class the grader disagrees as in the appeals, for staff. */
  readonly alike?: readonly AlikeSubmission[]
  /** All that was handed in: below the score, on a phone below the goals. */
  readonly history?: ReactNode
  /** The student's own, in an assignment. */
  readonly hints?: OfferedHints | null
}) {
  const t = translator(language, 'submission')
  const terminals = groupByTerminal(verdict.steps)
  const isExplaining = submission.explanation === null && verdict.score < verdict.max
  const offered = verdict.steps.length === 0 ? withoutOffers(hints) : hints
  const problems = verdict.steps.filter(needsReview).length
  const transcriptTitle = t(verdict.steps.length === 0 ? 'handedIn' : student === null ? 'transcript' : 'transcriptOf')
  return (
    <div className="grid gap-12">
      {verdict.steps.length === 0 ? <UnreadPaste language={language} diagnostics={verdict.diagnostics} /> : null}
      <div className="grid gap-x-10 lg:grid-cols-[auto_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div>
          <Score
            language={language}
            label={student === null ? t('score') : t('scoreOf', { name: student })}
            points={verdict.score}
            max={verdict.max}
          />
          <CountedPoints language={language} submission={submission} />
        </div>
        <section className="grid content-start gap-4 max-lg:mt-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <h2 className="text-2xl">{t('goals')}</h2>
          <GoalResults
            language={language}
            goals={verdict.goals}
            contexts={goals}
            explanations={submission.explanation?.goals ?? []}
            severalTerminals={terminals.length > 1}
            hintsOf={(goal) => (
              <HintsOfGoal language={language} offered={offered} goal={goal} title={goals[goal.id]?.title ?? goal.id} />
            )}
          />
          {offersHint(offered, verdict.goals) ? (
            <p className="text-sm text-soft">{translator(language, 'exercise')('hintsText')}</p>
          ) : null}
          {isExplaining ? (
            <p className="text-soft" role="status">
              {t('explaining')}
              <RefreshWhileWaiting />
            </p>
          ) : (
            <>
              <Repairs language={language} repairs={submission.explanation?.repairs ?? []} />
              {submission.misconception === null ? null : (
                <Belief language={language} html={submission.misconception[language]} />
              )}
            </>
          )}
        </section>
        {history === null ? null : (
          <div className="mt-8 lg:col-start-1 lg:row-start-2 lg:max-w-64 print:hidden">{history}</div>
        )}
      </div>
      <Appeals language={language} appeals={appeals} answerAppeal={answerAppeal} alike={alike} />
      <GivenAnswers language={language} answers={submission.answers} />
      <section className="grid min-w-0 gap-4">
        <h2 className="text-2xl">{transcriptTitle}</h2>
        {verdict.steps.length === 0 ? null : (
          <>
            <ReadingRemarks language={language} diagnostics={verdict.diagnostics} />
            <ClientMessages language={language} namespaces={['submission']}>
              <TranscriptFilter problems={problems}>
                {terminals.map(({ terminal, steps }) => (
                  <JudgedTranscript
                    key={terminal}
                    language={language}
                    terminal={terminal}
                    steps={steps}
                    concededLines={appeals
                      .filter((one) => one.state === 'accepted' && one.terminal === terminal)
                      .map(({ line }) => line)}
                    toolsOf={({ line }) => (
                      <StepTools
                        place={{ submissionId: submission.id, terminal, line }}
                        actions={actions}
                        appealed={appeals.some((one) => one.terminal === terminal && one.line === line)}
                      />
                    )}
                  />
                ))}
              </TranscriptFilter>
            </ClientMessages>
          </>
        )}
        <RawParts language={language} submission={submission} />
        <p className="font-mono text-xs text-faint">{t('versions', { ...verdict.versions })}</p>
      </section>
    </div>
  )
}

function needsReview({ verdict }: StepVerdict): boolean {
  return verdict === 'inconsistent' || verdict === 'unexplained'
}

function groupByTerminal(
  steps: readonly StepVerdict[],
): readonly { readonly terminal: number; readonly steps: readonly StepVerdict[] }[] {
  const terminals = [...new Set(steps.map((step) => step.terminal))]
  return terminals.map((terminal) => ({ terminal, steps: steps.filter((step) => step.terminal === terminal) }))
}
