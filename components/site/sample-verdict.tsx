import { TerminalWindow } from '@/components/terminal/terminal-window'
import { VerdictMark } from '@/components/terminal/verdict-mark'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { StepVerdictKind } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

interface SampleStep {
  readonly line: number
  readonly command: string
  readonly output: string
  readonly verdict: StepVerdictKind
  readonly why: 'sampleOk' | 'sampleBad' | null
}

const STEPS: readonly SampleStep[] = [
  { line: 1, command: 'docker stop web', output: 'web', verdict: 'consistent', why: null },
  {
    line: 3,
    command: "docker ps -a --format '{{.Names}}: {{.Status}}'",
    output: 'web: Exited (0) 2 seconds ago',
    verdict: 'consistent',
    why: 'sampleOk',
  },
  { line: 5, command: 'docker start web && docker kill web', output: 'web\nweb', verdict: 'consistent', why: null },
  {
    line: 8,
    command: "docker ps -a --format '{{.Names}}: {{.Status}}'",
    output: 'web: Exited (0) 1 second ago',
    verdict: 'inconsistent',
    why: 'sampleBad',
  },
]

/** Four commands and their verdicts, the last output retouched: what Quai does, at a glance. */
export function SampleVerdict({ language }: { readonly language: Language }) {
  const t = translator(language, 'home')
  const verdicts = translator(language, 'submission')
  return (
    <TerminalWindow title={t('sampleLabel')}>
      <ol>
        {STEPS.map((step) => (
          <li key={step.line} className="step" data-verdict={step.verdict}>
            <div className="step-gutter">
              <VerdictMark verdict={step.verdict} />
              <span className="sr-only">{verdicts(step.verdict)}</span>
            </div>
            <div className="step-body">
              <ScrollRegion label={verdicts('line', { line: step.line })} className="terminal-screen">
                <pre className="terminal-text">
                  <span className="terminal-prompt">$</span> <span className="terminal-command">{step.command}</span>
                  {`\n${step.output}`}
                </pre>
              </ScrollRegion>
              {step.why === null ? null : (
                <p className="step-verdict">
                  <strong>{verdicts(step.verdict)}</strong>
                  <span>{t(step.why)}</span>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </TerminalWindow>
  )
}
