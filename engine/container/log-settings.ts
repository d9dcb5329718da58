import type { Json } from '../json'
import type { HostConfig } from './config'

const DRIVERS = [
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

/** Options of the drivers a course uses; those of the others are not checked. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'json-file': ['max-file', 'max-size', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag'],
  local: ['max-file', 'max-size', 'compress'],
}

/** Every driver takes these: the engine reads them itself. */
const COMMON = ['mode', 'max-buffer-size', 'cache-disabled', 'cache-max-size', 'cache-max-file', 'cache-compress']

/** Drivers and their options that the engine does not know (moby `daemon/logger`), or null. */
export function logRefusal({ LogConfig: config }: HostConfig): string | null {
  const { type, options } = readConfig(config)
  if (type !== '' && !DRIVERS.includes(type)) return `logger: no log driver named '${type}' is registered`
  const driver = type === '' ? 'json-file' : type
  const known = Object.hasOwn(OPTIONS, driver) ? OPTIONS[driver] : undefined
  const wrong = options.find((key) => known !== undefined && !known.includes(key) && !COMMON.includes(key))
  return wrong === undefined ? null : `unknown log opt '${wrong}' for ${driver} log driver`
}

function readConfig(config: Json | undefined): { readonly type: string; readonly options: readonly string[] } {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return { type: '', options: [] }
  const { Type: type, Config: options } = config as Readonly<Record<string, Json | undefined>>
  return {
    type: typeof type === 'string' ? type : '',
    options: typeof options === 'object' && options !== null ? Object.keys(options).toSorted() : [],
  }
}
