import type { ReadStep } from '../read/transcript'
import type { Attempt } from './attempt'

/** A command whose output a person vouches for: the index of its transcript, and its line. */
export interface ConcededLine {
  readonly terminal: number
  readonly line: number
}

/** Whether the output of a step is vouched for. */
export function isConceded(lines: readonly ConcededLine[], terminal: number, { line }: ReadStep): boolean {
  return lines.some((one) => one.terminal === terminal && one.line === line)
}

/**
 * An explanation of a step whose output is vouched for: nothing of it is held against the paste, and it may prove
 * something. The machine goes on as the engine has it.
 */
export function concede(attempt: Attempt): Attempt {
  const verdict = attempt.verdict === 'failed' ? 'failed' : 'consistent'
  return { ...attempt, verdict, mismatches: [], doubts: 0, weight: 0 }
}
