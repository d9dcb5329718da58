import type { Hub } from '@/engine/registry/hub'
import type { StartState } from './exercise'
import { replayTranscripts } from './judge/replay'
import { startTerminals } from './judge/start'
import type { CheckResult, StepVerdictKind } from './verdict'

/** What surrounds the grader and is no part of a submission. */
export interface GraderData {
  /** The images of the Hub as students meet them. */
  readonly hub: Hub
}

/**
 * Checks transcripts against the engine, without an exercise: every step with its verdict and findings. The texts are
 * the terminals of one session, in order; `start` is what the machine had, an ordinary student's machine by default.
 */
export function checkTranscripts(
  texts: readonly string[],
  data: GraderData,
  start: StartState | null = null,
): CheckResult {
  const replay = replayTranscripts(texts, startTerminals(texts, data, start))
  const count = (kind: StepVerdictKind) => replay.steps.filter((step) => step.verdict === kind).length
  return {
    steps: replay.steps,
    diagnostics: replay.diagnostics,
    inconsistent: count('inconsistent'),
    unexplained: count('unexplained'),
  }
}
