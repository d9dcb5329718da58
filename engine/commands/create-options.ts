import { flagIsGiven, flagIsOn, flagNumber, flagText, flagTexts, type ParsedCommand } from '../cli/command-line'
import { type ContainerConfig, EMPTY_CONFIG, type HostConfig, type PortBinding } from '../container/config'
import type { CreateRequest, EndpointRequest } from '../container/create'
import { HOST_DEFAULTS } from '../container/host-defaults'
import { resolveEnvironment } from '../specs/environment'
import { parseNetworkOption } from '../specs/network-option'
import { parsePortSpec } from '../specs/port-spec'
import { parseRestartPolicy } from '../specs/restart-policy'
import { parseBinarySize } from '../specs/size-parse'
import type { Call } from './call'

export type CreateOptions =
  | { readonly ok: true; readonly request: CreateRequest; readonly image: string }
  | { readonly ok: false; readonly error: string }

/** What the client asks the engine to create for the flags of `run` and `create`, or what it refuses itself. */
export function createOptionsOf(call: Call): CreateOptions {
  const { command } = call
  const [image = '', ...words] = command.args
  const ports = portsOf(command)
  if (typeof ports === 'string') return { ok: false, error: ports }
  const restart = parseRestartPolicy(flagText(command, 'restart') ?? 'no', command.client)
  if (!restart.ok) return restart
  const autoRemove = flagIsOn(command, 'rm')
  if (autoRemove && !['', 'no'].includes(restart.value.name))
    return { ok: false, error: 'Conflicting options: --restart and --rm' }
  const networks = networksOf(command)
  if (typeof networks === 'string') return { ok: false, error: networks }
  const volumes = flagTexts(command, 'volume')
  const hostConfig: HostConfig = {
    ...HOST_DEFAULTS,
    Binds: bindsOf(volumes, call),
    NetworkMode: networks[0]?.network ?? 'default',
    PortBindings: ports.bindings,
    RestartPolicy: {
      Name: restart.value.name === '' ? 'no' : restart.value.name,
      MaximumRetryCount: restart.value.maximumRetryCount,
    },
    AutoRemove: autoRemove,
    VolumesFrom: listOrNull(flagTexts(command, 'volumes-from')),
    ExtraHosts: listOrNull(flagTexts(command, 'add-host')),
    PublishAllPorts: flagIsOn(command, 'publish-all'),
    Privileged: flagIsOn(command, 'privileged'),
    ReadonlyRootfs: flagIsOn(command, 'read-only'),
    Memory: sizeOf(command, 'memory'),
    MemorySwap: sizeOf(command, 'memory-swap'),
    MemoryReservation: sizeOf(command, 'memory-reservation'),
    NanoCpus: Math.round(Number(flagText(command, 'cpus') ?? '0') * 1e9),
    ...(flagIsGiven(command, 'init') ? { Init: flagIsOn(command, 'init') } : {}),
  }
  const config = configOf(call, words, ports.exposed)
  const name = flagText(command, 'name')
  return {
    ok: true,
    image,
    request: {
      name: name === '' ? null : name,
      config: { ...config, Image: image, Volumes: anonymousVolumes(volumes) },
      hostConfig,
      endpoints: networks,
    },
  }
}

function configOf(call: Call, words: readonly string[], exposed: readonly string[]): ContainerConfig {
  const { command, invocation } = call
  const interactive = flagIsOn(command, 'interactive')
  const attached = command.name === 'create' ? interactive : !flagIsOn(command, 'detach')
  const all = [...exposed, ...flagTexts(command, 'expose').map((port) => (port.includes('/') ? port : `${port}/tcp`))]
  const entrypoint = flagText(command, 'entrypoint')
  const lookUp = (name: string) => invocation.environment[name] ?? null
  const stopTimeout = flagNumber(command, 'stop-timeout')
  return {
    ...EMPTY_CONFIG,
    Hostname: flagText(command, 'hostname') ?? '',
    Domainname: flagText(command, 'domainname') ?? '',
    User: flagText(command, 'user') ?? '',
    AttachStdin: attached && interactive,
    AttachStdout: command.name === 'create' || attached,
    AttachStderr: command.name === 'create' || attached,
    ...(all.length > 0 ? { ExposedPorts: Object.fromEntries(all.map((port) => [port, {}])) } : {}),
    Tty: flagIsOn(command, 'tty'),
    OpenStdin: interactive,
    StdinOnce: attached && interactive,
    Env: flagTexts(command, 'env').map((entry) => resolveEnvironment(entry, lookUp)),
    Cmd: words.length > 0 ? words : null,
    WorkingDir: flagText(command, 'workdir') ?? '',
    Entrypoint: flagIsGiven(command, 'entrypoint') ? [entrypoint ?? ''] : null,
    Labels: Object.fromEntries(flagTexts(command, 'label').map(splitLabel)),
    ...(flagIsGiven(command, 'stop-signal') ? { StopSignal: flagText(command, 'stop-signal') ?? '' } : {}),
    ...(flagIsGiven(command, 'stop-timeout') && stopTimeout !== null ? { StopTimeout: stopTimeout } : {}),
  }
}

function splitLabel(label: string): [string, string] {
  const equals = label.indexOf('=')
  return equals === -1 ? [label, ''] : [label.slice(0, equals), label.slice(equals + 1)]
}

function listOrNull(values: readonly string[]): readonly string[] | null {
  return values.length > 0 ? values : null
}

function sizeOf(command: ParsedCommand, flag: string): number {
  const parsed = parseBinarySize(flagText(command, flag) ?? '0', command.client)
  return parsed.ok ? parsed.value : 0
}

interface Ports {
  readonly bindings: Readonly<Record<string, readonly PortBinding[]>>
  readonly exposed: readonly string[]
}

function portsOf(command: ParsedCommand): Ports | string {
  const bindings: Record<string, PortBinding[]> = {}
  for (const spec of flagTexts(command, 'publish')) {
    const parsed = parsePortSpec(spec, command.client)
    if (!parsed.ok) return parsed.error
    for (const { hostIp, hostPort, port, protocol } of parsed.value) {
      const key = `${port}/${protocol}`
      bindings[key] = [...(bindings[key] ?? []), { HostIp: hostIp, HostPort: hostPort }]
    }
  }
  return { bindings, exposed: Object.keys(bindings) }
}

function networksOf(command: ParsedCommand): readonly EndpointRequest[] | string {
  const texts = [...flagTexts(command, 'network'), ...flagTexts(command, 'net')]
  const rows: EndpointRequest[] = []
  for (const text of texts) {
    const parsed = parseNetworkOption(text)
    if (!parsed.ok) return parsed.error
    rows.push({
      network: parsed.value.target,
      aliases: [...parsed.value.aliases, ...flagTexts(command, 'network-alias')],
      ...(flagText(command, 'ip') ? { address: flagText(command, 'ip') ?? '' } : {}),
    })
  }
  return rows
}

/** Sources that are paths become absolute, from the folder the client runs in. */
function bindsOf(volumes: readonly string[], call: Call): readonly string[] | null {
  const binds = volumes
    .filter((volume) => volume.includes(':'))
    .map((volume) => {
      const [source = '', ...rest] = volume.split(':')
      const absolute = /^\.{1,2}(?:\/|$)/.test(source) ? `${call.invocation.directory}/${source}` : source
      return [absolute.startsWith('/') ? resolveDots(absolute) : absolute, ...rest].join(':')
    })
  return listOrNull(binds)
}

function resolveDots(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

function anonymousVolumes(volumes: readonly string[]) {
  const paths = volumes.filter((volume) => !volume.includes(':'))
  return paths.length > 0 ? Object.fromEntries(paths.map((path) => [path, {}])) : null
}
