import type { Terminal } from '@/shell/terminal'
import type { Comparison, IdentityKind, Renaming } from '../compare/unify'
import { addInstant, type Clock, type Instant, startClock } from './clock'
import { renameEverywhere } from './rename'

/** Kinds of objects a machine may have had before the paste began. */
export type ObjectKind = 'container' | 'image' | 'volume' | 'network'

/** One explanation of all that was pasted so far: plain data, replaced at each step. */
export interface World {
  readonly terminal: Terminal
  readonly clock: Clock
  /** End of the newest step. */
  readonly now: Instant
  /** Virtual time (ms since the epoch) at the clock's instant 0. */
  readonly origin: number
  /** When what happened: `<12 digits of the id>:<moment>` → instant. */
  readonly moments: Readonly<Record<string, Instant>>
  readonly shown: Readonly<Record<IdentityKind, readonly string[]>>
  /** Kinds of which a complete listing was seen: what it did not list is not there. */
  readonly closed: readonly ObjectKind[]
  /** Shells the paste is in that the terminal is not (a container we could not follow): their steps prove nothing. */
  readonly lost: boolean
  /** The exit status of the newest command is known. */
  readonly certain: boolean
}

/** The world before the first command. */
export function openWorld(terminal: Terminal): World {
  return {
    terminal,
    clock: startClock,
    now: 0,
    origin: terminal.state.clock,
    moments: {},
    shown: { id: [], name: [], port: [], address: [] },
    closed: [],
    lost: false,
    certain: true,
  }
}

/** The world after a comparison: what was free is bound to what the paste showed. */
export function bind(world: World, comparison: Comparison): World {
  const renamed = comparison.renamings.reduce(applyRenaming, world)
  const shown = { ...renamed.shown }
  for (const { kind, value } of comparison.seen) {
    if (!shown[kind].includes(value)) shown[kind] = [...shown[kind], value]
  }
  return { ...renamed, shown }
}

function applyRenaming(world: World, renaming: Renaming): World {
  return {
    ...world,
    terminal: renameEverywhere(world.terminal, renaming),
    moments: renameEverywhere(world.moments, renaming),
  }
}

/** Adds the instants of one step's beginning and end. Any time ≥ 0 may pass in and between steps. */
export function beginStep(world: World): { readonly world: World; readonly began: Instant; readonly ended: Instant } {
  const began = addInstant(world.clock, world.now, 0)
  const ended = addInstant(began.clock, began.instant, 0)
  return { world: { ...world, clock: ended.clock, now: ended.instant }, began: began.instant, ended: ended.instant }
}
