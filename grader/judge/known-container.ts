import type { Container, ContainerState } from '@/engine/container/container'
import type { EngineState } from '@/engine/state'
import type { Terminal } from '@/shell/terminal'
import { isGenerated } from '../compare/container-table'
import { parsePorts } from '../compare/ports'
import { type ContainerStatus, parseStatus } from '../compare/status'
import type { TableRow } from '../compare/table'
import { quietly } from './quietly'
import { renameEverywhere } from './rename'
import { adoptUnknownImage, UNKNOWN_IMAGE } from './unknown-image'
import type { World } from './world'

/** What is known of a container that was there before the paste. */
export interface KnownContainer {
  readonly name: string | null
  readonly id: string | null
  readonly image: string
  readonly status: ContainerStatus | null
  readonly ports: string
}

/** A container known by its name or id only. */
export function named(text: string): KnownContainer {
  const isId = /^[0-9a-f]{12,64}$/.test(text)
  return { name: isId ? null : text, id: isId ? text : null, image: UNKNOWN_IMAGE, status: null, ports: '' }
}

/** A container known by its row in a listing. */
export function ofRow(row: TableRow): KnownContainer {
  const { NAMES: name = '', IMAGE: image = UNKNOWN_IMAGE, STATUS: status = '', PORTS: ports = '' } = row.cells
  return {
    name: name === '' ? null : name,
    id: row.cells['CONTAINER ID'] ?? null,
    image,
    status: parseStatus(status),
    ports,
  }
}

/** The machine with a container that it must have had, whose program we know nothing of; null if it cannot be. */
export function adoptContainer(world: World, known: KnownContainer): World | null {
  const { state } = world.terminal
  if (known.name !== null && state.containers.some((container) => container.name === known.name)) return null
  if (known.id !== null && state.containers.some((container) => container.id.startsWith(known.id ?? ''))) return null
  if (known.name !== null && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,200}$/.test(known.name)) return null
  const running = known.status === null || ['running', 'paused', 'restarting'].includes(known.status.state)
  const made = quietly(adoptUnknownImage(world.terminal, known.image), [
    ...(running ? ['run', '-d'] : ['create']),
    ...(known.name === null ? [] : ['--name', known.name]),
    ...publishedBy(known),
    known.image,
  ])
  const container = made.state.containers.at(-1)
  if (!container || made.state.containers.length === state.containers.length) return null
  const settled = known.status && !running ? withStatus(made, container.id, known.status) : made
  const id = known.id === null ? container.id : known.id + container.id.slice(known.id.length)
  return {
    ...world,
    terminal: {
      ...settled,
      state: renameEverywhere(withoutNewImage(settled.state, state, known), { kind: 'id', from: container.id, to: id }),
    },
    doubtful: running ? [...world.doubtful, id] : world.doubtful,
    shown: {
      ...world.shown,
      id: [...world.shown.id, ...(known.id ? [known.id.slice(0, 12)] : [])],
      name: isGenerated(known.name ?? '') ? [...world.shown.name, known.name ?? ''] : world.shown.name,
    },
  }
}

function publishedBy(known: KnownContainer): readonly string[] {
  return (parsePorts(known.ports) ?? [])
    .filter((port) => port.hostPort !== null)
    .flatMap((port) => ['-p', `${port.hostPort}:${port.containerPort}/${port.protocol}`])
}

/** The stand-in for an image whose name is not known is no image of the student's machine. */
function withoutNewImage(made: EngineState, before: EngineState, known: KnownContainer): EngineState {
  return known.image === UNKNOWN_IMAGE ? { ...made, images: before.images, references: before.references } : made
}

/** A container that is now as a listing shows it. */
export function withStatus(terminal: Terminal, id: string, status: ContainerStatus): Terminal {
  const { state } = terminal
  const ended = status.state === 'exited' || status.state === 'dead'
  const changes: Partial<ContainerState> = ended
    ? { status: 'exited', exitCode: status.exitCode ?? 0, startedAt: state.clock, finishedAt: state.clock }
    : { status: 'created' }
  return {
    ...terminal,
    state: {
      ...state,
      containers: state.containers.map((container) =>
        container.id === id ? { ...container, state: { ...container.state, ...changes } } : container,
      ),
    },
  }
}

/** Takes a container off the machine, whatever it was doing. */
export function removeQuietly(world: World, container: Container): World {
  return {
    ...world,
    terminal: quietly(world.terminal, ['rm', '-f', container.id]),
    doubtful: world.doubtful.filter((id) => id !== container.id),
  }
}
