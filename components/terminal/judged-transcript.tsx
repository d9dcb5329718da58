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
  concededLines = [],
  toolsOf,
}: {
  readonly language: Language
  /** From 0. */
  readonly terminal: number
  readonly steps: readonly StepVerdict[]
  /** Lines of commands whose output the instructor accepted against the engine. */
  readonly concededLines?: readonly number[]
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
          <JudgedStep
            key={step.line}
            language={language}
            step={step}
            isConceded={concededLines.includes(step.line)}
            tools={toolsOf?.(step)}
          />
        ))}
      </ol>
    </TerminalWindow>
  )
}
