import { type Choices, choicesOf } from '../support/random'

/** What goes wrong with a request on its way: nothing; sent twice; cut before or after it arrived. */
export type Delivery = 'normal' | 'twice' | 'cut-at-once' | 'cut-later'
/** Which session a request shows: the right one, one that ran out, one that was ended from another device. */
export type ShownSession = 'good' | 'expired' | 'ended'

export type Step =
  | {
      readonly kind: 'save'
      readonly tab: 0 | 1
      readonly question: number
      readonly delivery: Delivery
      readonly session: ShownSession
      readonly afterMs: number
    }
  | { readonly kind: 'kill'; readonly victim: 'web' | 'database'; readonly afterMs: number }
  | { readonly kind: 'submit'; readonly delivery: Delivery; readonly afterMs: number }
  /** The attempt's end is put there, on the database's clock; the browser believes that it has more time. */
  | { readonly kind: 'end'; readonly inMs: number; readonly graceSeconds: number; readonly afterMs: number }

/** One student's way through one quiz, and what goes wrong on it. */
export interface Schedule {
  readonly seed: number
  /** How many times at once the attempt is begun. */
  readonly starts: number
  /** Steps of a group run at the same time, groups one after the other. */
  readonly groups: readonly (readonly Step[])[]
  /** Whether the owner hands in at last, or is gone and leaves it to the server, where the attempt has an end. */
  readonly ending: 'submit' | 'vanish'
}

const QUESTIONS = 4

/** The schedule of a seed: always the same. Every eighth kills the web server or the database. */
export function scheduleOf(seed: number): Schedule {
  const choices = choicesOf(seed)
  const groups = Array.from({ length: 2 + choices.number(4) }, () => drawGroup(choices))
  const ended = choices.chance(0.3)
  const withEnd = ended ? insert(groups, choices, drawEnd(choices)) : groups
  const all = isKilling(seed) ? insert(withEnd, choices, drawKill(choices)) : withEnd
  return {
    seed,
    starts: choices.chance(0.3) ? 2 + choices.number(3) : 1,
    groups: all,
    ending: ended && choices.chance(0.15) ? 'vanish' : 'submit',
  }
}

/** Whether a seed's schedule kills a process: a share that is known in advance, so that a run can promise a number. */
export function isKilling(seed: number): boolean {
  return seed % 8 === 0
}

function drawGroup(choices: Choices): readonly Step[] {
  return Array.from({ length: 1 + choices.number(4) }, (): Step => {
    if (choices.chance(0.08)) return { kind: 'submit', delivery: drawDelivery(choices), afterMs: choices.number(40) }
    return {
      kind: 'save',
      tab: choices.chance(0.3) ? 1 : 0,
      question: choices.number(QUESTIONS),
      delivery: drawDelivery(choices),
      session: choices.chance(0.08) ? choices.pick(['expired', 'ended']) : 'good',
      afterMs: choices.number(40),
    }
  })
}

function drawDelivery(choices: Choices): Delivery {
  return choices.chance(0.4) ? choices.pick(['twice', 'cut-at-once', 'cut-later']) : 'normal'
}

/** The end within a second of now, before or after. */
function drawEnd(choices: Choices): Step {
  return {
    kind: 'end',
    inMs: choices.number(2_001) - 1_000,
    graceSeconds: choices.number(2),
    afterMs: choices.number(40),
  }
}

function drawKill(choices: Choices): Step {
  return { kind: 'kill', victim: choices.pick(['web', 'database']), afterMs: choices.number(60) }
}

/** Puts a step into one of the groups. */
function insert(groups: readonly (readonly Step[])[], choices: Choices, step: Step): readonly (readonly Step[])[] {
  const place = choices.number(groups.length)
  return groups.map((group, index) => (index === place ? [...group, step] : group))
}
