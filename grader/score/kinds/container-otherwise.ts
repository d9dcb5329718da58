import { listItems } from '@/engine/append-list'
import type { HostConfig } from '@/engine/container/config'
import type { Container } from '@/engine/container/container'
import { textFile } from '@/engine/files/tree'
import type { ContainerPattern } from '../../pattern'

/** The container as it would be were a fact otherwise, in one or several ways. */
type Others = (container: Container, pattern: ContainerPattern) => readonly Container[]

/** By the field of a pattern that states the fact; fields that are not here only say which container is meant. */
const OTHERS: readonly (readonly [readonly (keyof ContainerPattern)[], Others])[] = [
  [['exitCode'], (one) => [withState(one, { exitCode: one.state.exitCode === 1 ? 2 : 1 })]],
  [['oomKilled'], (one) => [withState(one, { oomKilled: !one.state.oomKilled })]],
  [['health'], otherHealth],
  [['restarts'], (one) => [{ ...one, restartCount: one.restartCount + 17 }]],
  [
    ['publishes', 'hostPort', 'hostIp', 'dynamic'],
    (one) => [{ ...one, ports: [] }, withHost(one, { PortBindings: {} }), { ...one, ports: one.ports.map(otherPort) }],
  ],
  [['hostname'], otherHostname],
  [['user'], (one) => [withConfig(one, { User: 'otherwise' })]],
  [['workdir'], (one) => [withConfig(one, { WorkingDir: '/otherwise' })]],
  [['env'], (one, { env }) => [withConfig(one, { Env: otherVariables(one.config.Env, env) })]],
  [['labels'], (one) => [withConfig(one, { Labels: { otherwise: '1' } })]],
  [['command'], (one) => [{ ...one, path: 'otherwise', args: [] }]],
  [['restart'], (one) => [withHost(one, { RestartPolicy: { Name: 'otherwise', MaximumRetryCount: 0 } })]],
  [['autoRemove'], (one) => [withHost(one, { AutoRemove: !one.hostConfig.AutoRemove })]],
  [['init'], (one) => [withHost(one, { Init: one.hostConfig.Init !== true })]],
  [['memory'], (one) => [withHost(one, { Memory: one.hostConfig.Memory + 77_000_000 })]],
  [['cpus'], (one) => [withHost(one, { NanoCpus: one.hostConfig.NanoCpus + 700_000_000 })]],
  [
    ['mounts'],
    (one) => [
      { ...one, mounts: [] },
      { ...one, mounts: one.mounts.map(otherMount) },
    ],
  ],
  [['networks'], (one) => [{ ...one, endpoints: [] }]],
  [['address'], otherAddress],
  [['log'], otherLog],
  [['diff'], (one) => [{ ...one, upper: { ...one.upper, entries: {} } }]],
]

/** For each fact that the pattern states of the container (files and processes excepted): what it would be otherwise. */
export function otherContainers(container: Container, pattern: ContainerPattern): readonly (readonly Container[])[] {
  const facts = OTHERS.filter(([fields]) => fields.some((field) => pattern[field] !== undefined)).map(([, others]) =>
    others(container, pattern),
  )
  if (pattern.status === undefined || pattern.exitCode !== undefined) return facts
  return [...facts, otherStatus(container)]
}

/**
 * The status that is told from it by what a listing of this status shows: an ended container that ran on would stand
 * in the plain `docker ps`, whose silence says only that it does not run.
 */
function otherStatus(container: Container): readonly Container[] {
  const { status } = container.state
  if (status === 'exited') return [withState(container, { status: 'created', startedAt: null, finishedAt: null })]
  if (status === 'paused') return [withState(container, { status: 'running' })]
  const at = container.createdAt
  return [withState({ ...container, ports: [] }, { status: 'exited', startedAt: at, finishedAt: at, hostPid: 0 })]
}

/** The environment with the variables that a pattern speaks of otherwise, and all the others as they are. */
export function otherVariables(
  env: readonly string[] | null,
  wanted: Readonly<Record<string, string>> = {},
): readonly string[] {
  return (env ?? []).map((entry) => {
    const name = entry.split('=')[0] ?? ''
    return name in wanted ? `${name}=otherwise` : entry
  })
}

function withState(container: Container, changes: Partial<Container['state']>): Container {
  return { ...container, state: { ...container.state, ...changes } }
}

function withConfig(container: Container, changes: Partial<Container['config']>): Container {
  return { ...container, config: { ...container.config, ...changes } }
}

function withHost(container: Container, changes: Partial<HostConfig>): Container {
  return { ...container, hostConfig: { ...container.hostConfig, ...changes } }
}

function otherHealth(container: Container): readonly Container[] {
  const { health } = container.state
  if (health === null) return []
  const status = health.status === 'healthy' ? 'unhealthy' : 'healthy'
  // No check comes in between to put it right again.
  return [withState(container, { health: { ...health, status, nextProbeAt: null, probe: null } })]
}

function otherPort(port: Container['ports'][number]): Container['ports'][number] {
  return { ...port, publicPort: port.publicPort + 1 }
}

function otherMount(mount: Container['mounts'][number]): Container['mounts'][number] {
  return { ...mount, name: 'otherwise', source: '/otherwise', destination: '/otherwise', writable: !mount.writable }
}

function otherAddress(container: Container): readonly Container[] {
  return [{ ...container, endpoints: container.endpoints.map((endpoint) => ({ ...endpoint, address: '192.0.2.77' })) }]
}

function otherHostname(container: Container): readonly Container[] {
  const ownFiles = { ...container.ownFiles, '/etc/hostname': textFile('otherwise\n') }
  return [{ ...withConfig(container, { Hostname: 'otherwise' }), ownFiles }]
}

/** The newest line of its output was another one. */
function otherLog(container: Container): readonly Container[] {
  const items = listItems(container.log)
  const last = items.at(-1)
  if (last === undefined) return []
  const entries = items.map((entry) => ({ ...entry, text: 'otherwise\n' }))
  return [{ ...container, log: { full: [], last: entries } }]
}
