import type { Json } from '../../json'

/** A field of a Go struct: its Go name, and its key in the document where that differs. */
export interface GoField {
  readonly name: string
  readonly key: string
  readonly type: GoType
  /** Left out of JSON when it holds its zero value. */
  readonly omitEmpty: boolean
}

/** The Go types that Docker's documents and lists are made of; they decide how a value prints and what can be asked of it. */
export type GoType =
  | { readonly kind: 'string'; readonly name: string }
  | { readonly kind: 'int'; readonly name: string }
  | { readonly kind: 'float'; readonly name: string }
  | { readonly kind: 'bool'; readonly name: string }
  /** `length` where it is an array. */
  | { readonly kind: 'slice'; readonly name: string; readonly element: GoType; readonly length?: number }
  | { readonly kind: 'map'; readonly name: string; readonly element: GoType }
  | {
      readonly kind: 'struct'
      readonly name: string
      readonly fields: readonly GoField[]
      readonly escapeHtml: boolean
    }
  | { readonly kind: 'pointer'; readonly name: string; readonly to: GoType }
  /** `interface {}`: the value says what it is. */
  | { readonly kind: 'any'; readonly name: string }

export interface GoValue {
  readonly type: GoType
  readonly value: Json
}

/** The type of a method that looks a name up: `{{.Label "maintainer"}}`. Its value holds the answers by name. */
export const LOOKUP_METHOD: GoType = {
  kind: 'map',
  name: 'func(string) string',
  element: { kind: 'string', name: 'string' },
}

/** What a template's expression gives; null is Go's invalid value, printed `<no value>`. */
export type Operand = GoValue | null

export const STRING: GoType = { kind: 'string', name: 'string' }
export const INT: GoType = { kind: 'int', name: 'int' }
/** Nanoseconds, which Go prints as `1m30s`. */
export const DURATION: GoType = { kind: 'int', name: 'time.Duration' }
export const FLOAT: GoType = { kind: 'float', name: 'float64' }
export const BOOL: GoType = { kind: 'bool', name: 'bool' }
export const ANY: GoType = { kind: 'any', name: 'interface {}' }
/** Numbers of a document read without types: Go keeps their digits as text. */
export const JSON_NUMBER: GoType = { kind: 'string', name: 'json.Number' }

export function sliceOf(element: GoType): GoType {
  return { kind: 'slice', name: `[]${element.name}`, element }
}

export function mapOf(element: GoType): GoType {
  return { kind: 'map', name: `map[string]${element.name}`, element }
}

export function pointerTo(to: GoType): GoType {
  return { kind: 'pointer', name: `*${to.name}`, to }
}

const STRINGS = sliceOf(STRING)
const ANY_SLICE = sliceOf(ANY)
const ANY_MAP = mapOf(ANY)

export function stringValue(value: string): GoValue {
  return { type: STRING, value }
}

export function intValue(value: number): GoValue {
  return { type: INT, value }
}

export function boolValue(value: boolean): GoValue {
  return { type: BOOL, value }
}

export function stringsValue(value: readonly string[]): GoValue {
  return { type: STRINGS, value }
}

/** Gives an untyped document's value the type it has in Go after reading JSON; null for its null. */
export function unwrap(operand: Operand): Operand {
  if (operand === null || operand.type.kind !== 'any') return operand
  const { value } = operand
  if (value === null) return null
  if (typeof value === 'string') return { type: STRING, value }
  if (typeof value === 'boolean') return { type: BOOL, value }
  if (typeof value === 'number') return { type: JSON_NUMBER, value: String(value) }
  return { type: isList(value) ? ANY_SLICE : ANY_MAP, value }
}

/** Follows pointers and interfaces to what they hold; a nil pointer stays one. */
export function indirect(operand: Operand): Operand {
  const inner = unwrap(operand)
  if (inner === null || inner.type.kind !== 'pointer' || inner.value === null) return inner
  return indirect({ type: inner.type.to, value: inner.value })
}

/** The value a Go variable of this type has before anything is put in. */
export function zeroValue(type: GoType): GoValue {
  switch (type.kind) {
    case 'string':
      return { type, value: '' }
    case 'int':
    case 'float':
      return { type, value: 0 }
    case 'bool':
      return { type, value: false }
    case 'struct':
      return { type, value: {} }
    case 'slice': {
      const { length, element } = type
      return { type, value: length === undefined ? null : Array.from({ length }, () => zeroValue(element).value) }
    }
    default:
      return { type, value: null }
  }
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** The items of a slice; none of a nil one. */
export function itemsOf(value: Json): readonly Json[] {
  return isList(value) ? value : []
}

/** The entries of a map by key, or of a document's object. */
export function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  if (value === null || typeof value !== 'object' || isList(value)) return []
  return Object.entries(value)
    .flatMap(([key, entry]): [string, Json][] => (entry === undefined ? [] : [[key, entry]]))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** A member of an object, or null where it has none. */
export function memberOf(value: Json, key: string): Json | undefined {
  if (value === null || typeof value !== 'object' || isList(value) || !Object.hasOwn(value, key)) return undefined
  return value[key]
}

/** A struct's field as its type says; zero where the document leaves it out. */
export function fieldOf(struct: GoValue, field: GoField): GoValue {
  const value = memberOf(struct.value, field.key)
  const canBeNull =
    field.type.kind === 'pointer' ||
    field.type.kind === 'any' ||
    field.type.kind === 'slice' ||
    field.type.kind === 'map'
  return value === undefined || (value === null && !canBeNull) ? zeroValue(field.type) : { type: field.type, value }
}

/** Go's truth: false, 0, "", nil and what is empty are not. */
export function isTrue(operand: Operand): boolean {
  const inner = unwrap(operand)
  if (inner === null || inner.value === null) return false
  if (inner.type.kind === 'slice') return itemsOf(inner.value).length > 0
  if (inner.type.kind === 'map') return entriesOf(inner.value).length > 0
  if (inner.type.kind === 'struct' || inner.type.kind === 'pointer') return true
  return inner.value !== '' && inner.value !== 0 && inner.value !== false
}
