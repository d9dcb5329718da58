/** A seeded source of choices for generated tests: the same seed gives the same choices. */
export interface Choices {
  /** A whole number from 0 to `below` - 1. */
  readonly number: (below: number) => number
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
  readonly chance: (share: number) => boolean
}

export function choicesOf(seed: number): Choices {
  let state = Math.imul(seed + 1, 2654435761) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const number = (below: number): number => Math.floor(next() * below)
  return {
    number,
    pick: (from) => from[number(from.length)] ?? from[0],
    chance: (share) => next() < share,
  }
}
