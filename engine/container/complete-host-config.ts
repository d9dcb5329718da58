import type { Json } from '../json'
import type { HostConfig } from './config'
import { HOST_DEFAULTS } from './host-defaults'

/** Fields a client may leave out and the engine never fills, by the field they stand before in `docker inspect`. */
const OPTIONAL_BEFORE: Readonly<Record<string, readonly string[]>> = {
  CapAdd: ['Annotations'],
  UTSMode: ['StorageOpt', 'Tmpfs'],
  ConsoleSize: ['Sysctls'],
  MaskedPaths: ['Mounts'],
}

/** A create request's host configuration with the engine's own defaults, in the key order of `docker inspect`. */
export function completeHostConfig(given: HostConfig): HostConfig {
  const fields: Record<string, Json | undefined> = {}
  for (const [key, fallback] of Object.entries(HOST_DEFAULTS)) {
    for (const optional of OPTIONAL_BEFORE[key] ?? [])
      if (given[optional] !== undefined) fields[optional] = given[optional]
    fields[key] = isUnset(given[key]) ? fallback : given[key]
  }
  return { ...HOST_DEFAULTS, ...fields, ...filled(given), ...(given.Init === undefined ? {} : { Init: given.Init }) }
}

function isUnset(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || value === 0
}

/** Values that need more than their default. */
function filled(given: HostConfig): Partial<HostConfig> {
  const { Name: name, MaximumRetryCount: count } = given.RestartPolicy
  const isSwappinessUnset = given.MemorySwappiness === -1
  return {
    Binds: given.Binds,
    RestartPolicy: { Name: name === '' ? 'no' : name, MaximumRetryCount: count },
    MemorySwap: given.Memory > 0 && given.MemorySwap === 0 ? 2 * given.Memory : given.MemorySwap,
    ...(isSwappinessUnset ? { MemorySwappiness: null } : {}),
    ...(logType(given) === '' ? { LogConfig: { Type: 'json-file', Config: {} } } : {}),
  }
}

function logType({ LogConfig: config }: HostConfig): string {
  const type = typeof config === 'object' && config !== null && 'Type' in config ? config.Type : ''
  return typeof type === 'string' ? type : ''
}
