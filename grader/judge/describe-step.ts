import type { Mismatch } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import type { Episode } from '../score/history'
import type { Finding, StepVerdict } from '../verdict'
import type { Attempt } from './attempt'

/** What is kept of a judged step: the verdict that is shown, and the episode that goals look at. */
export interface DescribedStep {
  readonly verdict: StepVerdict
  readonly episode: Episode
}

export function describeStep(transcript: number, step: ReadStep, attempt: Attempt): DescribedStep {
  const { line, endLine, prompt, context, command, output, keys } = step
  const { verdict, changes, observed, predicted, events } = attempt
  const findings = [...attempt.mismatches, ...attempt.notices].map((mismatch) => findingOf(mismatch, step))
  return {
    verdict: { terminal: transcript, line, endLine, prompt, context, command, output, verdict, findings, changes },
    episode: {
      transcript,
      line,
      command,
      keys,
      observed,
      predicted,
      verdict,
      before: attempt.before.terminal,
      after: attempt.world.terminal.state,
      events,
    },
  }
}

function findingOf(mismatch: Mismatch, step: ReadStep): Finding {
  const { code, expected, observed } = mismatch
  return {
    code,
    line: step.outputLines[mismatch.line] ?? step.line,
    message: { id: `finding.${code}`, params: { command: step.command, expected, observed } },
    expected,
    observed,
  }
}
