import type { Renaming } from '../compare/unify'
import { isPassedOver, mayHoldId } from './held-ids'

/**
 * A copy of plain data in which one freely chosen value is another one everywhere. Parts without it keep their identity
 * (so states keep sharing), maps and functions are left as they are. Ids are replaced by their first 12 digits, so that
 * hostnames, prefixes and digests go along.
 */
export function renameEverywhere<T>(value: T, renaming: Renaming): T {
  return renamer(renaming)(value)
}

/** The same for several values that share parts: what was seen once is not walked again. */
export function renamer(renaming: Renaming): <T>(value: T) => T {
  const change = changeOf(renaming)
  const done = new Map<object, unknown>()
  return <T>(value: T) => rename(value, '', change, done) as T
}

interface Change {
  readonly text: (text: string) => string
  readonly number: (number: number, key: string) => number
  /** The first digits of the id that is renamed: what holds no such id need not be walked. */
  readonly id?: string
}

function changeOf({ kind, from, to }: Renaming): Change {
  const number = (value: number, key: string) =>
    kind === 'port' && key === 'publicPort' && value === Number(from) ? Number(to) : value
  if (kind !== 'id' && kind !== 'image')
    return { number, text: (text) => (text === from ? to : text === `/${from}` ? `/${to}` : text) }
  const short = from.slice(0, 12)
  const pattern = new RegExp(`${short}[0-9a-f]*`, 'g')
  return {
    number,
    id: short,
    text: (text) =>
      text.length < 12 || !text.includes(short) ? text : text.replace(pattern, (found) => renameId(found, from, to)),
  }
}

/** An id as long as `to` becomes it; a shorter one its prefix; a longer one keeps its own end. */
function renameId(found: string, from: string, to: string): string {
  if (found.length <= to.length) return to.slice(0, found.length)
  return to + found.slice(Math.min(from.length, to.length))
}

function rename(value: unknown, key: string, change: Change, done: Map<object, unknown>): unknown {
  if (isPassedOver(key)) return value
  if (typeof value === 'string') return change.text(value)
  if (typeof value === 'number') return change.number(value, key)
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set) return value
  if (change.id !== undefined && !mayHoldId(value, change.id)) return value
  const known = done.get(value)
  if (known !== undefined) return known
  const copy = Array.isArray(value) ? renameList(value, change, done) : renameRecord(value, change, done)
  done.set(value, copy)
  return copy
}

function renameList(list: readonly unknown[], change: Change, done: Map<object, unknown>): readonly unknown[] {
  const copy = list.map((item) => rename(item, '', change, done))
  return copy.every((item, index) => item === list[index]) ? list : copy
}

/** A copy keeps the shape of its record: one that is put together key by key would be slow to read ever after. */
function renameRecord(record: object, change: Change, done: Map<object, unknown>): object {
  let copy: Record<string, unknown> | null = null
  let isKeyChanged = false
  for (const [key, item] of Object.entries(record)) {
    const renamed = rename(item, key, change, done)
    if (change.text(key) !== key) isKeyChanged = true
    if (renamed === item) continue
    copy ??= { ...record }
    copy[key] = renamed
  }
  if (!isKeyChanged) return copy ?? record
  return Object.fromEntries(Object.entries(copy ?? record).map(([key, item]) => [change.text(key), item]))
}
