import type { EngineState } from '../state'
import type { Machine } from './scheduler'

/** A run at least this long is watched for a rhythm, in milliseconds: no command waits so long for its end. */
export const watchedMs = 1_800_000

/** Slices of the time before the end that are always run, so that logs and listings end as they would. */
const slicesKept = 2_000
/** Moments remembered; past them all are forgotten. */
const momentsMax = 3_000

interface Moment {
  readonly state: EngineState
  /** Slices left of the run at that moment. */
  readonly left: number
}

/**
 * Watches a long run for a rhythm (ping, a loop with sleep, restarts, health checks): once the machine has done the same
 * twice over, it goes on by as many periods as fit. Called each time the clock has gone on.
 */
export function watchRhythm(machine: Machine, latest: number): (state: EngineState, left: number) => EngineState {
  const seen = new Map<string, readonly [Moment | null, Moment]>()
  return (state, left) => {
    const rhythm = machine.hooks.rhythmOf(state)
    const [first = null, second = null] = seen.get(rhythm) ?? []
    if (first !== null && second !== null && isEven(first.state, second.state, state)) {
      const kept = Math.ceil(slicesKept / Math.max(second.left - left, 1))
      const skipped = machine.hooks.skipPeriods([first.state, second.state, state], latest, kept, machine.io)
      if (skipped !== state) {
        seen.clear()
        return skipped
      }
    }
    if (seen.size >= momentsMax) seen.clear()
    seen.set(rhythm, [second, { state, left }])
    return state
  }
}

function isEven(first: EngineState, second: EngineState, third: EngineState): boolean {
  return second.clock - first.clock === third.clock - second.clock
}
