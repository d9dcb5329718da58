import type { EngineState } from '@/engine/state'
import type { Mismatch } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import type { Episode } from '../score/history'
import type { Finding, StepVerdict } from '../verdict'
import { changesBetween } from './changes'
import type { Attempt } from './judge-step'
import { withState } from './place'
import { runStep } from './run-step'

/** What is kept of a judged step: the verdict that is shown, and the episode that goals look at. */
export function describeStep(
  terminal: number,
  step: ReadStep,
  attempt: Attempt,
): { readonly verdict: StepVerdict; readonly episode: Episode } {
  const before = attempt.before.terminal.state
  const after = attempt.world.terminal.state
  const verdict: StepVerdict = {
    terminal,
    line: step.line,
    endLine: step.endLine,
    prompt: step.prompt,
    context: step.context,
    command: step.command,
    output: step.output,
    verdict: attempt.verdict,
    findings: attempt.mismatches.map((mismatch) => findingOf(mismatch, step)),
    changes: changesBetween(before, after),
  }
  const outputOn = (state: EngineState) => runStep(withState(attempt.before.terminal, state), step).output.join('\n')
  const episode: Episode = {
    terminal,
    line: step.line,
    command: step.command,
    observed: attempt.observed,
    predicted: attempt.predicted.join('\n'),
    verdict: attempt.verdict,
    before,
    after,
    outputOn,
  }
  return { verdict, episode }
}

function findingOf(mismatch: Mismatch, step: ReadStep): Finding {
  return {
    code: mismatch.code,
    line: step.outputLines[mismatch.line] ?? step.line,
    message: {
      id: `finding.${mismatch.code}`,
      params: { command: step.command, expected: mismatch.expected, observed: mismatch.observed },
    },
    expected: mismatch.expected,
    observed: mismatch.observed,
  }
}
