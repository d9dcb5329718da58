import type { ContainerState } from '@/engine/container/container'
import { runDocker } from '@/engine/docker'
import type { EngineState } from '@/engine/state'
import type { Terminal } from '@/shell/terminal'
import { readOutput } from '../compare/blocks'
import { isGenerated } from '../compare/container-table'
import { parsePorts } from '../compare/ports'
import { readRefusal } from '../compare/refusal'
import { type ContainerStatus, parseStatus } from '../compare/status'
import type { TableRow } from '../compare/table'
import type { ReadStep } from '../read/transcript'
import type { Attempt } from './judge-step'
import { renameEverywhere } from './rename'
import { adoptUnknownImage, UNKNOWN_IMAGE } from './unknown-image'
import type { ObjectKind, World } from './world'

/**
 * What the student's machine must already have had for a step to read as it does: one object more, or null when
 * nothing more can be believed. A kind whose complete listing was seen is closed: nothing of it is adopted any more.
 */
export function adopt(world: World, step: ReadStep, attempt: Attempt): World | null {
  return (
    adoptImage(world, attempt) ??
    adoptRefused(world, attempt) ??
    adoptObserved(world, attempt) ??
    adoptRow(world, attempt, step)
  )
}

function isOpen(world: World, kind: ObjectKind): boolean {
  return !world.closed.includes(kind)
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
    refusal && ['no-such-image', 'pull-denied', 'manifest-unknown'].includes(refusal.kind)
      ? (missing?.reference ?? refusal.subject)
      : null
  if (unknown !== null && unknown !== '') return { ...world, terminal: adoptUnknownImage(world.terminal, unknown) }
  return missing ? { ...world, terminal: quietly(world.terminal, ['pull', '-q', missing.reference]) } : null
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
  const known = rowsOf(attempt).find(
    (row) => row.cells.NAMES === refusal.subject || (row.cells['CONTAINER ID'] ?? '') === refusal.subject,
  )
  switch (refusal.kind) {
    case 'no-such-container':
    case 'no-such-object':
      return isOpen(world, 'container') ? adoptContainer(world, known ? ofRow(known) : named(refusal.subject)) : null
    case 'no-such-volume':
      return isOpen(world, 'volume')
        ? { ...world, terminal: quietly(world.terminal, ['volume', 'create', refusal.subject]) }
        : null
    case 'no-such-network':
      return isOpen(world, 'network')
        ? { ...world, terminal: quietly(world.terminal, ['network', 'create', refusal.subject]) }
        : null
    default:
      return null
  }
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

function rowsOf(attempt: Attempt): readonly TableRow[] {
  return readOutput(attempt.observed).tables.flatMap((table) => table.rows)
}

/** A listing shows a row the engine has nothing for. */
function adoptRow(world: World, attempt: Attempt, step: ReadStep): World | null {
  const unknown = attempt.mismatches.find((item) => item.code === 'row-unknown')
  if (!unknown) return null
  const table = readOutput(attempt.observed).tables.find((each) => each.rows.some((row) => row.line === unknown.line))
  const row = table?.rows.find((each) => each.line === unknown.line)
  if (!table || !row || step.context !== 'host') return null
  switch (table.name) {
    case 'containers':
      return isOpen(world, 'container') ? adoptContainer(world, ofRow(row)) : null
    case 'images':
      return isOpen(world, 'image') ? adoptImageRow(world, row) : null
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

function adoptImageRow(world: World, row: TableRow): World | null {
  const repository = row.cells.REPOSITORY ?? row.cells.IMAGE ?? ''
  const tag = row.cells.TAG ?? ''
  if (repository === '' || repository === '<none>') return null
  const reference = tag === '' || tag === '<none>' ? repository : `${repository}:${tag}`
  const pulled = quietly(world.terminal, ['pull', '-q', reference])
  const has = pulled.state.references.length > world.terminal.state.references.length
  return { ...world, terminal: has ? pulled : adoptUnknownImage(world.terminal, reference) }
}

/** What is known of a container that was there before the paste. */
interface KnownContainer {
  readonly name: string | null
  readonly id: string | null
  readonly image: string
  readonly status: ContainerStatus | null
  readonly ports: string
}

function named(text: string): KnownContainer {
  const isId = /^[0-9a-f]{12,64}$/.test(text)
  return { name: isId ? null : text, id: isId ? text : null, image: UNKNOWN_IMAGE, status: null, ports: '' }
}

function ofRow(row: TableRow): KnownContainer {
  const { NAMES: name = '', IMAGE: image = UNKNOWN_IMAGE, STATUS: status = '', PORTS: ports = '' } = row.cells
  return {
    name: name === '' ? null : name,
    id: row.cells['CONTAINER ID'] ?? null,
    image,
    status: parseStatus(status),
    ports,
  }
}

function adoptContainer(world: World, known: KnownContainer): World | null {
  const { state } = world.terminal
  if (known.name !== null && state.containers.some((container) => container.name === known.name)) return null
  if (known.name !== null && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,200}$/.test(known.name)) return null
  const ready = adoptUnknownImage(world.terminal, known.image)
  const running = known.status === null || ['running', 'paused', 'restarting'].includes(known.status.state)
  const published = (parsePorts(known.ports) ?? [])
    .filter((port) => port.hostPort !== null)
    .map((port) => ['-p', `${port.hostPort}:${port.containerPort}/${port.protocol}`])
  const name = known.name === null ? [] : ['--name', known.name]
  const made = quietly(ready, [
    running ? 'run' : 'create',
    ...(running ? ['-d'] : []),
    ...name,
    ...published.flat(),
    known.image,
  ])
  const container = made.state.containers.at(-1)
  if (!container || made.state.containers.length === state.containers.length) return null
  const settled = known.status && !running ? withStatus(made, container.id, known.status) : made
  const renamed =
    known.id === null
      ? settled
      : { ...settled, state: renameEverywhere(settled.state, { kind: 'id', from: container.id, to: known.id }) }
  return {
    ...world,
    terminal: renamed,
    shown: {
      ...world.shown,
      id: [...world.shown.id, ...(known.id ? [known.id.slice(0, 12)] : [])],
      name: isGenerated(known.name ?? '') ? [...world.shown.name, known.name ?? ''] : world.shown.name,
    },
  }
}

function withStatus(terminal: Terminal, id: string, status: ContainerStatus): Terminal {
  const { state } = terminal
  const ended = status.state === 'exited' || status.state === 'dead'
  const changes: Partial<ContainerState> = ended
    ? { status: 'exited', exitCode: status.exitCode ?? 0, startedAt: state.clock, finishedAt: state.clock }
    : { status: 'created' }
  const containers: EngineState['containers'] = state.containers.map((container) =>
    container.id === id ? { ...container, state: { ...container.state, ...changes } } : container,
  )
  return { ...terminal, state: { ...state, containers } }
}

/** Runs a docker command without a terminal: preparing the machine is no step of the paste. */
function quietly(terminal: Terminal, argv: readonly string[]): Terminal {
  const invocation = {
    argv,
    environment: {},
    directory: '/',
    user: 'root',
    terminal: { stdin: false, stdout: false, stderr: false },
    columns: 120,
    stdin: null,
  }
  return { ...terminal, state: runDocker(terminal.state, invocation, terminal.io).state }
}
