import type { EngineState } from '@/engine/state'
import { shellStatus } from '@/shell/foreground'
import { openTerminal } from '@/shell/open-terminal'
import { pressKey, type Terminal } from '@/shell/terminal'
import { eventsBetween } from '../judge/changes'
import { waitPatiently } from '../judge/patience'
import { placeOf } from '../judge/place'
import { runStep } from '../judge/run-step'
import type { Episode, History } from '../score/history'
import { pairMade, type SameContainer, translateCommand } from './same-objects'

/** Where a retraced session stands after a command; everything in it is plain data, so any point can be gone on from. */
export interface Retraced {
  readonly episode: Episode
  readonly terminal: Terminal
  readonly same: readonly SameContainer[]
  /** Our terminal for each of the student's, by the number of its console. */
  readonly consoles: Readonly<Record<number, number>>
  /** `$?` after the command; null where it still runs. */
  readonly status: number | null
}

/** Longest time that is let pass between two commands, in milliseconds. */
const WAIT_MAX_MS = 600_000
/** Shorter gaps are how fast somebody types. */
const WAIT_MIN_MS = 1_000

/**
 * Types a student's commands again on a machine of ours (`start`, or where `known` ends), with their gaps, their second
 * terminals, and what their machine turned out to have had. Ids and names they copied are ours, so that the same
 * commands mean the same things. What a machine with other rules would have come to is read off the result.
 */
export function retrace(theirs: History, start: Terminal, known: readonly Retraced[] = []): readonly Retraced[] {
  const done: Retraced[] = [...known]
  for (const [index, episode] of theirs.entries()) {
    if (index < done.length) continue
    const previous = theirs[index - 1] ?? null
    done.push(next(episode, previous, done.at(-1) ?? firstStand(start, episode)))
  }
  return done
}

type Stand = Pick<Retraced, 'terminal' | 'same' | 'consoles'>

function firstStand(start: Terminal, { before }: Episode): Stand {
  return { terminal: start, same: [], consoles: { [before.console]: start.console } }
}

function next(episode: Episode, previous: Episode | null, stand: Stand): Retraced {
  const placed = takeTerminal(episode, withAdopted(episode, previous, stand))
  const before = followPrompt(episode, passTime(episode, previous, placed.terminal))
  const command = translateCommand(episode.command, stand.same, episode.before.state, before.state)
  const run = runStep(before, { command, keys: episode.keys }, episode.observed)
  const made = pairMade(
    { before: episode.before.state, after: episode.after },
    { before: before.state, after: run.terminal.state },
  )
  return {
    episode: {
      ...episode,
      command,
      observed: run.output,
      predicted: run.output,
      verdict: 'consistent',
      before,
      after: run.terminal.state,
      events: eventsBetween(before.state, run.terminal.state),
    },
    terminal: run.terminal,
    same: [...stand.same, ...made],
    consoles: placed.consoles,
    status: shellStatus(run.terminal.state, run.terminal.console),
  }
}

/** The terminal the student typed in; one that is new to us is opened. */
function takeTerminal({ before }: Episode, stand: Stand): Stand {
  const { terminal, consoles } = stand
  const known = consoles[before.console]
  if (known === terminal.console) return stand
  if (known !== undefined) return { ...stand, terminal: { ...terminal, console: known, line: before.line } }
  const { state, io, pace, user } = terminal
  const opened = openTerminal({ hub: io.hub, state, pace, user, ...(io.help && { help: io.help }) })
  return { ...stand, terminal: opened, consoles: { ...consoles, [before.console]: opened.console } }
}

function passTime({ before }: Episode, previous: Episode | null, terminal: Terminal): Terminal {
  const gap = previous === null ? 0 : Math.min(before.state.clock - previous.after.clock, WAIT_MAX_MS)
  return gap < WAIT_MIN_MS ? terminal : (waitPatiently(terminal, gap) ?? terminal)
}

/** A shell that the student left without a trace is left here too. */
function followPrompt({ before }: Episode, terminal: Terminal): Terminal {
  if (placeOf(before) !== 'host' || placeOf(terminal) === 'host') return terminal
  for (const key of ['^D', '^P^Q', '^C'] as const) {
    const pressed = pressKey(terminal, key).terminal
    if (placeOf(pressed) === 'host') return pressed
  }
  return terminal
}

/** What the replay found the student's machine to have had all along: here it is there too. */
function withAdopted({ before }: Episode, previous: Episode | null, stand: Stand): Stand {
  if (previous === null) return stand
  const { state } = stand.terminal
  const added = (kind: 'images' | 'references' | 'volumes' | 'networks') => before.state[kind] !== previous.after[kind]
  const changed = (['images', 'references', 'volumes', 'networks'] as const).some(added)
  const containers = newOnes(previous.after.containers, before.state.containers, state.containers).filter(
    ({ state: { status } }) => status === 'created' || status === 'exited',
  )
  if (!changed && containers.length === 0) return stand
  const adopted: EngineState = {
    ...state,
    images: [...state.images, ...newOnes(previous.after.images, before.state.images, state.images)],
    references: [
      ...state.references,
      ...before.state.references.filter(
        (one) => !previous.after.references.includes(one) && !state.references.some((other) => isSameName(one, other)),
      ),
    ],
    volumes: [
      ...state.volumes,
      ...before.state.volumes.filter(
        ({ name }) => !isNamed(previous.after.volumes, name) && !isNamed(state.volumes, name),
      ),
    ],
    networks: [...state.networks, ...newOnes(previous.after.networks, before.state.networks, state.networks)],
    containers: [...state.containers, ...containers],
  }
  return { ...stand, terminal: { ...stand.terminal, state: adopted } }
}

function newOnes<T extends { readonly id: string }>(
  old: readonly T[],
  now: readonly T[],
  ours: readonly T[],
): readonly T[] {
  if (old === now) return []
  const known = new Set([...old, ...ours].map((one) => one.id))
  return now.filter((one) => !known.has(one.id))
}

function isNamed(list: readonly { readonly name: string }[], name: string): boolean {
  return list.some((one) => one.name === name)
}

function isSameName(one: EngineState['references'][number], other: EngineState['references'][number]): boolean {
  return one.repository === other.repository && one.tag === other.tag
}
