import { malformed, type Parsed, parsed } from './parsed'

/** Values by key, each key's in order of typing and once. */
export type Filters = Readonly<Record<string, readonly string[]>>

/** The keys the engine takes for each command; any other is `Invalid filter 'KEY'`. */
export const FILTER_KEYS: Readonly<Record<string, readonly string[]>> = {
  ps: [
    'ancestor',
    'before',
    'exited',
    'expose',
    'health',
    'id',
    'is-task',
    'isolation',
    'label',
    'name',
    'network',
    'publish',
    'since',
    'status',
    'volume',
  ],
  images: ['dangling', 'label', 'before', 'since', 'reference', 'until'],
  'volume ls': ['dangling', 'driver', 'label', 'name'],
  'network ls': ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type'],
  'container prune': ['label', 'label!', 'until'],
  'image prune': ['dangling', 'label', 'label!', 'until'],
  'network prune': ['label', 'label!', 'until'],
  'volume prune': ['all', 'label', 'label!'],
  search: ['is-official', 'stars', 'is-automated'],
}

/** Splits `name=value` as the client does: the key in lower case and both sides trimmed; '' is no filter. */
export function parseFilter(text: string): Parsed<readonly [string, string] | null> {
  if (text === '') return parsed(null)
  const equals = text.indexOf('=')
  if (equals === -1) return malformed('bad format of filter (expected name=value)')
  return parsed([text.slice(0, equals).trim().toLowerCase(), text.slice(equals + 1).trim()])
}

/** Gathers checked filters by key. */
export function collectFilters(texts: readonly string[]): Filters {
  const filters = new Map<string, string[]>()
  for (const text of texts) {
    const filter = parseFilter(text)
    if (!filter.ok || filter.value === null) continue
    const [key, value] = filter.value
    const values = filters.get(key) ?? []
    filters.set(key, values.includes(value) ? values : [...values, value])
  }
  return Object.fromEntries(filters)
}

/** The first key that the command does not take, or null. */
export function unknownFilterKey(command: string, filters: Filters): string | null {
  const known = FILTER_KEYS[command] ?? []
  return Object.keys(filters).find((key) => !known.includes(key)) ?? null
}
