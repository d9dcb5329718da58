import type { HostConfig } from '../container/config'
import type { Json } from '../json'
import { deviceError, parseDeviceOption } from '../specs/device-option'
import { parseMountOption } from '../specs/mount-option'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { parseRestartPolicy } from '../specs/restart-policy'
import { parseBinarySize } from '../specs/size-parse'
import { parseUlimit } from '../specs/ulimit'
import {
  type FlagHolder,
  flagIsGiven,
  flagIsOn,
  flagNumber,
  flagText,
  flagTexts,
  type ParsedCommand,
} from './command-line'
import { readBinds } from './create-binds'
import { networkMode } from './create-networking'
import { readPublishedPorts } from './create-ports'
import type { ClientSurroundings } from './create-request'
import { readCapabilities, readGpus, readLogConfig, readSecurityOptions, readStorageOptions } from './create-security'
import { parseCpus } from './flag-values'

/** The `HostConfig` part of a create request, in the order of the API's fields. */
export function readHostConfig(command: ParsedCommand, surroundings: ClientSurroundings): Parsed<HostConfig> {
  const swappiness = flagNumber(command, 'memory-swappiness') ?? -1
  if (swappiness < -1 || swappiness > 100) {
    return malformed(`invalid value: ${swappiness}. Valid memory swappiness range is 0-100`)
  }
  const binds = readBinds(command, surroundings.directory)
  if (!binds.ok) return binds
  const ports = readPublishedPorts(command)
  if (!ports.ok) return ports
  const wrongDevice = flagTexts(command, 'device')
    .map(deviceError)
    .find((error) => error !== null)
  if (wrongDevice !== undefined && wrongDevice !== null) return malformed(wrongDevice)
  const wrongMode = modeError(command)
  if (wrongMode !== null) return malformed(wrongMode)
  const restart = parseRestartPolicy(flagText(command, 'restart') ?? 'no', command.client)
  if (!restart.ok) return restart
  const logConfig = readLogConfig(command)
  if (!logConfig.ok) return logConfig
  const security = readSecurityOptions(command, surroundings.readFile)
  if (!security.ok) return security
  const storage = readStorageOptions(command)
  if (!storage.ok) return storage
  const { name, maximumRetryCount } = restart.value
  if (flagIsOn(command, 'rm') && name !== 'no' && name !== '') return malformed(restartConflict(command))
  return parsed({
    Binds: orNull(binds.value),
    ContainerIDFile: flagText(command, 'cidfile') ?? '',
    LogConfig: logConfig.value,
    NetworkMode: networkMode(command),
    PortBindings: ports.value.bindings,
    RestartPolicy: { Name: name, MaximumRetryCount: maximumRetryCount },
    AutoRemove: flagIsOn(command, 'rm'),
    VolumeDriver: flagText(command, 'volume-driver') ?? '',
    VolumesFrom: orNull(flagTexts(command, 'volumes-from')),
    ...(flagIsGiven(command, 'annotation') ? { Annotations: pairs(flagTexts(command, 'annotation')) } : {}),
    ...namespaces(command),
    SecurityOpt: orNull(security.value),
    ...(storage.value === null ? {} : { StorageOpt: storage.value }),
    ...(flagIsGiven(command, 'tmpfs') ? { Tmpfs: pairs(flagTexts(command, 'tmpfs'), ':') } : {}),
    UTSMode: flagText(command, 'uts') ?? '',
    UsernsMode: flagText(command, 'userns') ?? '',
    ShmSize: bytes(command, 'shm-size'),
    ...(flagIsGiven(command, 'sysctl') ? { Sysctls: pairs(flagTexts(command, 'sysctl')) } : {}),
    ...(flagText(command, 'runtime') === null ? {} : { Runtime: flagText(command, 'runtime') ?? '' }),
    ...resources(command, swappiness),
    ...mountsOf(command),
    MaskedPaths: null,
    ReadonlyPaths: null,
    ...(flagIsGiven(command, 'init') ? { Init: flagIsOn(command, 'init') } : {}),
  })
}

function namespaces(command: ParsedCommand) {
  const { add, drop } = readCapabilities(command)
  return {
    CapAdd: orNull(add),
    CapDrop: orNull(drop),
    CgroupnsMode: flagText(command, 'cgroupns') ?? '',
    Dns: flagTexts(command, 'dns').map((address) => address.trim()),
    DnsOptions: [...flagTexts(command, 'dns-option'), ...flagTexts(command, 'dns-opt')],
    DnsSearch: flagTexts(command, 'dns-search'),
    ExtraHosts: orNull(flagTexts(command, 'add-host').map((host) => withColon(host, command))),
    GroupAdd: orNull(flagTexts(command, 'group-add')),
    IpcMode: flagText(command, 'ipc') ?? '',
    Cgroup: '',
    Links: orNull(flagTexts(command, 'link')),
    OomScoreAdj: flagNumber(command, 'oom-score-adj') ?? 0,
    PidMode: flagText(command, 'pid') ?? '',
    Privileged: flagIsOn(command, 'privileged'),
    PublishAllPorts: flagIsOn(command, 'publish-all'),
    ReadonlyRootfs: flagIsOn(command, 'read-only'),
  }
}

function resources(command: ParsedCommand, swappiness: number) {
  const pidsLimit = flagNumber(command, 'pids-limit')
  const ulimits = flagTexts(command, 'ulimit').flatMap(ulimitOf)
  const kernelMemory = command.client === '20.10' ? { KernelMemory: bytes(command, 'kernel-memory') } : {}
  return {
    Isolation: flagText(command, 'isolation') ?? '',
    CpuShares: flagNumber(command, 'cpu-shares') ?? 0,
    Memory: bytes(command, 'memory'),
    NanoCpus: nanoCpus(command),
    CgroupParent: flagText(command, 'cgroup-parent') ?? '',
    BlkioWeight: flagNumber(command, 'blkio-weight') ?? 0,
    BlkioWeightDevice: flagTexts(command, 'blkio-weight-device').map((text) => rateOf(text, 'Weight')),
    BlkioDeviceReadBps: ratesOf(command, 'device-read-bps'),
    BlkioDeviceWriteBps: ratesOf(command, 'device-write-bps'),
    BlkioDeviceReadIOps: ratesOf(command, 'device-read-iops'),
    BlkioDeviceWriteIOps: ratesOf(command, 'device-write-iops'),
    CpuPeriod: flagNumber(command, 'cpu-period') ?? 0,
    CpuQuota: flagNumber(command, 'cpu-quota') ?? 0,
    CpuRealtimePeriod: flagNumber(command, 'cpu-rt-period') ?? 0,
    CpuRealtimeRuntime: flagNumber(command, 'cpu-rt-runtime') ?? 0,
    CpusetCpus: flagText(command, 'cpuset-cpus') ?? '',
    CpusetMems: flagText(command, 'cpuset-mems') ?? '',
    Devices: flagTexts(command, 'device').map((text): Json => ({ ...parseDeviceOption(text) })),
    DeviceCgroupRules: orNull(flagTexts(command, 'device-cgroup-rule')),
    DeviceRequests: readGpus(command),
    ...kernelMemory,
    MemoryReservation: bytes(command, 'memory-reservation'),
    MemorySwap: bytes(command, 'memory-swap'),
    MemorySwappiness: swappiness,
    OomKillDisable: flagIsOn(command, 'oom-kill-disable'),
    PidsLimit: pidsLimit ?? 0,
    Ulimits: command.client === '20.10' ? orNull(ulimits) : ulimits,
  }
}

function mountsOf(command: ParsedCommand): Pick<HostConfig, 'Mounts'> {
  const mounts = flagTexts(command, 'mount').flatMap((text) => {
    const mount = parseMountOption(text, command.client)
    return mount.ok ? [{ ...mount.value }] : []
  })
  return mounts.length === 0 ? {} : { Mounts: mounts }
}

function ulimitOf(text: string): readonly Json[] {
  const ulimit = parseUlimit(text)
  return ulimit.ok ? [{ Name: ulimit.value.name, Hard: ulimit.value.hard, Soft: ulimit.value.soft }] : []
}

function modeError(command: ParsedCommand): string | null {
  const check = (flag: string, allowed: RegExp, kind: string) =>
    allowed.test(flagText(command, flag) ?? '') ? null : `--${flag}: invalid ${kind} mode`
  return (
    check('pid', /^(?:|host|container:.+)$/, 'PID') ??
    check('uts', /^(?:|host)$/, 'UTS') ??
    check('userns', /^(?:|host)$/, 'USER') ??
    check('cgroupns', /^(?:|host|private)$/, 'CGROUP')
  )
}

function restartConflict({ client }: ParsedCommand): string {
  return client === '20.10'
    ? 'Conflicting options: --restart and --rm'
    : 'conflicting options: cannot specify both --restart and --rm'
}

/** Since 25 `--add-host name=address` is taken too. */
function withColon(host: string, { client }: ParsedCommand): string {
  if (client === '20.10' || !host.includes('=')) return host
  return host.replace('=', ':').replace(/\[(.*)\]$/, '$1')
}

function bytes(command: FlagHolder & Pick<ParsedCommand, 'client'>, flag: string): number {
  const text = flagText(command, flag)
  if (text === null) return 0
  const size = parseBinarySize(text, command.client)
  return size.ok ? size.value : -1
}

function nanoCpus(command: ParsedCommand): number {
  const cpus = parseCpus(flagText(command, 'cpus') ?? '0')
  return cpus.ok ? cpus.value : 0
}

/** 20.10 sends null where no device was named. */
function ratesOf(command: ParsedCommand, flag: string) {
  const rates = flagTexts(command, flag).map((text) => rateOf(text, 'Rate'))
  return command.client === '20.10' && rates.length === 0 ? null : rates
}

function rateOf(text: string, key: string): Json {
  const [path = '', rate = ''] = text.split(':')
  const size = parseBinarySize(rate, '28')
  return { Path: path, [key]: size.ok ? size.value : 0 }
}

/** `a=b` as a record; a name alone has the value ''. */
function pairs(texts: readonly string[], separator = '='): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [key = ''] = text.split(separator, 1)
      return [key, text.slice(key.length + 1)]
    }),
  )
}

function orNull<T>(items: readonly T[]): readonly T[] | null {
  return items.length === 0 ? null : items
}
