import type { Container } from '../container/container'
import { statusFacts } from '../container/describe'
import { findContainer } from '../container/lookup'
import { containerStateWord } from '../format/container-status'
import { findImage } from '../image/store'
import { findNetwork } from '../network/lookup'
import { invalidFilter } from '../refusals'
import type { Filters } from '../specs/filter'
import type { EngineState } from '../state'
import { matchesName } from './name-pattern'

const STATUSES = ['created', 'restarting', 'running', 'removing', 'paused', 'exited', 'dead']
const HEALTHS = ['starting', 'healthy', 'unhealthy', 'none']

export type Filtered =
  | { readonly ok: true; readonly containers: readonly Container[] }
  | { readonly ok: false; readonly error: string }

/** Keeps the containers all keys let through; several values of one key mean any of them, labels all. */
export function filterContainers(state: EngineState, containers: readonly Container[], filters: Filters): Filtered {
  const wrong = valueError(state, filters)
  if (wrong !== null) return { ok: false, error: wrong }
  const tests = Object.entries(filters).map(([key, values]) => testOf(state, key, values))
  return { ok: true, containers: containers.filter((one) => tests.every((test) => test(one))) }
}

function valueError(state: EngineState, filters: Filters): string | null {
  for (const status of filters.status ?? [])
    if (!STATUSES.includes(status)) return invalidFilter(state.rules, `status=${status}`)
  for (const health of filters.health ?? [])
    if (!HEALTHS.includes(health)) return invalidFilter(state.rules, `health=${health}`)
  for (const code of filters.exited ?? [])
    if (!/^-?\d+$/.test(code)) return `strconv.Atoi: parsing "${code}": invalid syntax`
  for (const key of ['publish', 'expose'])
    for (const value of filters[key] ?? []) {
      const wrong = portError(key, value)
      if (wrong !== null) return wrong
    }
  for (const name of [...(filters.before ?? []), ...(filters.since ?? [])]) {
    if (!findContainer(state, name).ok) return `no such container ${name}`
  }
  return null
}

/** What the engine says of a port it cannot read: `PORT[-PORT][/PROTOCOL]` (moby `daemon/list.go`). */
function portError(key: string, value: string): string | null {
  if (value.includes(':')) return `filter for '${key}' should not contain ':': ${value}`
  const [range = ''] = value.split('/')
  const wrong = range.split('-').find((port) => !/^\d+$/.test(port))
  if (wrong === undefined) return null
  return `error while looking up for ${key} ${value}: strconv.ParseUint: parsing "${wrong}": invalid syntax`
}

type Test = (container: Container) => boolean

function testOf(state: EngineState, key: string, values: readonly string[]): Test {
  switch (key) {
    case 'id':
      return (one) => values.some((value) => one.id.startsWith(value))
    case 'name':
      return (one) => values.some((value) => matchesName(value, one.name) || matchesName(value, `/${one.name}`))
    case 'status':
      return (one) => values.includes(containerStateWord(statusFacts(one)))
    case 'exited':
      return (one) =>
        values.includes(String(one.state.exitCode)) && one.state.startedAt !== null && one.state.status !== 'running'
    case 'ancestor':
      return ancestorTest(state, values)
    case 'label':
      return (one) => values.every((value) => hasLabel(one.config.Labels ?? {}, value))
    case 'before':
      return (one) => values.some((value) => isBefore(state, one, value))
    case 'since':
      return (one) => values.some((value) => isSince(state, one, value))
    case 'volume':
      return (one) =>
        values.some((value) =>
          one.mounts.some((mount) => mount.name === value || mount.destination === value || mount.source === value),
        )
    case 'network':
      return (one) => values.some((value) => isOnNetwork(state, one, value))
    case 'publish':
      return (one) =>
        values.some((value) => one.ports.some((port) => portMatches(value, port.publicPort, port.protocol)))
    case 'expose':
      return (one) =>
        values.some((value) => Object.keys(one.config.ExposedPorts ?? {}).some((port) => port === withProtocol(value)))
    case 'health':
      return (one) => values.includes(one.state.health?.status ?? 'none')
    default:
      return () => true
  }
}

/** `key` or `key=value`. */
export function hasLabel(labels: Readonly<Record<string, string>>, wanted: string): boolean {
  const equals = wanted.indexOf('=')
  if (equals === -1) return Object.hasOwn(labels, wanted)
  const key = wanted.slice(0, equals)
  return Object.hasOwn(labels, key) && labels[key] === wanted.slice(equals + 1)
}

function ancestorTest(state: EngineState, values: readonly string[]): Test {
  const ids = values.flatMap((value) => {
    const found = findImage(state, value)
    return found.ok ? found.image.id : []
  })
  const chains = ids.flatMap((id) => state.images.find((image) => image.id === id)?.layers.at(-1)?.chainId ?? [])
  return (one) =>
    ids.includes(one.image.id) ||
    one.image.layers.some((layer) => chains.includes(layer.chainId) && ids.includes(one.image.parent))
}

function isBefore(state: EngineState, one: Container, name: string): boolean {
  const found = findContainer(state, name)
  return found.ok && state.containers.indexOf(one) < state.containers.indexOf(found.container)
}

function isSince(state: EngineState, one: Container, name: string): boolean {
  const found = findContainer(state, name)
  return found.ok && state.containers.indexOf(one) > state.containers.indexOf(found.container)
}

function isOnNetwork(state: EngineState, one: Container, name: string): boolean {
  const found = findNetwork(state, name)
  return found.ok && one.endpoints.some((endpoint) => endpoint.networkName === found.network.name)
}

function withProtocol(port: string): string {
  return port.includes('/') ? port : `${port}/tcp`
}

function portMatches(value: string, port: number, protocol: string): boolean {
  const [range = '', wanted = 'tcp'] = value.split('/')
  const [first = 0, last = first] = range.split('-').map(Number)
  return wanted === protocol && port >= first && port <= last
}
