import { parseSignal } from '../kernel/signal'
import { invalidSignal } from '../refusals'
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

/** What the engine refuses about the common settings of a new container, or null (moby `verifyContainerSettings`). */
export function settingsError(state: EngineState, config: ContainerConfig, host: HostConfig): string | null {
  if (config.WorkingDir !== '' && !config.WorkingDir.startsWith('/')) {
    return `the working directory '${config.WorkingDir}' is invalid, it needs to be an absolute path`
  }
  const { StopSignal: signal = '' } = config
  if (signal !== '' && !/^0*[1-9]\d*$/.test(signal) && parseSignal(signal) === null)
    return invalidSignal(state.rules, signal)
  return memoryError(host) ?? cpuError(state, host)
}

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
