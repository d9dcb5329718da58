import { allProcesses } from '@/engine/kernel/processes'
import { promptOf } from '@/shell/foreground'
import { pressKey, type Terminal, waitFor } from '@/shell/terminal'
import { createUnifier } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import { waitPatiently } from './patience'
import { openSecondTerminal, placeOf } from './place'
import { quietly } from './quietly'
import { surroundingsOf } from './surroundings'
import { atLater, bind, type World } from './world'

/**
 * Brings a world to where the paste's next prompt stands. A shell left without a trace may have been ended (Ctrl+D) or
 * detached from, a command that never returned may have been interrupted or gone on while another terminal was used:
 * one world each, the likelier first.
 */
export function followPrompt(world: World, step: ReadStep, previous: ReadStep | null): readonly World[] {
  const place = placeOf(world.terminal)
  if (step.context === 'container')
    return [place === 'container' ? bindPrompt(world, step.prompt) : { ...world, lost: true }]
  const found = { ...world, lost: false }
  if (place === 'host') return [found]
  return waysBack(found, previous)
}

function waysBack(world: World, previous: ReadStep | null): readonly World[] {
  const keys = previous?.keys.includes('^C') ? (['^P^Q'] as const) : (['^D', '^P^Q', '^C'] as const)
  const pressed = keys.map((key) => press(world, key)).filter((next): next is World => next !== null)
  return [...endUnknown(world), ...waitForEnd(world), ...pressed, openSecondTerminal(world), ...killFromOutside(world)]
}

/** Time in which a foreground command may have ended by itself. */
const PATIENCE_MS = [15_000, 130_000, 600_000] as const

function waitForEnd(world: World): readonly World[] {
  if (promptOf(world.terminal.state, world.terminal.console) !== null) return []
  let terminal: Terminal | null = world.terminal
  for (const wait of PATIENCE_MS) {
    terminal = waitPatiently(terminal, wait)
    if (terminal === null) return []
    if (placeOf(terminal) === 'host') return [atLater(world, terminal)]
  }
  return []
}

/** The container whose program holds the terminal, by what the attached docker client keeps in mind. */
function attachedContainer(world: World): string | null {
  for (const { program, memory } of allProcesses(world.terminal.state)) {
    if (program !== 'docker' || typeof memory !== 'object' || memory === null || !('attachment' in memory)) continue
    const attachment: unknown = memory.attachment
    if (typeof attachment !== 'object' || attachment === null || !('containerId' in attachment)) continue
    if (typeof attachment.containerId === 'string') return attachment.containerId
  }
  return null
}

/** A program we know nothing of may simply have ended. */
function endUnknown(world: World): readonly World[] {
  const id = attachedContainer(world)
  if (id === null || !world.doubtful.includes(id)) return []
  return killFromOutside(world)
}

/** Somebody killed the container in another terminal, and this one got its prompt back. */
function killFromOutside(world: World): readonly World[] {
  const id = attachedContainer(world)
  if (id === null) return []
  const killed = waitFor(quietly(world.terminal, ['kill', id]), 500).terminal
  return placeOf(killed) === 'host' ? [{ ...world, terminal: killed }] : []
}

/** Presses a key, again where shells are nested; null when it does not lead back to the host's prompt. */
function press(world: World, key: '^C' | '^D' | '^P^Q'): World | null {
  let terminal: Terminal = world.terminal
  for (let depth = 0; depth < 4; depth += 1) {
    terminal = pressKey(terminal, key).terminal
    if (placeOf(terminal) === 'host') return { ...world, terminal }
  }
  return null
}

/** Short ids in a prompt are the container's hostname. */
const SHORT_ID = /\b[0-9a-f]{12}\b/

/** The hostname of the container whose prompt should stand here, where it is an id. */
function expectedHost(world: World): string | undefined {
  const shown = SHORT_ID.exec(world.terminal.line)?.[0]
  if (shown !== undefined) return shown
  const id = attachedContainer(world)
  const container = world.terminal.state.containers.find((each) => each.id === id)
  return SHORT_ID.exec(container?.config.Hostname ?? '')?.[0]
}

/** A container's prompt shows its hostname: where that is its id, this is where the id is first seen. */
function bindPrompt(world: World, prompt: string): World {
  const predicted = expectedHost(world)
  const observed = SHORT_ID.exec(prompt)?.[0]
  if (predicted === undefined || observed === undefined) return world
  const unifier = createUnifier(surroundingsOf(world, world.terminal.state, ''))
  if (!unifier.identity('id', predicted, observed)) return world
  return bind(world, unifier.result())
}

/** Does a container's prompt name another container than the one the terminal is in? */
export function contradictsPrompt(
  world: World,
  step: ReadStep,
): { readonly expected: string; readonly observed: string } | null {
  if (world.lost || step.context !== 'container') return null
  const expected = expectedHost(world)
  const observed = SHORT_ID.exec(step.prompt)?.[0]
  return expected !== undefined && observed !== undefined && expected !== observed ? { expected, observed } : null
}
