import type { Terminal } from '@/shell/terminal'
import type { Comparison, IdentityKind, Mismatch, Renaming } from '../compare/unify'
import { addInstant, type Clock, type Instant, startClock } from './clock'
import { renameEverywhere, renamer } from './rename'

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
  /** Kinds of which something unseen may have removed objects since their last complete listing. */
  readonly unwatched: readonly ObjectKind[]
  /** Id (12 digits) that the paste showed for an image's name, or `tied` where it made that name itself. */
  readonly imagesShown: Readonly<Record<string, string>>
  /** Size that a listing showed for an image's id (12 digits). */
  readonly sizesShown: Readonly<Record<string, string>>
  /** Ids of containers whose programs we could not follow: whether they run and how they ended is believed as shown. */
  readonly doubtful: readonly string[]
  /** Shells the paste is in that the terminal is not (a container we could not follow): their steps prove nothing. */
  readonly lost: boolean
  /** The exit status of the newest command is known. */
  readonly certain: boolean
  /** The statuses that the newest command can have left by what it printed; null: any. */
  readonly statuses: readonly number[] | null
}

/** The world before the first command. */
export function openWorld(terminal: Terminal): World {
  return {
    terminal,
    clock: startClock,
    now: 0,
    origin: terminal.state.clock,
    moments: {},
    shown: { id: [], image: [], name: [], port: [], address: [] },
    imagesShown: {},
    sizesShown: {},
    doubtful: [],
    closed: [],
    unwatched: [],
    lost: false,
    certain: true,
    statuses: null,
  }
}

/** The world after a comparison: what was free is bound to what the paste showed. */
export function bind(world: World, comparison: Comparison): World {
  const renamed = mergeImages(comparison.renamings.reduce(applyRenaming, world))
  const shown = { ...renamed.shown }
  for (const { kind, value } of comparison.seen) {
    if (!shown[kind].includes(value)) shown[kind] = [...shown[kind], value]
  }
  return { ...renamed, shown }
}

/** May the machine have more of this kind than we know? */
export function isOpen(world: World, kind: ObjectKind): boolean {
  return !world.closed.includes(kind)
}

/** Anything may be on the machine again: something happened that we could not follow. */
export function reopen(world: World): World {
  return world.closed.length === 0 ? world : { ...world, closed: [] }
}

/** A complete listing without filter, fully understood, closes its kind: what it does not list is not there. */
export function closeKind(world: World, command: string, mismatches: readonly Mismatch[]): World {
  if (mismatches.length > 0 || /[|&;<>$]|--filter|\s-[a-z]*[fnl]\b|--last|--latest/.test(command)) return world
  const kind = COMPLETE_LISTINGS.find(([pattern]) => pattern.test(command.trim()))?.[1]
  if (kind === undefined || world.closed.includes(kind)) return world
  const unwatched = world.unwatched.filter((each) => each !== kind)
  return { ...world, closed: [...world.closed, kind], unwatched }
}

const COMPLETE_LISTINGS: readonly (readonly [RegExp, ObjectKind])[] = [
  [/^(?:sudo )?docker (?:ps|container (?:ls|list|ps)) (?:.* )?(?:-[a-z]*a[a-z]*|--all)(?: |$)/, 'container'],
  [/^(?:sudo )?docker (?:images|image (?:ls|list))(?: -a| --all)?$/, 'image'],
  [/^(?:sudo )?docker volume (?:ls|list)$/, 'volume'],
  [/^(?:sudo )?docker network (?:ls|list)$/, 'network'],
]

/** Names that were typed are no free choice of the machine's, even where Docker could have drawn them. */
export function noteGivenNames(world: World, command: string): World {
  const given = world.terminal.state.containers
    .map((container) => container.name)
    .filter((name) => !world.shown.name.includes(name) && command.includes(name))
  return given.length === 0 ? world : { ...world, shown: { ...world.shown, name: [...world.shown.name, ...given] } }
}

/**
 * Ids and digests of images are renamed in the registry too: an image that is removed and pulled again is the same one,
 * and a digest copied from the paste names it.
 */
export function applyRenaming(world: World, renaming: Renaming): World {
  const rename = renamer(renaming)
  const terminal = rename(world.terminal)
  const { io } = terminal
  return {
    ...world,
    terminal: renaming.kind === 'image' ? { ...terminal, io: { ...io, hub: rename(io.hub) } } : terminal,
    moments: renameEverywhere(world.moments, renaming),
    doubtful: renameEverywhere(world.doubtful, renaming),
  }
}

/** Images that turned out to be one are one from now on. */
function mergeImages(world: World): World {
  const { state } = world.terminal
  const images = state.images.filter(
    (image, index) => state.images.findIndex((other) => other.id === image.id) === index,
  )
  if (images.length === state.images.length) return world
  return { ...world, terminal: { ...world.terminal, state: { ...state, images } } }
}

/** The world at a later moment: time passed at least until the first of the changes meanwhile. */
export function atLater(world: World, terminal: Terminal): World {
  const before = world.terminal.state
  const changes = terminal.state.containers.flatMap(({ id, state }) => {
    const earlier = before.containers.find((each) => each.id === id)?.state
    const times = [state.startedAt, state.finishedAt].filter((at): at is number => at !== null && at > before.clock)
    return earlier?.startedAt === state.startedAt && earlier.finishedAt === state.finishedAt ? [] : times
  })
  const passed = changes.length === 0 ? 0 : Math.min(...changes) - before.clock
  const later = addInstant(world.clock, world.now, passed)
  return { ...world, terminal, clock: later.clock, now: later.instant }
}

/** Adds the instants of one step's beginning and end. Any time ≥ 0 may pass in and between steps. */
export function beginStep(world: World): { readonly world: World; readonly began: Instant; readonly ended: Instant } {
  const began = addInstant(world.clock, world.now, 0)
  const ended = addInstant(began.clock, began.instant, 0)
  return { world: { ...world, clock: ended.clock, now: ended.instant }, began: began.instant, ended: ended.instant }
}
