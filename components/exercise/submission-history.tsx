import { DateTime } from '@/components/ui/date-time'
import { TextLink } from '@/components/ui/link'
import { formatPoints } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { SubmissionSummary } from '@/server/views/submission-view'

/** What was handed in before, newest first. */
export function SubmissionHistory({
  language,
  submissions,
  timeZone,
}: {
  readonly language: Language
  readonly submissions: readonly SubmissionSummary[]
  readonly timeZone: string
}) {
  const t = translator(language, 'exercise')
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t('history')}</h2>
      {submissions.length === 0 ? (
        <p className="text-sm text-soft">{t('historyEmpty')}</p>
      ) : (
        <ol className="max-h-96 overflow-y-auto border border-line bg-surface">
          {submissions.map((submission) => (
            <li
              key={submission.id}
              className="flex items-baseline justify-between gap-4 border-t border-line px-4 py-3 text-sm first:border-t-0"
            >
              <span>
                <TextLink href={`/${language}/submissions/${submission.id}`} className="font-semibold">
                  {t('ordinal', { ordinal: submission.ordinal })}
                </TextLink>
                <span className="block text-xs text-soft">
                  <DateTime iso={submission.submittedAt} timeZone={timeZone} language={language} />
                </span>
              </span>
              <span className="whitespace-nowrap font-semibold">
                {outcome(language, submission)}
                {submission.counts ? (
                  <span className="block text-right text-xs text-starboard">{t('countsNow')}</span>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function outcome(language: Language, { state, points, pointsMax }: SubmissionSummary): string {
  const t = translator(language, 'exercise')
  if (points !== null && pointsMax !== null) {
    return `${formatPoints(points, language)} / ${formatPoints(pointsMax, language)}`
  }
  return state === 'not-graded' ? t('stateNotGraded') : t('stateReceived')
}
