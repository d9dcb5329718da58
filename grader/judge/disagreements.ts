import { groundOf, type Refusal, readRefusal } from '../compare/refusal'
import type { Comparison, Mismatch } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import { isListing } from './surroundings'
import { counts, type Trust } from './trust'

interface Compared {
  readonly step: ReadStep
  readonly trust: Trust
  readonly comparison: Comparison
  readonly predicted: readonly string[]
  readonly observed: readonly string[]
}

/** The disagreements of a step: those that count, and how many prove nothing. */
export interface Disagreements {
  readonly counted: readonly Mismatch[]
  readonly doubts: number
  /** The paste leaves out what the command printed. */
  readonly silent: boolean
  /** Docker refused the command for a reason that ours does not know: it did nothing. */
  readonly refusedUnawares: boolean
}

const REFUSALS = new Set(['refused', 'not-refused', 'other-refusal'])

export function sortDisagreements({ step, trust, comparison, predicted, observed }: Compared): Disagreements {
  const expected = readRefusal(predicted)
  const seen = readRefusal(observed)
  const bareListing = isListing(step.command) && !/^[A-Z]/.test(predicted[0] ?? '')
  const silent = observed.length === 0 && predicted.length > 0 && !bareListing
  const refusal = comparison.mismatches.some((item) => REFUSALS.has(item.code))
  const grounded = refusal && isGrounded(expected, seen, step.command)
  const isCounted = (item: Mismatch): boolean => {
    if (silent) return false
    if (step.cut && (item.code === 'line-missing' || item.code === 'row-missing')) return false
    if (REFUSALS.has(item.code)) return grounded
    return counts(item, trust, step.command)
  }
  const counted = comparison.mismatches.filter(isCounted)
  return {
    counted,
    doubts: silent ? (expected ? 1 : 0) : comparison.mismatches.length - counted.length,
    silent,
    refusedUnawares: refusal && seen !== null && expected === null && !silent,
  }
}

/** Must the two machines have agreed on the refusal? What Docker's version, an image or a file decides proves nothing. */
function isGrounded(expected: Refusal | null, seen: Refusal | null, command: string): boolean {
  if (/\bbuild\b/.test(command)) return false
  const grounds = [expected, seen].flatMap((refusal) => (refusal ? [groundOf(refusal)] : []))
  return grounds.every((ground) => ground === 'state' || (ground === 'text' && !/[$`]/.test(command)))
}
