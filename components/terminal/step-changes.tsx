import type { Change } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { GraderText } from './grader-text'

/** What a command did to the machine: one sentence for each thing that changed. */
export function StepChanges({
  language,
  changes,
}: {
  readonly language: Language
  readonly changes: readonly Change[]
}) {
  if (changes.length === 0) return null
  const t = translator(language, 'submission')
  return (
    <ul className="step-changes" aria-label={t('changes')}>
      {changes.map(({ kind, object, action, detail }) => (
        <li key={`${kind} ${object} ${action}`}>
          <GraderText language={language} message={{ id: `change.${kind}.${action}`, params: { object, ...detail } }} />
        </li>
      ))}
    </ul>
  )
}
