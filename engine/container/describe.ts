import { treeSize } from '../files/tree'
import type { StatusFacts } from '../format/container-status'
import type { ListedPort } from '../format/port-listing'
import { imageSize } from '../image/root'
import { quoteShellWords } from './command-text'
import type { Container, ContainerStatus, PublishedPort } from './container'

/** What the STATUS column is made of. */
export function statusFacts({ state }: Container): StatusFacts {
  const is = (status: ContainerStatus) => state.status === status
  return {
    running: is('running') || is('paused') || is('restarting'),
    paused: is('paused'),
    restarting: is('restarting'),
    removing: is('removing'),
    dead: is('dead'),
    exitCode: state.exitCode,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    health: state.health?.status ?? null,
  }
}

/** Published ports, then those only exposed, while a container runs. */
export function listedPorts(container: Container): readonly ListedPort[] {
  const isShown = container.state.hostPid !== 0 || container.ports.length > 0
  if (!isShown) return []
  const published = container.ports.map(listPort)
  const known = new Set(container.ports.map(({ privatePort, protocol }) => `${privatePort}/${protocol}`))
  const hasNetwork = container.endpoints.some((endpoint) => endpoint.address !== null)
  const exposed = hasNetwork ? exposedKeys(container).filter((key) => !known.has(key)) : []
  return [...published, ...exposed.map(exposedPort)]
}

function exposedKeys({ config, hostConfig }: Container): readonly string[] {
  return [...new Set([...Object.keys(config.ExposedPorts ?? {}), ...Object.keys(hostConfig.PortBindings)])]
}

function listPort({ address, privatePort, publicPort, protocol }: PublishedPort): ListedPort {
  return { ip: address, privatePort, publicPort, type: protocol }
}

function exposedPort(key: string): ListedPort {
  const [port = '0', type = 'tcp'] = key.split('/')
  return { ip: null, privatePort: Number(port), publicPort: null, type }
}

/** The command line as the engine lists it. */
export function commandText({ path, args }: Container): string {
  return quoteShellWords([path, ...args])
}

/** Bytes the container wrote, and with its image. */
export function containerSizes(container: Container): { readonly writable: number; readonly virtual: number } {
  const writable = treeSize(container.upper)
  return { writable, virtual: writable + imageSize(container.image.layers) }
}
