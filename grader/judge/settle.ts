import type { Container } from '@/engine/container/container'
import { readOutput } from '../compare/blocks'
import { parseStatus } from '../compare/status'
import type { TableRow } from '../compare/table'
import type { ReadStep } from '../read/transcript'
import type { Attempt } from './attempt'
import { adoptContainer, ofRow, removeQuietly, withStatus } from './known-container'
import { quietly } from './quietly'
import type { World } from './world'

const OF_STATUS = new Set(['different-status', 'different-exit-code', 'row-missing', 'row-unknown', 'different-ports'])

/** What a listing shows of a container we could not follow is believed: one container more, or null. */
export function settleDoubtful(world: World, step: ReadStep, attempt: Attempt): World | null {
  if (!attempt.mismatches.some((item) => OF_STATUS.has(item.code))) return null
  const rows = readOutput(attempt.observed).tables.flatMap((table) => (table.name === 'containers' ? table.rows : []))
  const lists = readOutput(attempt.observed).tables.some((table) => table.name === 'containers')
  for (const container of attempt.before.terminal.state.containers) {
    const row = rows.find((each) => isRowOf(each, container))
    if (!world.doubtful.includes(container.id) && !diedWithHost(container, row)) continue
    const settled = row
      ? settleAsShown(world, container, row, attempt)
      : settleAsGone(world, container, step, attempt, lists)
    if (settled) return settled
  }
  return null
}

/** `Exited (255)`: the machine or its engine went down while the container ran, and no paste shows that. */
function diedWithHost(container: Container, row: TableRow | undefined): boolean {
  return container.state.status === 'running' && parseStatus(row?.cells.STATUS ?? '')?.exitCode === 255
}

function isRowOf(row: TableRow, container: Container): boolean {
  return row.cells.NAMES === container.name || container.id.startsWith(row.cells['CONTAINER ID'] ?? '-')
}

function settleAsShown(world: World, container: Container, row: TableRow, attempt: Attempt): World | null {
  const listed = attempt.mismatches.some((item) => item.line === row.line && OF_STATUS.has(item.code))
  const shown = parseStatus(row.cells.STATUS ?? '')
  if (!listed || !shown) return null
  const runs = shown.state === 'running' || shown.state === 'paused' || shown.state === 'restarting'
  if (runs) return adoptContainer(removeQuietly(world, container), ofRow(row))
  const ended = container.state.status === 'running' ? quietly(world.terminal, ['kill', container.id]) : world.terminal
  return {
    ...world,
    terminal: withStatus(ended, container.id, shown),
    doubtful: world.doubtful.filter((id) => id !== container.id),
  }
}

/** A doubtful container that the list should hold and does not: it ended, or it is gone. */
function settleAsGone(
  world: World,
  container: Container,
  step: ReadStep,
  attempt: Attempt,
  lists: boolean,
): World | null {
  const missed = attempt.mismatches.some(
    (item) => item.code === 'row-missing' && item.expected.includes(container.id.slice(0, 12)),
  )
  if (!missed || !lists) return null
  const all = /\s(?:-[a-z]*a[a-z]*|--all)(?:\s|$)/.test(step.command)
  return all ? removeQuietly(world, container) : { ...world, terminal: quietly(world.terminal, ['kill', container.id]) }
}
