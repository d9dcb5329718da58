/** Parts of a machine in which nothing is renamed. */
export function isPassedOver(key: string): boolean {
  // Files of images hold no ids. The hub is the world's, not this machine's: only ids of images reach into it, and those it gave out itself.
  return key === 'io' || key === 'tree'
}

/** Whether plain data may have an id of these first twelve digits anywhere in it. States share most of their parts: each is searched once. */
export function mayHoldId(value: object, short: string): boolean {
  return idsIn(value).has(short) || idsIn(value).has(ANY)
}

type Ids = ReadonlySet<string>

/** By first digits, the ids that were found in a part. */
const found = new WeakMap<object, Ids>()

const NONE: Ids = new Set()
/** Stands for all ids, where digits go on for so long that any of them may be in the middle. */
const ANY = '*'

function idsIn(value: object): Ids {
  const known = found.get(value)
  if (known !== undefined) return known
  if (value instanceof Map || value instanceof Set) return NONE
  let ids = NONE
  let hasParts = false
  for (const key of Object.keys(value)) {
    if (isPassedOver(key)) continue
    const item: unknown = Reflect.get(value, key)
    ids = union(ids, idsOfText(key))
    if (typeof item === 'string') ids = union(ids, idsOfText(item))
    if (typeof item !== 'object' || item === null) continue
    hasParts = true
    ids = union(ids, idsIn(item))
  }
  // What has no parts is as quickly searched as looked up.
  if (hasParts) found.set(value, ids)
  return ids
}

/** One of the two sets itself where it has all of the other. */
function union(one: Ids, other: Ids): Ids {
  if (other.size === 0 || one === other) return one
  if (one.size === 0) return other
  const [more, fewer] = one.size >= other.size ? [one, other] : [other, one]
  let all: Set<string> | null = null
  for (const id of fewer) if (!more.has(id)) all = (all ?? new Set(more)).add(id)
  return all ?? more
}

const DIGITS = /[0-9a-f]{12,}/g
const SHORT = 12
const FULL = 64

function idsOfText(text: string): Ids {
  if (text.length < SHORT) return NONE
  const runs = text.match(DIGITS)
  if (runs === null) return NONE
  return new Set(runs.map((run) => (run.length === SHORT || run.length === FULL ? run.slice(0, SHORT) : ANY)))
}
