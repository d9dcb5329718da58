import type { ClientVersion } from '../cli/client-version'
import { splitCsv } from './csv-fields'
import { parseGoBool } from './go-number'
import { malformed, type Parsed, parsed } from './parsed'
import { parseBinarySize } from './size-parse'

/** A `--mount` as the client sends it; absent members were not given. */
export interface MountOption {
  readonly Type: string
  readonly Source?: string
  readonly Target: string
  readonly ReadOnly?: true
  readonly Consistency?: string
  readonly BindOptions?: { readonly Propagation?: string; readonly NonRecursive?: true }
  readonly VolumeOptions?: {
    readonly NoCopy?: true
    readonly Labels?: Readonly<Record<string, string>>
    readonly Subpath?: string
    readonly DriverConfig: { readonly Name?: string; readonly Options?: Readonly<Record<string, string>> }
  }
  readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number }
}

const ALIASES: Readonly<Record<string, string>> = {
  src: 'source',
  dst: 'target',
  destination: 'target',
  ro: 'readonly',
}
const FLAGS = ['readonly', 'volume-nocopy', 'bind-nonrecursive']
const TEXTS = ['type', 'source', 'target', 'consistency', 'bind-propagation', 'volume-driver', 'volume-subpath']
const PAIRS = ['volume-label', 'volume-opt']

type Settings = Map<string, string>

/** Reads `type=bind,source=/srv,target=/data,readonly` (docker/cli `opts.MountOpt`); a source is left as typed. */
export function parseMountOption(text: string, client: ClientVersion): Parsed<MountOption> {
  const fields = splitCsv(text)
  if (!fields.ok) return fields
  const settings: Settings = new Map([['type', 'volume']])
  for (const field of fields.value) {
    const error = readField(field, settings, client)
    if (error !== null) return malformed(error)
  }
  const type = settings.get('type') ?? ''
  if (type === '') return malformed('type is required')
  const target = settings.get('target') ?? ''
  if (target === '') return malformed('target is required')
  for (const kind of ['volume', 'bind', 'tmpfs']) {
    const isMixed = kind !== type && [...settings.keys()].some((key) => key.startsWith(`${kind}-`))
    if (isMixed) return malformed(`cannot mix '${kind}-*' options with mount type '${type}'`)
  }
  return parsed(mountOf(type, target, settings))
}

function readField(field: string, settings: Settings, client: ClientVersion): string | null {
  const equals = field.indexOf('=')
  const typed = (equals === -1 ? field : field.slice(0, equals)).toLowerCase()
  const key = Object.hasOwn(ALIASES, typed) ? (ALIASES[typed] ?? typed) : typed
  if (equals === -1) {
    if (!FLAGS.includes(key)) return `invalid field '${field}' must be a key=value pair`
    settings.set(key, 'true')
    return null
  }
  const value = field.slice(equals + 1)
  if (PAIRS.includes(key)) {
    const [name = ''] = value.split('=', 1)
    settings.set(`${key}:${name}`, value.slice(name.length + 1))
    return null
  }
  const read = readValue(key, value, client)
  if (read === undefined) return `unexpected key '${typed}' in '${field}'`
  if (read === null) return `invalid value for ${typed}: ${value}`
  settings.set(key, read)
  return null
}

/** The value in one spelling; null where it is malformed, undefined where there is no such key. */
function readValue(key: string, value: string, client: ClientVersion): string | null | undefined {
  if (TEXTS.includes(key)) return /^(?:type|consistency|bind-propagation)$/.test(key) ? value.toLowerCase() : value
  if (FLAGS.includes(key)) {
    const flag = parseGoBool(value)
    return flag.ok ? String(flag.value) : null
  }
  if (key === 'tmpfs-size') {
    const size = parseBinarySize(value, client)
    return size.ok ? String(size.value) : null
  }
  if (key === 'tmpfs-mode') return /^[0-7]{1,10}$/.test(value) ? String(Number.parseInt(value, 8)) : null
  return undefined
}

function mountOf(type: string, target: string, settings: Settings): MountOption {
  const source = settings.get('source') ?? ''
  const consistency = settings.get('consistency') ?? ''
  return {
    Type: type,
    ...(source === '' ? {} : { Source: source }),
    Target: target,
    ...(settings.get('readonly') === 'true' ? { ReadOnly: true as const } : {}),
    ...(consistency === '' ? {} : { Consistency: consistency }),
    ...bindOptionsOf(settings),
    ...volumeOptionsOf(settings),
    ...tmpfsOptionsOf(settings),
  }
}

function bindOptionsOf(settings: Settings): Pick<MountOption, 'BindOptions'> {
  const propagation = settings.get('bind-propagation')
  const nonRecursive = settings.get('bind-nonrecursive')
  if (propagation === undefined && nonRecursive === undefined) return {}
  return {
    BindOptions: {
      ...(propagation === undefined || propagation === '' ? {} : { Propagation: propagation }),
      ...(nonRecursive === 'true' ? { NonRecursive: true as const } : {}),
    },
  }
}

function volumeOptionsOf(settings: Settings): Pick<MountOption, 'VolumeOptions'> {
  if (![...settings.keys()].some((key) => key.startsWith('volume-'))) return {}
  const labels = pairsOf(settings, 'volume-label:')
  const options = pairsOf(settings, 'volume-opt:')
  const driver = settings.get('volume-driver')
  const subpath = settings.get('volume-subpath')
  return {
    VolumeOptions: {
      ...(settings.get('volume-nocopy') === 'true' ? { NoCopy: true as const } : {}),
      ...(labels === null ? {} : { Labels: labels }),
      ...(subpath === undefined ? {} : { Subpath: subpath }),
      DriverConfig: {
        ...(driver === undefined ? {} : { Name: driver }),
        ...(options === null ? {} : { Options: options }),
      },
    },
  }
}

function tmpfsOptionsOf(settings: Settings): Pick<MountOption, 'TmpfsOptions'> {
  const size = settings.get('tmpfs-size')
  const mode = settings.get('tmpfs-mode')
  if (size === undefined && mode === undefined) return {}
  return {
    TmpfsOptions: {
      ...(size === undefined ? {} : { SizeBytes: Number(size) }),
      ...(mode === undefined ? {} : { Mode: Number(mode) }),
    },
  }
}

function pairsOf(settings: Settings, prefix: string): Readonly<Record<string, string>> | null {
  const pairs = [...settings].filter(([key]) => key.startsWith(prefix) && key.length > prefix.length)
  return pairs.length === 0 ? null : Object.fromEntries(pairs.map(([key, value]) => [key.slice(prefix.length), value]))
}
