import { readOutput } from '../compare/blocks'
import { readRefusal } from '../compare/refusal'
import type { PrintedTable, TableRow } from '../compare/table'
import type { ReadStep } from '../read/transcript'
import { adoptFile } from './adopt-file'
import { adoptHandedIn } from './adopt-handed-in'
import { adoptImageRow, adoptOtherImage } from './adopt-image'
import type { Attempt } from './attempt'
import { adoptContainer, named, ofRow } from './known-container'
import { quietly } from './quietly'
import { settleDoubtful } from './settle'
import { adoptUnknownImage } from './unknown-image'
import { settleUnwatched } from './unseen-hands'
import { isOpen, type World } from './world'

/**
 * What the student's machine must already have had for a step to read as it does: one thing more, or null when
 * nothing more can be believed. A kind whose complete listing was seen is closed: nothing of it is adopted any more.
 */
export function adopt(world: World, step: ReadStep, attempt: Attempt): World | null {
  return (
    adoptImage(world, attempt) ??
    adoptFile(world, step, attempt) ??
    adoptHandedIn(world, step, attempt) ??
    adoptRefused(world, attempt) ??
    adoptObserved(world, attempt) ??
    settleDoubtful(world, step, attempt) ??
    settleUnwatched(world, attempt) ??
    adoptOtherImage(world, attempt) ??
    adoptRows(world, attempt, step)
  )
}

/** The engine pulled an image the student's machine did not need to pull, or knows none of that name. */
function adoptImage(world: World, attempt: Attempt): World | null {
  if (!isOpen(world, 'image')) return null
  const seen = readOutput(attempt.observed).pulls.map((pull) => familiar(pull.reference))
  const seenRefusal = readRefusal(attempt.observed)
  if (
    seenRefusal &&
    ['pull-denied', 'manifest-unknown', 'no-such-image', 'invalid-reference'].includes(seenRefusal.kind)
  )
    return null
  const missing = readOutput(attempt.predicted).pulls.find((pull) => !seen.includes(familiar(pull.reference)))
  const refusal = readRefusal(attempt.predicted)
  const unknown =
    refusal && ['no-such-image', 'no-such-object', 'pull-denied', 'manifest-unknown'].includes(refusal.kind)
      ? (missing?.reference ?? refusal.subject)
      : null
  if (unknown !== null && unknown !== '') {
    const terminal = adoptUnknownImage(world.terminal, unknown)
    return terminal === world.terminal || isContainerKnown(attempt, unknown) ? null : { ...world, terminal }
  }
  return missing ? { ...world, terminal: quietly(world.terminal, ['pull', '-q', missing.reference]) } : null
}

/** `docker inspect web` says only "object": what the output tells decides whether it is an image or a container. */
function isContainerKnown(attempt: Attempt, name: string): boolean {
  const refusal = readRefusal(attempt.predicted)
  if (refusal?.kind !== 'no-such-object' || refusal.subject !== name || /[/:]/.test(name)) return false
  return !/RepoTags|RepoDigests|RootFS|OnBuild|\.Os\b|\[(?:\S+:\S+)?\]/.test(
    attempt.observed.join('\n').slice(0, 20_000),
  )
}

function familiar(reference: string): string {
  return reference.replace(/:latest$/, '')
}

/** The engine does not know an object that the student's machine knows. */
function adoptRefused(world: World, attempt: Attempt): World | null {
  const refusal = readRefusal(attempt.predicted)
  if (!refusal || refusal.subject === '') return null
  const observed = readRefusal(attempt.observed)
  if (observed && observed.kind === refusal.kind) return null
  switch (refusal.kind) {
    case 'no-such-container':
    case 'no-such-object':
      return isOpen(world, 'container') ? adoptContainer(world, named(refusal.subject)) : null
    case 'no-such-volume':
      return isOpen(world, 'volume')
        ? { ...world, terminal: quietly(world.terminal, ['volume', 'create', refusal.subject]) }
        : null
    case 'no-such-network':
      return isOpen(world, 'network')
        ? { ...world, terminal: quietly(world.terminal, ['network', 'create', refusal.subject]) }
        : null
    case 'port-taken':
      return freePort(world, Number(refusal.subject))
    default:
      return null
  }
}

/** A program outside Docker that held a port may have ended meanwhile. */
function freePort(world: World, port: number): World | null {
  const { state } = world.terminal
  const busyPorts = state.host.busyPorts.filter((busy) => busy.port !== port)
  if (busyPorts.length === state.host.busyPorts.length) return null
  return { ...world, terminal: { ...world.terminal, state: { ...state, host: { ...state.host, busyPorts } } } }
}

/** The student's machine refused something because of what it already had. */
function adoptObserved(world: World, attempt: Attempt): World | null {
  const observed = readRefusal(attempt.observed)
  if (!observed || readRefusal(attempt.predicted)?.kind === observed.kind) return null
  if (observed.kind === 'name-conflict' && isOpen(world, 'container')) {
    const exists = world.terminal.state.containers.some((container) => container.name === observed.subject)
    return exists ? null : adoptContainer(world, named(observed.subject))
  }
  if (observed.kind !== 'port-taken') return null
  const port = Number(observed.subject)
  const { state } = world.terminal
  if (state.host.busyPorts.some((busy) => busy.port === port)) return null
  const busyPorts = [...state.host.busyPorts, { address: '0.0.0.0', port }]
  return { ...world, terminal: { ...world.terminal, state: { ...state, host: { ...state.host, busyPorts } } } }
}

/** A listing shows rows the engine has nothing for: all of them are adopted at once. */
function adoptRows(world: World, attempt: Attempt, step: ReadStep): World | null {
  if (step.context !== 'host') return null
  const unknown = attempt.mismatches.filter((item) => item.code === 'row-unknown')
  const tables = readOutput(attempt.observed).tables
  let next = world
  for (const { line, observed } of [...unknown].reverse()) {
    const table = tables.find((each) => each.rows.some((row) => row.line === line))
    const row = table?.rows.find((each) => each.line === line)
    const adopted = table && row ? adoptTableRow(next, table, row) : adoptBareRow(next, observed, step.command)
    next = adopted ?? next
  }
  return next === world ? null : next
}

function adoptTableRow(world: World, table: PrintedTable, row: TableRow): World | null {
  switch (table.name) {
    case 'containers':
      return isOpen(world, 'container') ? adoptContainer(world, ofRow(row)) : null
    case 'images':
      // Without -a a listing hides images that others were built from: it does not close those without a name.
      return isOpen(world, 'image') || row.cells.REPOSITORY === '<none>' ? adoptImageRow(world, row) : null
    case 'volumes':
      return isOpen(world, 'volume')
        ? { ...world, terminal: quietly(world.terminal, ['volume', 'create', row.cells['VOLUME NAME'] ?? '']) }
        : null
    case 'networks':
      return isOpen(world, 'network')
        ? { ...world, terminal: quietly(world.terminal, ['network', 'create', row.cells.NAME ?? '']) }
        : null
    default:
      return null
  }
}

/** A row printed as a plain line: the id or the name of something that was there. */
function adoptBareRow(world: World, line: string, command: string): World | null {
  const text = line.trim()
  if (/\b(?:ps|container (?:ls|list))\b/.test(command) && isOpen(world, 'container')) {
    const id = /\b[0-9a-f]{12,64}\b/.exec(text)?.[0]
    if (id !== undefined) return adoptContainer(world, named(id))
  }
  if (!/^[\w.-]{1,200}$/.test(text)) return null
  if (/\bvolume (?:ls|list)\b/.test(command) && isOpen(world, 'volume'))
    return { ...world, terminal: quietly(world.terminal, ['volume', 'create', text]) }
  return null
}
