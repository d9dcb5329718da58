import type { Json } from '../json'
import { parseSignal } from '../kernel/signal'
import { invalidSignal, unknownRuntime } from '../refusals'
import type { EngineState } from '../state'
import type { ContainerConfig, HostConfig } from './config'

const MEGABYTE = 1024 * 1024
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/

/** What the engine refuses about a container's name, or null. `id` is left out of its own conflict (rename). */
export function nameError(state: EngineState, name: string): string | null {
  if (!NAME.test(name)) return `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`
  const holder = state.containers.find((container) => container.name === name)
  if (holder === undefined) return null
  return `Conflict. The container name "/${name}" is already in use by container "${holder.id}". You have to remove (or rename) that container to be able to reuse that name.`
}

/** What the engine refuses about the settings of a new container, or null (moby `verifyContainerSettings`). */
export function settingsError(state: EngineState, config: ContainerConfig, host: HostConfig): string | null {
  if (config.WorkingDir !== '' && !config.WorkingDir.startsWith('/')) {
    return `the working directory '${config.WorkingDir}' is invalid, it needs to be an absolute path`
  }
  if (config.StopSignal !== undefined && config.StopSignal !== '' && parseSignal(config.StopSignal) === null)
    return invalidSignal(state.rules, config.StopSignal)
  return memoryError(host) ?? cpuError(state, host) ?? restartError(host) ?? kindError(state, host)
}

const LOG_DRIVERS = [
  'awslogs',
  'fluentd',
  'gcplogs',
  'gelf',
  'journald',
  'json-file',
  'local',
  'logentries',
  'none',
  'splunk',
  'syslog',
]

/** Drivers, runtimes and capabilities the engine does not know. */
function kindError({ rules }: EngineState, host: HostConfig): string | null {
  for (const [field, names] of [
    ['CapAdd', host.CapAdd],
    ['CapDrop', host.CapDrop],
  ] as const) {
    const list: readonly Json[] = Array.isArray(names) ? names : []
    for (const given of list) {
      const name = typeof given === 'string' ? given.toUpperCase() : ''
      const full = name === 'ALL' || name.startsWith('CAP_') ? name : `CAP_${name}`
      if (!CAPABILITIES.includes(full)) return `invalid ${field}: unknown capability: "${full}"`
    }
  }
  const driver = logDriver(host)
  if (driver !== '' && !LOG_DRIVERS.includes(driver)) return `logger: no log driver named '${driver}' is registered`
  const runtime = typeof host.Runtime === 'string' ? host.Runtime : ''
  const known = ['', 'runc', 'io.containerd.runc.v2', 'io.containerd.runtime.v1.linux']
  return known.includes(runtime) ? null : unknownRuntime(rules, runtime)
}

function logDriver({ LogConfig: config }: HostConfig): string {
  const type = typeof config === 'object' && config !== null && 'Type' in config ? config.Type : ''
  return typeof type === 'string' ? type : ''
}

const CAPABILITIES: readonly string[] = [
  'ALL',
  ...'AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM'
    .split(' ')
    .map((name) => `CAP_${name}`),
]

function memoryError(host: HostConfig): string | null {
  const { Memory: memory, MemorySwap: swap, MemoryReservation: reservation } = host
  if (memory !== 0 && memory < 6 * MEGABYTE) return 'Minimum memory limit allowed is 6MB'
  if (memory > 0 && swap > 0 && swap < memory)
    return 'Minimum memoryswap limit should be larger than memory limit, see usage'
  if (memory === 0 && swap > 0) return 'You should always set the Memory limit when using Memoryswap limit, see usage'
  if (reservation > 0 && reservation < 6 * MEGABYTE) return 'Minimum memory reservation allowed is 6MB'
  if (memory > 0 && reservation > memory)
    return 'Minimum memory limit can not be less than memory reservation limit, see usage'
  return null
}

function cpuError(state: EngineState, host: HostConfig): string | null {
  const { cpus } = state.host
  if (host.NanoCpus === 0 || (host.NanoCpus >= 1e7 && host.NanoCpus <= cpus * 1e9)) return null
  return `Range of CPUs is from 0.01 to ${cpus}.00, as there are only ${cpus} CPUs available`
}

function restartError(host: HostConfig): string | null {
  const { Name: name, MaximumRetryCount: count } = host.RestartPolicy
  if (name === '' || name === 'no' || name === 'always' || name === 'unless-stopped') {
    return count === 0 ? null : `maximum retry count cannot be used with restart policy '${name}'`
  }
  return name === 'on-failure' ? null : `invalid restart policy '${name}'`
}
