import { type MismatchCode, type Unifier, unifyLines } from './unify'

/**
 * Keys of `docker inspect` whose value follows from what was asked of Docker, whatever its version and the image's.
 * All other keys differ between versions, machines and releases of an image.
 */
export const TELLING: ReadonlySet<string> = new Set([
  'Status',
  'Running',
  'Paused',
  'Restarting',
  'OOMKilled',
  'Dead',
  'ExitCode',
  'Name',
  'Hostname',
  'Tty',
  'OpenStdin',
  'AutoRemove',
  'NetworkMode',
  'HostPort',
  'MaximumRetryCount',
  'Destination',
  'RW',
  'Memory',
  'NanoCpus',
  'Mountpoint',
  'Driver',
  'Scope',
])

/** Keys whose value a machine chooses freely, by the kind of identity it is. */
const IDENTITIES: Readonly<Record<string, 'id' | 'address'>> = { Id: 'id', IPAddress: 'address' }

/** Values compared of one document at most. */
const VALUES_MAX = 5_000

/** The JSON document an output is, or undefined when it is none. */
export function readDocument(lines: readonly string[]): unknown {
  const text = lines.join('\n').trim()
  if (!/^[[{]/.test(text) || text.length > 500_000) return undefined
  // A narrow terminal may have broken a line in the middle of a text.
  return parsed(text) ?? parsed(lines.join(''))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Compares two `inspect` documents by the keys that tell something. `lines` are the observed output's, to find a value in. */
export function compareDocuments(
  predicted: unknown,
  observed: unknown,
  lines: readonly string[],
  unifier: Unifier,
): void {
  const left = valuesOf(predicted)
  const right = new Map(valuesOf(observed).map((value) => [value.path, value]))
  for (const value of left) {
    const other = right.get(value.path)
    if (other === undefined) continue
    if (same(value, other, unifier)) {
      unifier.matched()
      continue
    }
    const line = Math.max(
      0,
      lines.findIndex((text) => text.includes(`"${value.key}": ${JSON.stringify(other.value)}`)),
    )
    unifier.mismatch({
      code: codeOf(value.key),
      line,
      expected: `"${value.key}": ${JSON.stringify(value.value)}`,
      observed: `"${value.key}": ${JSON.stringify(other.value)}`,
      soft: value.key === 'IPAddress',
    })
  }
  if (left.length === 0 && right.size === 0) unifier.matched()
}

function codeOf(key: string): MismatchCode {
  if (key === 'Id') return 'foreign-id'
  if (key === 'ExitCode') return 'different-exit-code'
  if (key === 'HostPort') return 'different-port'
  return key === 'Status' || key === 'Running' || key === 'Paused' ? 'different-status' : 'different-text'
}

interface TellingValue {
  /** Keys from the root, with ids and names of the way left out where they vary. */
  readonly path: string
  readonly key: string
  readonly value: string | number | boolean
}

function valuesOf(document: unknown): readonly TellingValue[] {
  const found: TellingValue[] = []
  const walk = (value: unknown, path: string, key: string): void => {
    if (found.length >= VALUES_MAX) return
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) walk(item, `${path}[${placeOf(item) ?? index}]`, key)
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value))
        walk(item, `${path}.${/^[0-9a-f]{64}$/.test(name) ? '*' : name}`, name)
    else if (
      (TELLING.has(key) || key in IDENTITIES) &&
      (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    )
      found.push({ path, key, value })
  }
  walk(document, '', '')
  return found
}

/** Docker lists the mounts of a container in no order: they are known by where they are mounted. */
function placeOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('Destination' in item)) return null
  return typeof item.Destination === 'string' ? item.Destination : null
}

/** The folder of a volume lies below a data root that every machine has elsewhere. */
function folderOf(mountpoint: string): string {
  return mountpoint.slice(Math.max(0, mountpoint.lastIndexOf('/volumes/')))
}

function same(left: TellingValue, right: TellingValue, unifier: Unifier): boolean {
  if (left.value === right.value) return true
  const kind = IDENTITIES[left.key]
  const [a, b] = [String(left.value), String(right.value)]
  if (kind !== undefined)
    return a === '' || b === '' ? a === b : unifier.identity(kind, a.replace('sha256:', ''), b.replace('sha256:', ''))
  if (left.key === 'HostPort') return Number(a) >= 32_768 && unifier.identity('port', a, b)
  if (left.key === 'Mountpoint') return unifyLines(folderOf(a), folderOf(b), unifier)
  if (left.key === 'Name' && /^[0-9a-f]{64}$/.test(a)) return /^[0-9a-f]{64}$/.test(b) && unifier.identity('id', a, b)
  if (left.key === 'Name')
    return /^\/?[a-z]+_[a-z]+\d?$/.test(a) && unifier.identity('name', a.replace('/', ''), b.replace('/', ''))
  if (left.key === 'Hostname')
    return /^[0-9a-f]{12}$/.test(a) && /^[0-9a-f]{12}$/.test(b) && unifier.identity('id', a, b)
  return left.key === 'Driver' || left.key === 'NetworkMode'
}
