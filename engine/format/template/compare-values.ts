import type { Result } from './functions'
import { boolValue, type GoValue, indirect, type Operand } from './go-value'

type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'

const INCOMPATIBLE = 'incompatible types for comparison'

/** Go's comparison functions: basic kinds only, both of one kind; `eq` compares the first with any of the others. */
export function compareValues(name: Comparison, args: readonly Operand[]): Result {
  const [first = null, ...others] = args
  if (others.length === 0) return { ok: false, error: 'missing argument for comparison' }
  if (name === 'eq' || name === 'ne') return compareEqual(name, first, others)
  return compareOrder(name, first, others[0] ?? null)
}

function compareEqual(name: 'eq' | 'ne', first: Operand, others: readonly Operand[]): Result {
  for (const other of others) {
    const equal = areEqual(indirect(first), indirect(other))
    if (typeof equal === 'string') return { ok: false, error: equal }
    if (name === 'ne') return { ok: true, value: boolValue(!equal) }
    if (equal) return { ok: true, value: boolValue(true) }
  }
  return { ok: true, value: boolValue(false) }
}

function areEqual(a: Operand, b: Operand): boolean | string {
  if (a === null || b === null) return a === b
  const kindOfA = basicKind(a)
  const kindOfB = basicKind(b)
  if (kindOfA !== kindOfB) return INCOMPATIBLE
  if (kindOfA === null) return `non-comparable type ${a.type.name}: ${a.type.name}`
  return a.value === b.value
}

function compareOrder(name: Exclude<Comparison, 'eq' | 'ne'>, first: Operand, second: Operand): Result {
  const a = indirect(first)
  const b = indirect(second)
  if (a === null || b === null) return { ok: false, error: 'invalid type for comparison' }
  const kind = basicKind(a)
  if (kind === null || basicKind(b) === null) return { ok: false, error: 'invalid type for comparison' }
  if (kind !== basicKind(b)) return { ok: false, error: INCOMPATIBLE }
  if (kind === 'bool') return { ok: false, error: 'invalid type for comparison' }
  const order =
    kind === 'string' ? orderTexts(String(a.value), String(b.value)) : Math.sign(Number(a.value) - Number(b.value))
  const holds = { lt: order < 0, le: order <= 0, gt: order > 0, ge: order >= 0 }[name]
  return { ok: true, value: boolValue(holds) }
}

function basicKind({ type }: GoValue): 'string' | 'int' | 'float' | 'bool' | null {
  const { kind } = type
  return kind === 'string' || kind === 'int' || kind === 'float' || kind === 'bool' ? kind : null
}

function orderTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
