import type { ReactNode } from 'react'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Finding, StepVerdict } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { GraderText } from './grader-text'
import { StepChanges } from './step-changes'
import { VerdictMark } from './verdict-mark'

/** One command of a transcript, its output, its verdict in the gutter and in words, and each disagreement. */
export function JudgedStep({
  language,
  step,
  isConceded = false,
  tools,
}: {
  readonly language: Language
  readonly step: StepVerdict
  /** Whether the instructor accepted its output against the engine. */
  readonly isConceded?: boolean
  /** What can be asked about it, below. */
  readonly tools?: ReactNode
}) {
  const t = translator(language, 'submission')
  return (
    <li className="step" data-verdict={step.verdict} id={stepAnchor(step.terminal, step.line)}>
      <div className="step-gutter">
        <VerdictMark verdict={step.verdict} />
        <span className="step-line" aria-hidden>
          {step.line}
        </span>
      </div>
      <div className="step-body">
        <ScrollRegion label={t('line', { line: step.line })} className="terminal-screen">
          <pre className="terminal-text">
            <span className="terminal-prompt">{step.prompt.trimEnd()}</span>{' '}
            <span className="terminal-command">{step.command}</span>
            {step.output === '' ? null : `\n${step.output}`}
          </pre>
        </ScrollRegion>
        <div className="step-verdict">
          <strong>{t(step.verdict)}</strong>
          <span>{t(isConceded ? 'concededWhy' : `${step.verdict}Why`)}</span>
        </div>
        <StepChanges language={language} changes={step.changes} />
        {step.findings.map((finding) => (
          <FindingDetail key={`${finding.code} ${String(finding.line)}`} language={language} finding={finding} />
        ))}
        {tools}
      </div>
    </li>
  )
}

/** The element id of a step, so that goals and lists can point at it. */
export function stepAnchor(terminal: number, line: number): string {
  return `terminal-${String(terminal + 1)}-line-${String(line)}`
}

function FindingDetail({ language, finding }: { readonly language: Language; readonly finding: Finding }) {
  const t = translator(language, 'submission')
  return (
    <div className="grid gap-3 border-t border-dashed border-[var(--terminal-line)] bg-[var(--terminal-raised)] px-4 py-3 font-text text-sm">
      <p>
        <span className="stencil mr-2 text-[var(--mark)]">{t('findingAt', { line: finding.line })}</span>
        <GraderText language={language} message={finding.message} />
      </p>
      <dl className="grid gap-3 lg:grid-cols-2">
        <Compared name={t('observed')} text={finding.observed} nothing={t('nothing')} />
        <Compared name={t('expected')} text={finding.expected} nothing={t('nothing')} />
      </dl>
    </div>
  )
}

function Compared({ name, text, nothing }: { readonly name: string; readonly text: string; readonly nothing: string }) {
  return (
    <div className="min-w-0 border-l-2 border-[var(--terminal-line)] pl-3">
      <dt className="stencil text-[var(--terminal-dim)]">{name}</dt>
      <dd className="mt-1 whitespace-pre-wrap break-words font-mono text-[var(--terminal-text)]">
        {text === '' ? <em className="text-[var(--terminal-dim)]">{nothing}</em> : text}
      </dd>
    </div>
  )
}
