import type { Json } from '../json'
import { unknownRuntime } from '../refusals'
import type { EngineState } from '../state'
import type { ContainerConfig, HostConfig, RestartPolicy } from './config'
import { logRefusal } from './log-settings'
import { tmpfsRefusal, volumesFromRefusal } from './rare-mounts'

/** What the engine refuses about settings that few containers have, or null (moby `verifyContainerSettings`). */
export function rareSettingsError(state: EngineState, config: ContainerConfig, host: HostConfig): string | null {
  return (
    healthError(config) ??
    scoreError(host) ??
    cpuShareError(state, host) ??
    restartError(state, host.RestartPolicy) ??
    capabilityError(host) ??
    logRefusal(host) ??
    isolationError(host) ??
    runtimeError(state, host) ??
    tmpfsRefusal(host) ??
    volumesFromRefusal(host) ??
    storageError(host)
  )
}

const NANOSECONDS_MIN = 1_000_000

function healthError({ Healthcheck: check = {} }: ContainerConfig): string | null {
  for (const field of ['Interval', 'Timeout', 'StartPeriod'] as const) {
    const time = check[field] ?? 0
    if (time !== 0 && time < NANOSECONDS_MIN) return `${field} in Healthcheck cannot be less than 1ms`
  }
  return null
}

function scoreError({ OomScoreAdj: score }: HostConfig): string | null {
  if (typeof score !== 'number' || Math.abs(score) <= 1000) return null
  return `Invalid value ${score}, range for oom score adj is [-1000, 1000]`
}

function cpuShareError({ host: { cpus } }: EngineState, host: HostConfig): string | null {
  const { CpuPeriod: period, CpuQuota: quota, CpusetCpus: chosen, NanoCpus: nano } = host
  for (const [name, value] of [
    ['Period', period],
    ['Quota', quota],
  ] as const) {
    const both = nano > 0 && typeof value === 'number' && value > 0
    if (both) return `Conflicting options: Nano CPUs and CPU ${name} cannot both be set`
  }
  if (typeof chosen !== 'string' || chosen === '') return null
  const last = lastOfSet(chosen)
  if (last === null) return `Invalid value ${chosen} for cpuset cpus`
  return last < cpus
    ? null
    : `Requested CPUs are not available - requested ${chosen}, available: ${cpus === 1 ? '0' : `0-${cpus - 1}`}`
}

/** The highest number of a set such as `0-2,4`; null where it is no set. */
function lastOfSet(text: string): number | null {
  if (!/^\d{1,6}(?:-\d{1,6})?(?:,\d{1,6}(?:-\d{1,6})?)*$/.test(text)) return null
  const isBackwards = text.split(',').some((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return last < first
  })
  return isBackwards ? null : Math.max(...text.split(/[,-]/).map(Number))
}

/** What the engine refuses about a restart policy. New words: moby `api/types/container` since 25.0. */
export function restartError({ rules }: EngineState, { Name: name, MaximumRetryCount: count }: RestartPolicy) {
  const isOld = rules.refusalWording === 'old'
  const start = isOld ? '' : 'invalid restart policy: '
  if (name === 'on-failure') return count < 0 ? `${start}maximum retry count cannot be negative` : null
  if (name === '' || name === 'no' || name === 'always' || name === 'unless-stopped') {
    if (count === 0 || (name === '' && !isOld)) return null
    if (isOld) return `maximum retry count cannot be used with restart policy '${name}'`
    return `${start}maximum retry count can only be used with 'on-failure'${count < 0 ? ' and cannot be negative' : ''}`
  }
  return isOld
    ? `invalid restart policy '${name}'`
    : `${start}unknown policy '${name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`
}

function capabilityError(host: HostConfig): string | null {
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
  return null
}

const CAPABILITIES: readonly string[] = [
  'ALL',
  ...'AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM'
    .split(' ')
    .map((name) => `CAP_${name}`),
]

function isolationError({ Isolation: isolation }: HostConfig): string | null {
  if (typeof isolation !== 'string' || ['', 'default'].includes(isolation.toLowerCase())) return null
  return `invalid isolation '${isolation}' on linux`
}

function runtimeError({ rules }: EngineState, { Runtime: runtime }: HostConfig): string | null {
  const known = ['', 'runc', 'io.containerd.runc.v2', 'io.containerd.runtime.v1.linux']
  return typeof runtime !== 'string' || known.includes(runtime) ? null : unknownRuntime(rules, runtime)
}

/** Sizes of the writable layer need quotas of the host's file system, which it does not have. */
function storageError({ StorageOpt: options }: HostConfig): string | null {
  if (typeof options !== 'object' || options === null) return null
  for (const key of Object.keys(options)) {
    if (key.toLowerCase() !== 'size') return `Unknown option ${key}`
    return "--storage-opt is supported only for overlay over xfs with 'pquota' mount option"
  }
  return null
}
