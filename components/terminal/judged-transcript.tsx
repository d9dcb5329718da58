import type { ReactNode } from 'react'
import type { StepVerdict } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { JudgedStep } from './judged-step'
import { TerminalWindow } from './terminal-window'
import { VerdictTally } from './verdict-tally'

/** The steps of one terminal of a submission, each with its verdict beside it. */
export function JudgedTranscript({
  language,
  terminal,
  steps,
  toolsOf,
}: {
  readonly language: Language
  /** From 0. */
  readonly terminal: number
  readonly steps: readonly StepVerdict[]
  readonly toolsOf?: (step: StepVerdict) => ReactNode
}) {
  const t = translator(language, 'submission')
  return (
    <TerminalWindow
      title={t('terminal', { number: terminal + 1 })}
      tools={<VerdictTally language={language} steps={steps} />}
    >
      <ol>
        {steps.map((step) => (
          <JudgedStep key={step.line} language={language} step={step} tools={toolsOf?.(step)} />
        ))}
      </ol>
    </TerminalWindow>
  )
}
