import type { AgeInterval } from './age'
import { type Token, tokenize } from './tokens'

/** The kinds of values that a real machine chooses freely and that must stay the same once shown. */
export type IdentityKind = 'id' | 'name' | 'port' | 'address'

/** A value of the simulated machine that turns out to be another one on the student's. */
export interface Renaming {
  readonly kind: IdentityKind
  readonly from: string
  readonly to: string
}

/** What the paste already showed: those values are bound and may not change. Ids by their first 12 digits. */
export type Shown = Readonly<Record<IdentityKind, ReadonlySet<string>>>

/** An age printed for a moment of a container's or image's life. */
export interface AgeSeen {
  readonly object: string
  readonly moment: 'created' | 'started' | 'finished'
  readonly age: AgeInterval
  /** Line of the output, from 0. */
  readonly line: number
}

export type MismatchCode =
  | 'different-text'
  | 'foreign-id'
  | 'different-name'
  | 'different-port'
  | 'different-status'
  | 'different-exit-code'
  | 'different-image'
  | 'different-ports'
  | 'impossible-status'
  | 'impossible-ports'
  | 'row-missing'
  | 'row-unknown'
  | 'line-missing'
  | 'line-unknown'
  | 'refused'
  | 'not-refused'
  | 'other-refusal'
  | 'age-impossible'

/** One disagreement. `soft`: something outside the paste could explain it. */
export interface Mismatch {
  readonly code: MismatchCode
  readonly line: number
  readonly expected: string
  readonly observed: string
  readonly soft: boolean
}

export interface Comparison {
  /** How many predicted things were matched. */
  readonly matched: number
  readonly mismatches: readonly Mismatch[]
  readonly renamings: readonly Renaming[]
  /** Values seen, to be added to what is `Shown`. */
  readonly seen: readonly { readonly kind: IdentityKind; readonly value: string }[]
  readonly ages: readonly AgeSeen[]
}

/** Collects one comparison; lives for one step only. */
export interface Unifier {
  /** True when the two values are, or can become, the same thing. */
  identity(kind: IdentityKind, predicted: string, observed: string): boolean
  matched(): void
  mismatch(mismatch: Mismatch): void
  age(seen: AgeSeen): void
  result(): Comparison
}

export function createUnifier(shown: Shown): Unifier {
  const renamings: Renaming[] = []
  const seen: { kind: IdentityKind; value: string }[] = []
  const mismatches: Mismatch[] = []
  const ages: AgeSeen[] = []
  let matched = 0
  const isShown = (kind: IdentityKind, value: string) =>
    shown[kind].has(value) || seen.some((item) => item.kind === kind && item.value === value)
  return {
    identity(kind, predicted, observed) {
      const current = renamings.find((item) => item.kind === kind && keyOf(kind, item.from) === keyOf(kind, predicted))
      const before = keyOf(kind, current?.to ?? predicted)
      const after = keyOf(kind, observed)
      if (kind === 'id' && predicted.length !== observed.length)
        return before.startsWith(after) || after.startsWith(before)
      if (before === after) {
        // The same first 12 digits must go on the same way, once more than 12 were shown.
        seen.push({ kind, value: after })
        if (kind === 'id' && observed.length > 12 && !current && predicted !== observed && !shown.id.has(predicted))
          renamings.push({ kind, from: predicted, to: observed })
        return kind !== 'id' || observed.length <= 12 || !shown.id.has(predicted) || predicted === observed
      }
      if (current || isShown(kind, before) || isShown(kind, after)) return false
      renamings.push({ kind, from: predicted, to: observed })
      seen.push({ kind, value: after })
      if (kind === 'id' && observed.length > 12) seen.push({ kind, value: observed })
      return true
    },
    matched: () => {
      matched += 1
    },
    mismatch: (item) => mismatches.push(item),
    age: (item) => ages.push(item),
    result: () => ({ matched, mismatches, renamings, seen, ages }),
  }
}

function keyOf(kind: IdentityKind, value: string): string {
  return kind === 'id' ? value.slice(0, 12) : value
}

/** Are two printed lines the same but for what a machine chooses freely and for measures? */
export function unifyLines(predicted: string, observed: string, unifier: Unifier): boolean {
  const left = tokenize(predicted)
  const right = tokenize(observed)
  return left.length === right.length && left.every((token, index) => unifyTokens(token, right[index], unifier))
}

function unifyTokens(predicted: Token, observed: Token | undefined, unifier: Unifier): boolean {
  if (!observed || predicted.kind !== observed.kind) return false
  switch (predicted.kind) {
    case 'text':
      return predicted.text === observed.text
    case 'measure':
      return shapeOf(predicted.text) === shapeOf(observed.text)
    default:
      return unifier.identity(predicted.kind, predicted.text, observed.text)
  }
}

/** Measures are of one sort when they differ in digits and units only: ages with ages, dates with dates. */
function shapeOf(measure: string): 'age' | 'date' | 'size' | 'share' | 'duration' {
  if (/ago$|second|minute|hour|day|week|month|year/.test(measure)) return 'age'
  if (/%$/.test(measure)) return 'share'
  if (/B$/.test(measure)) return 'size'
  return /[-/:]|^[A-Z]/.test(measure) ? 'date' : 'duration'
}
