import { listItems } from '@/engine/append-list'
import type { RestartPolicy } from '@/engine/container/config'
import type { Container } from '@/engine/container/container'
import { listChanges } from '@/engine/files/overlay'
import { imageRoot } from '@/engine/image/root'
import type { Process } from '@/engine/kernel/process'
import { processesIn } from '@/engine/kernel/processes'
import { isGeneratedName } from '@/engine/names/container-name'
import type { ContainerPattern, EndpointPattern, MountPattern, ProcessPattern } from '../../pattern'
import { fitsFiles } from '../files'
import { anyFits, fitsGlob, fitsRecord, inRange, isNumber } from '../glob'
import type { Bindings } from '../history'
import type { Surroundings } from './target'

/** Whether one field of a pattern holds; a field that is not given does. */
type Fact = (container: Container, pattern: ContainerPattern, around: Surroundings) => boolean

const given = <T>(wanted: T | undefined, holds: (wanted: T) => boolean): boolean =>
  wanted === undefined || holds(wanted)

/** Cheap facts first: most objects fail one of them. */
const FACTS: readonly Fact[] = [
  ({ id }, { as }, { bindings }) => given(as, (name) => bindings[name] === id),
  ({ image }, { imageAs }, { bindings }) => given(imageAs, (name) => isBoundTo(bindings, name, image.id)),
  ({ imageName }, { image }) => given(image, (glob) => isOfImage(imageName, glob)),
  ({ name }, pattern) => given(pattern.name, (glob) => fitsGlob(name, glob)),
  ({ name }, { named }) => given(named, (wanted) => !isGeneratedName(name) === wanted),
  ({ state }, { status }) => given(status, (wanted) => state.status === wanted),
  ({ state }, { exitCode }) => given(exitCode, (wanted) => isNumber(state.exitCode, wanted)),
  ({ state }, pattern) => given(pattern.oomKilled, (wanted) => state.oomKilled === wanted),
  ({ state }, { health }) => given(health, (wanted) => state.health?.status === wanted),
  ({ restartCount }, { restarts }) => given(restarts, (range) => inRange(restartCount, range)),
  ({ config }, { detached }) => given(detached, (wanted) => config.AttachStdout !== wanted),
  ({ config }, pattern) => given(pattern.interactive, (wanted) => (config.OpenStdin && config.Tty) === wanted),
  ({ config }, { user }) => given(user, (glob) => fitsGlob(config.User, glob)),
  ({ config }, { hostname }) => given(hostname, (glob) => fitsGlob(config.Hostname, glob)),
  ({ config }, { workdir }) => given(workdir, (glob) => fitsGlob(config.WorkingDir, glob)),
  ({ config }, { env }) => given(env, (wanted) => fitsRecord(variablesIn(config.Env), wanted)),
  ({ config }, { labels }) => given(labels, (wanted) => fitsRecord(config.Labels ?? {}, wanted)),
  ({ hostConfig }, { init }) => given(init, (wanted) => (hostConfig.Init === true) === wanted),
  ({ hostConfig }, { autoRemove }) => given(autoRemove, (wanted) => hostConfig.AutoRemove === wanted),
  ({ hostConfig }, { restart }) => given(restart, (glob) => fitsGlob(policyText(hostConfig.RestartPolicy), glob)),
  ({ hostConfig }, { memory }) => given(memory, (range) => inRange(hostConfig.Memory / 1_048_576, range)),
  ({ hostConfig }, { cpus }) => given(cpus, (range) => inRange(hostConfig.NanoCpus / 1e9, range)),
  (container, { command }) => given(command, (glob) => fitsGlob([container.path, ...container.args].join(' '), glob)),
  (container, pattern) => publishesAsWanted(container, pattern),
  ({ mounts }, pattern, around) =>
    given(pattern.mounts, (wanted) => wanted.every((each) => mounts.some((mount) => fitsMount(mount, each, around)))),
  ({ endpoints }, { networks }, around) =>
    given(networks, (wanted) => wanted.every((each) => endpoints.some((one) => fitsEndpoint(one, each, around)))),
  ({ endpoints }, { address }) =>
    given(address, (glob) =>
      anyFits(
        endpoints.flatMap((one) => one.address ?? []),
        glob,
      ),
    ),
  ({ log }, pattern) => given(pattern.log, (glob) => anyFits(logLines({ log }), glob)),
  ({ id }, { runs }, { state }) =>
    given(runs, (wanted) => processesIn(state, id).some((process) => fitsProcess(process, wanted))),
  (container, { diff }) => given(diff, (globs) => globs.every((glob) => anyFits(changesOf(container), glob))),
  ({ id }, { files }, { state }) => given(files, (wanted) => fitsFiles(state, id, wanted)),
  (container, { not }, around) => given(not, (pattern) => !fitsContainer(container, pattern, around)),
]

/** Does this container fit? Every field that the pattern gives must hold. */
export function fitsContainer(container: Container, pattern: ContainerPattern, around: Surroundings): boolean {
  return FACTS.every((fact) => fact(container, pattern, around))
}

/** `nginx` stands for any tag or digest of nginx; `nginx:1.27` for that tag only. */
export function isOfImage(name: string, wanted: string): boolean {
  const familiar = name.replace(/^docker\.io\//, '').replace(/^library\//, '')
  return (
    fitsGlob(familiar, wanted) ||
    fitsGlob(familiar, `${wanted}:*`) ||
    fitsGlob(familiar, `${wanted}@*`) ||
    `${familiar}:latest` === wanted
  )
}

/** `NAME=value` entries by name. */
export function variablesIn(env: readonly string[] | null): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (env ?? []).map((entry) => {
      const at = entry.indexOf('=')
      return at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)]
    }),
  )
}

function policyText({ Name, MaximumRetryCount }: RestartPolicy): string {
  if (Name === '') return 'no'
  return MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name
}

export function logLines({ log }: Pick<Container, 'log'>): readonly string[] {
  return listItems(log)
    .map((entry) => entry.text)
    .join('')
    .split('\n')
    .map((line) => line.trimEnd())
}

function changesOf(container: Container): readonly string[] {
  return listChanges(imageRoot(container.image.layers), container.upper).map(({ kind, path }) => `${kind} ${path}`)
}

/** A published port counts also while the container is stopped: it is what was asked for when it was created. */
function publishesAsWanted(container: Container, pattern: ContainerPattern): boolean {
  const { publishes, hostPort, dynamic, hostIp } = pattern
  if (publishes === undefined && hostPort === undefined && dynamic === undefined && hostIp === undefined) return true
  return publishedBy(container).some(
    (port) =>
      given(publishes, (wanted) => isNumber(port.inside, wanted)) &&
      given(hostPort, (wanted) => isNumber(port.outside, wanted)) &&
      given(dynamic, (wanted) => port.dynamic === wanted) &&
      given(hostIp, (glob) => fitsGlob(port.address, glob)),
  )
}

interface Published {
  readonly inside: number
  readonly outside: number
  readonly address: string
  readonly dynamic: boolean
}

function publishedBy(container: Container): readonly Published[] {
  const { PortBindings, PublishAllPorts } = container.hostConfig
  const asked = Object.entries(PortBindings).flatMap(([key, list]) =>
    (list ?? []).map(({ HostIp, HostPort }) => ({
      inside: Number(key.split('/')[0]),
      outside: Number(HostPort),
      address: HostIp === '' ? '0.0.0.0' : HostIp,
      dynamic: HostPort === '' || HostPort === '0',
    })),
  )
  const open = container.ports.map((port) => ({
    inside: port.privatePort,
    outside: port.publicPort,
    address: port.address,
    dynamic: asked.find((one) => one.inside === port.privatePort)?.dynamic ?? PublishAllPorts,
  }))
  const exposed = Object.keys(PublishAllPorts ? (container.config.ExposedPorts ?? {}) : {}).map((key) => ({
    inside: Number(key.split('/')[0]),
    outside: 0,
    address: '0.0.0.0',
    dynamic: true,
  }))
  return [...open, ...asked, ...exposed]
}

/** Is a variable bound to this object, or (while choices are ranked) not yet to any? */
function isBoundTo(bindings: Bindings, name: string, key: string): boolean {
  return bindings[name] === undefined || bindings[name] === key
}

function fitsMount(mount: Container['mounts'][number], pattern: MountPattern, { bindings }: Surroundings): boolean {
  return (
    given(pattern.as, (name) => mount.type === 'volume' && isBoundTo(bindings, name, mount.name)) &&
    given(pattern.type, (type) => mount.type === type) &&
    given(pattern.name, (glob) => mount.type === 'volume' && fitsGlob(mount.name, glob)) &&
    given(pattern.anonymous, (wanted) => mount.type === 'volume' && mount.anonymous === wanted) &&
    given(pattern.source, (glob) => fitsGlob(mount.source, glob)) &&
    given(pattern.target, (glob) => fitsGlob(mount.destination, glob)) &&
    given(pattern.readonly, (wanted) => mount.writable !== wanted)
  )
}

function fitsEndpoint(
  endpoint: Container['endpoints'][number],
  pattern: EndpointPattern,
  { bindings }: Surroundings,
): boolean {
  return (
    given(pattern.as, (name) => isBoundTo(bindings, name, endpoint.networkId)) &&
    given(pattern.name, (glob) => fitsGlob(endpoint.networkName, glob)) &&
    given(pattern.alias, (glob) => anyFits(endpoint.aliases ?? [], glob)) &&
    given(pattern.connected, (wanted) => endpoint.connected === wanted)
  )
}

export function fitsProcess(process: Process, pattern: ProcessPattern): boolean {
  return (
    process.status === null &&
    given(pattern.command, (glob) => fitsGlob(process.argv.join(' '), glob)) &&
    given(pattern.pid, (wanted) => isNumber(process.pid, wanted)) &&
    given(pattern.user, (glob) => fitsGlob(process.user, glob)) &&
    given(pattern.exec, (wanted) => (process.parent === 0 && process.pid !== 1) === wanted)
  )
}
