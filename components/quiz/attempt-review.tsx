import type { ReactNode } from 'react'
import { DateTime } from '@/components/ui/date-time'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Score } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AttemptView } from '@/server/views/attempt-view'
import { QuestionReview } from './question-review'

/** An attempt after it was handed in: its score and, where the policy allows, each answer with its reason. */
export function AttemptReview({
  language,
  attempt,
  timeZone,
  student,
  late,
  children,
}: {
  readonly language: Language
  readonly attempt: AttemptView
  readonly timeZone: string
  /** Whose attempt it is, for staff; `null` for the student's own. */
  readonly student: string | null
  /** What this browser still holds of the answers, for the student's own. */
  readonly late?: ReactNode
  /** Ways on from here. */
  readonly children: ReactNode
}) {
  const t = translator(language, 'attempt')
  const { result, submittedAt } = attempt
  return (
    <>
      <PageHeading
        place={`${t('place')} · ${t('ordinal', { ordinal: attempt.ordinal })}`}
        title={attempt.title[language]}
        lead={
          submittedAt === null ? (
            t('notSubmitted')
          ) : (
            <span className="text-md">
              {t('submittedAt')} <DateTime iso={submittedAt} timeZone={timeZone} language={language} />
            </span>
          )
        }
      >
        {children}
      </PageHeading>
      {result === null ? null : (
        <div className="grid gap-8">
          {late}
          {attempt.submittedByServer ? <Notice>{t('submittedByServer')}</Notice> : null}
          {result.score === null ? (
            <Notice title={t('scoreLater')}>{t('scoreLaterText')}</Notice>
          ) : (
            <Score
              language={language}
              label={student === null ? t('score') : t('scoreOf', { name: student })}
              points={result.score.points}
              max={result.score.pointsMax}
            />
          )}
          {result.score === null || result.score.latePercent === 100 ? null : (
            <Notice tone="caution">{t('latePercent', { percent: result.score.latePercent })}</Notice>
          )}
          {attempt.receipt === null ? null : (
            <p className="text-sm text-soft">
              {t('receipt')} <code className="font-mono font-semibold text-ink">{attempt.receipt}</code>
              <span className="block">{t('receiptText')}</span>
            </p>
          )}
          {result.questions === null ? (
            <Notice title={t('feedbackLater')}>{t('feedbackLaterText')}</Notice>
          ) : (
            <ol className="grid gap-6">
              {result.questions.map((marked, index) => (
                <QuestionReview
                  key={marked.question.id}
                  language={language}
                  marked={marked}
                  number={index + 1}
                  own={student === null}
                />
              ))}
            </ol>
          )}
        </div>
      )}
    </>
  )
}
