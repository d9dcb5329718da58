import type { Container } from '@/engine/container/container'
import { familiarNamed, namesOf } from '@/engine/image/store'
import type { EngineState } from '@/engine/state'

/** A machine as a person would describe it, for the pages. */
export interface MachineView {
  readonly containers: readonly ContainerView[]
  readonly images: readonly { readonly name: string; readonly id: string }[]
  readonly volumes: readonly string[]
  readonly networks: readonly string[]
  /** How many things there are beyond those listed. */
  readonly unlisted: number
}

export interface ContainerView {
  readonly name: string
  /** The first 12 digits. */
  readonly id: string
  readonly image: string
  readonly status: Container['state']['status']
  /** `null` while it has not ended. */
  readonly exitCode: number | null
  /** `8080→80/tcp`, each once. */
  readonly ports: readonly string[]
}

/** Things of one kind that are listed. */
const LISTED_MAX = 40

/** What stands on a machine now. */
export function viewMachine(state: EngineState): MachineView {
  const { containers, images, volumes, networks } = state
  const over = [containers, images, volumes, networks].map((list) => Math.max(0, list.length - LISTED_MAX))
  return {
    containers: containers.slice(-LISTED_MAX).map(viewContainer),
    images: images.slice(-LISTED_MAX).map(({ id }) => ({ name: nameOf(state, id), id: shortId(id) })),
    volumes: volumes.slice(-LISTED_MAX).map(({ name }) => name),
    networks: networks.slice(-LISTED_MAX).map(({ name }) => name),
    unlisted: over.reduce((sum, count) => sum + count, 0),
  }
}

function viewContainer(container: Container): ContainerView {
  const { id, name, imageName, ports } = container
  const { status, exitCode, finishedAt } = container.state
  const published = ports.map(({ publicPort, privatePort, protocol }) => `${publicPort}→${privatePort}/${protocol}`)
  return {
    name,
    id: shortId(id),
    image: imageName,
    status,
    exitCode: status === 'exited' && finishedAt !== null ? exitCode : null,
    ports: [...new Set(published)],
  }
}

/** What people call an image: its first name, else its short id. */
function nameOf(state: EngineState, imageId: string): string {
  const [named] = namesOf(state, imageId)
  return named === undefined ? shortId(imageId) : familiarNamed(named)
}

function shortId(id: string): string {
  return id.replace('sha256:', '').slice(0, 12)
}
