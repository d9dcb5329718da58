import type { StepVerdict, StepVerdictKind } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { VerdictMark } from './verdict-mark'

const ORDER: readonly StepVerdictKind[] = ['consistent', 'inconsistent', 'unexplained', 'unverifiable', 'failed']

/** How many commands have each verdict; those that none has are left out. */
export function VerdictTally({
  language,
  steps,
}: {
  readonly language: Language
  readonly steps: readonly StepVerdict[]
}) {
  const t = translator(language, 'submission')
  const counted = ORDER.map((verdict) => ({
    verdict,
    count: steps.filter((step) => step.verdict === verdict).length,
  })).filter(({ count }) => count > 0)
  return (
    <ul className="flex flex-wrap gap-x-4 py-1 font-text text-xs">
      {counted.map(({ verdict, count }) => (
        <li key={verdict} data-verdict={verdict} className="flex items-center gap-1.5 text-[var(--mark)]">
          <VerdictMark verdict={verdict} />
          {count} <span className="max-sm:sr-only">{t(verdict)}</span>
        </li>
      ))}
    </ul>
  )
}
