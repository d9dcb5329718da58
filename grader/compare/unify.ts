import type { AgeInterval } from './age'
import { type Token, tokenize } from './tokens'

/**
 * The kinds of values that a real machine chooses freely and that must stay the same once shown. `image` is the id or
 * digest of an image: several names of ours may turn out to be one image on the student's machine.
 */
export type IdentityKind = 'id' | 'image' | 'name' | 'port' | 'address'

/** A value of the simulated machine that turns out to be another one on the student's. */
export interface Renaming {
  readonly kind: IdentityKind
  readonly from: string
  readonly to: string
}

/** What the paste already showed: those values are bound and may not change. Ids by their first 12 digits. */
export type Shown = Readonly<Record<IdentityKind, ReadonlySet<string>>>

/** What a comparison must know of the machine besides the two outputs. */
export interface Surroundings {
  readonly shown: Shown
  /** Ids and digests of images and layers, by their first 12 digits: they are identities of the kind `image`. */
  readonly imageIds: ReadonlySet<string>
  /** PIDs of containers as the host sees them: another machine has others. */
  readonly pids: ReadonlySet<string>
  /** Containers (12 digits) that run their image's own command: another release of the image may have another one. */
  readonly defaultCommands: ReadonlySet<string>
  /** Containers (12 digits) that a restart policy starts again and again: which half of the round is shown is chance. */
  readonly looping: ReadonlySet<string>
  /** The output is a list whose rows, printed as plain lines, may come in another order, miss or be more. */
  readonly listing: boolean
}

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
  | 'impossible-digest'
  | 'impossible-value'
  | 'row-order'
  | 'different-size'
  | 'row-missing'
  | 'row-unknown'
  | 'line-missing'
  | 'line-unknown'
  | 'refused'
  | 'not-refused'
  | 'other-refusal'
  | 'age-impossible'
  | MachineCode

/** What the student's machine refused, whatever was typed. */
export type MachineCode =
  | 'machine-daemon'
  | 'machine-socket'
  | 'machine-port'
  | 'machine-pull-limit'
  | 'machine-network'
  | 'machine-space'

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
  /** PIDs that another machine gives otherwise. */
  readonly pids: ReadonlySet<string>
  readonly defaultCommands: ReadonlySet<string>
  readonly looping: ReadonlySet<string>
  /** True when the two values are, or can become, the same thing. */
  identity(kind: IdentityKind, predicted: string, observed: string): boolean
  matched(): void
  mismatch(mismatch: Mismatch): void
  age(seen: AgeSeen): void
  result(): Comparison
}

export function createUnifier({
  shown,
  imageIds,
  pids,
  defaultCommands,
  looping,
}: Omit<Surroundings, 'listing'>): Unifier {
  const renamings: Renaming[] = []
  const seen: { kind: IdentityKind; value: string }[] = []
  const mismatches: Mismatch[] = []
  const ages: AgeSeen[] = []
  let matched = 0
  const isShown = (kind: IdentityKind, value: string) =>
    shown[kind].has(value) || seen.some((item) => item.kind === kind && item.value === value)
  return {
    pids,
    defaultCommands,
    looping,
    identity(asked, predicted, observed) {
      const kind = asked === 'id' && imageIds.has(predicted.slice(0, 12)) ? 'image' : asked
      const current = renamings.find((item) => item.kind === kind && keyOf(kind, item.from) === keyOf(kind, predicted))
      const before = keyOf(kind, current?.to ?? predicted)
      const after = keyOf(kind, observed)
      if (isId(kind) && predicted.length !== observed.length)
        return before.startsWith(after) || after.startsWith(before)
      if (before === after) {
        // The same first 12 digits must go on the same way, once more than 12 were shown.
        seen.push({ kind, value: after })
        if (isId(kind) && observed.length > 12 && !current && predicted !== observed && !shown[kind].has(predicted))
          renamings.push({ kind, from: predicted, to: observed })
        return !isId(kind) || observed.length <= 12 || !shown[kind].has(predicted) || predicted === observed
      }
      if (current || isShown(kind, before) || (MAY_COINCIDE[kind] ? false : isShown(kind, after))) return false
      renamings.push({ kind, from: predicted, to: observed })
      seen.push({ kind, value: after })
      if (isId(kind) && observed.length > 12) seen.push({ kind, value: observed })
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

/** Can two of our values be one of the student's? A port or an address is given again once it is free. */
const MAY_COINCIDE: Readonly<Record<IdentityKind, boolean>> = {
  id: false,
  name: false,
  image: true,
  port: true,
  address: true,
}

function isId(kind: IdentityKind): boolean {
  return kind === 'id' || kind === 'image'
}

function keyOf(kind: IdentityKind, value: string): string {
  return isId(kind) ? value.slice(0, 12) : value
}

/** What a line must hold for an id, a generated name, a port or an address to be in it. */
const MAY_NAME = /[0-9a-f]{12}|[a-z]_[a-z]|\d{5}|\d\.\d{1,3}\.\d{1,3}\.\d/

/** Are two printed lines the same but for what a machine chooses freely and for measures? */
export function unifyLines(predicted: string, observed: string, unifier: Unifier): boolean {
  if (predicted === observed && !MAY_NAME.test(observed)) return true
  const expected = withPidsOf(predicted, observed, unifier.pids)
  const right = tokenize(withEllipses(predicted, observed))
  const left = expected === observed ? right : tokenize(expected)
  return left.length === right.length && left.every((token, index) => unifyTokens(token, right[index], unifier))
}

/** `…` where an old code page, a word processor or a lost encoding made something else of it. */
function withEllipses(predicted: string, observed: string): string {
  if (!predicted.includes('…') || observed.includes('…')) return observed
  return observed.replace(predicted.includes('?') ? /â€¦|\.{3}|\ufffd/g : /â€¦|\.{3}|\ufffd|\?/g, '…')
}

function unifyTokens(predicted: Token, observed: Token | undefined, unifier: Unifier): boolean {
  if (!observed || predicted.kind !== observed.kind) return false
  switch (predicted.kind) {
    case 'text':
      return predicted.text === observed.text
    case 'measure':
      return shapeOf(predicted.text) === shapeOf(observed.text)
    case 'address':
      // Addresses depend on what else ran on the machine: they are bound where they can be, and never held against it.
      unifier.identity('address', predicted.text, observed.text)
      return true
    case 'name':
      return predicted.text === observed.text || unifier.identity('name', predicted.text, observed.text)
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

/** The predicted line with the observed machine's PIDs in the places of ours, where nothing else differs in number. */
function withPidsOf(predicted: string, observed: string, pids: ReadonlySet<string>): string {
  const words = predicted.slice(0, 4_000).split(WORD_BORDER)
  if (!words.some((word) => pids.has(word))) return predicted
  const seen = observed.slice(0, 4_000).split(WORD_BORDER)
  if (words.length !== seen.length) return predicted
  return words
    .map((word, index) => (pids.has(word) && /^\d{1,7}$/.test(seen[index] ?? '') ? (seen[index] ?? '') : word))
    .join('')
}

const WORD_BORDER = /([^0-9A-Za-z]+)/
