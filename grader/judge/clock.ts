/**
 * The unknown clock of a paste: how much time passed between two commands is not shown, but every age printed narrows
 * it. Instants are variables; each constraint says `to ≥ from + least` (milliseconds). A set of constraints is possible
 * exactly when it has no positive cycle; `earliest` is its earliest solution, kept up to date as constraints arrive.
 */
export interface Clock {
  readonly edges: readonly Edge[]
  readonly earliest: readonly number[]
}

/** Index of a variable of a `Clock`. */
export type Instant = number

interface Edge {
  readonly from: Instant
  readonly to: Instant
  readonly least: number
}

/** A clock that knows one instant (index 0, at 0): the moment before the first command. */
export const startClock: Clock = { edges: [], earliest: [0] }

/** Adds an instant that lies at least `least` ms after another one. */
export function addInstant(
  clock: Clock,
  after: Instant,
  least: number,
): { readonly clock: Clock; readonly instant: Instant } {
  const instant = clock.earliest.length
  return {
    clock: {
      edges: [...clock.edges, { from: after, to: instant, least }],
      earliest: [...clock.earliest, (clock.earliest[after] ?? 0) + least],
    },
    instant,
  }
}

/**
 * Says that `later - earlier` lies in [least, most] (ms; `most` may be Infinity). Null when no clock can satisfy
 * this together with what is already known.
 */
export function constrain(clock: Clock, earlier: Instant, later: Instant, least: number, most: number): Clock | null {
  const lower = relax(clock, { from: earlier, to: later, least })
  if (lower === null || most === Number.POSITIVE_INFINITY) return lower
  return relax(lower, { from: later, to: earlier, least: -most })
}

/** Propagates one new edge through the earliest solution; null on a positive cycle. */
function relax(clock: Clock, edge: Edge): Clock | null {
  const edges = [...clock.edges, edge]
  const earliest = [...clock.earliest]
  // A chain of improvements visits each instant at most once a round: more rounds than instants mean a positive cycle.
  for (let round = 0; round <= earliest.length; round += 1) {
    if (!improveOnce(edges, earliest)) return { edges, earliest }
    if ((earliest[0] ?? 0) > 0) return null
  }
  return null
}

function improveOnce(edges: readonly Edge[], earliest: number[]): boolean {
  let improved = false
  for (const { from, to, least } of edges) {
    const bound = (earliest[from] ?? 0) + least
    if (bound > (earliest[to] ?? 0)) {
      earliest[to] = bound
      improved = true
    }
  }
  return improved
}
