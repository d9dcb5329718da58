import { formatPoints } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { SubmissionSummary } from '@/server/views/submission-view'

/** How a submission's points become what counts, where hints or lateness took something off. */
export function CountedPoints({
  language,
  submission,
}: {
  readonly language: Language
  readonly submission: SubmissionSummary
}) {
  const t = translator(language, 'submission')
  const { points, hintCost, latePercent } = submission
  if (points === null || (hintCost === 0 && latePercent === 100)) return null
  const counted = ((points - hintCost) * latePercent) / 100
  return (
    <dl className="mt-4 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 text-sm">
      {hintCost === 0 ? null : (
        <>
          <dt className="text-soft">{t('hintCost')}</dt>
          <dd className="text-right">−{formatPoints(hintCost, language)}</dd>
        </>
      )}
      {latePercent === 100 ? null : (
        <>
          <dt className="text-soft">{t('lateShare')}</dt>
          <dd className="text-right">× {latePercent} %</dd>
        </>
      )}
      <dt className="font-semibold">{t('counted')}</dt>
      <dd className="text-right font-semibold">{formatPoints(counted, language)}</dd>
    </dl>
  )
}
