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

/** Fields the engine has a value of its own for where the client sent none. */
const FILLED = Object.keys(HOST_DEFAULTS).filter((key) => !isUnset(HOST_DEFAULTS[key]))

/** A create request's host configuration with the engine's own defaults, in the key order of `docker inspect`. */
export function completeHostConfig(given: HostConfig): HostConfig {
  const fallbacks: Record<string, Json | undefined> = {}
  for (const key of FILLED) if (isUnset(given[key])) fallbacks[key] = HOST_DEFAULTS[key]
  const complete: HostConfig = { ...HOST_DEFAULTS, ...given, ...fallbacks, ...filled(given) }
  const hasOptional = Object.values(OPTIONAL_BEFORE).some((keys) => keys.some((key) => given[key] !== undefined))
  return hasOptional ? inOrder(complete) : complete
}

/** Optional fields stand among the others where Docker's own structure has them. */
function inOrder(config: HostConfig): HostConfig {
  const fields: Record<string, Json | undefined> = {}
  for (const key of Object.keys(HOST_DEFAULTS)) {
    for (const optional of OPTIONAL_BEFORE[key] ?? [])
      if (config[optional] !== undefined) fields[optional] = config[optional]
    fields[key] = config[key]
  }
  return { ...fields, ...config }
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
    PidsLimit: given.PidsLimit === 0 ? null : given.PidsLimit,
    ...(isSwappinessUnset ? { MemorySwappiness: null } : {}),
    ...(logType(given) === '' ? { LogConfig: { Type: 'json-file', Config: {} } } : {}),
  }
}

function logType({ LogConfig: config }: HostConfig): string {
  const type = typeof config === 'object' && config !== null && 'Type' in config ? config.Type : ''
  return typeof type === 'string' ? type : ''
}
