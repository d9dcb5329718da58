import { createState } from '../create-state'
import type { Io } from '../io'
import { runMachine } from '../kernel/scheduler'
import { machineOf } from '../machine'
import type { EngineState } from '../state'

/** Machines beside the student's own, by name, with their addresses. */
const OTHER_MACHINES: Readonly<Record<string, string>> = { host2: '192.168.1.21' }

/** Slices of what happened there meanwhile. */
const SLICES_MAX = 20_000

/** The name of a machine given by name or address; null where there is none. */
export function otherMachineName(name: string): string | null {
  if (Object.hasOwn(OTHER_MACHINES, name)) return name
  return Object.entries(OTHER_MACHINES).find(([, address]) => address === name)?.[0] ?? null
}

/** What machines share: registries are the same, an archive keeps its contents on its way. */
function withShared(state: EngineState, from: EngineState): EngineState {
  return {
    ...state,
    pushed: from.pushed,
    archives: { ...state.archives, ...from.archives },
    host: { ...state.host, online: from.host.online },
  }
}

/**
 * Another machine as it is now: what was due there since it was left has happened. At the first visit it is a new one,
 * with an engine like this one's and nothing in it.
 */
export function visitMachine(state: EngineState, name: string, user: string, io: Io): EngineState {
  const known = Object.hasOwn(state.machines, name) ? state.machines[name] : undefined
  const { profile, rules, clock, entropy } = state
  const seed = entropy.seed + 7919
  if (known === undefined) return withShared(createState({ seed, profile, rules, clock, hostname: name, user }), state)
  return runMachine(withShared(known, state), machineOf(io), { until: Math.max(clock, known.clock) }, SLICES_MAX)
}

/** This machine after something happened on another one. Its own clock stays: it waits until it is as late as the other. */
export function leaveMachine(state: EngineState, name: string, other: EngineState): EngineState {
  const { pushed, archives } = other
  return {
    ...state,
    pushed,
    archives: { ...state.archives, ...archives },
    machines: { ...state.machines, [name]: other },
  }
}
