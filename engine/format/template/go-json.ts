import type { Json } from '../../json'
import { entriesOf, fieldOf, type GoValue, isList, isTrue, itemsOf, LOOKUP_METHOD, type Operand } from './go-value'

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** A value as Go's `encoding/json` writes it on one line: structs in field order, maps by key. */
export function encodeGoJson(operand: Operand, escapeHtml: boolean): string {
  if (operand === null || operand.value === null) return 'null'
  const { type, value } = operand
  switch (type.kind) {
    case 'pointer':
      return encodeGoJson({ type: type.to, value }, escapeHtml)
    case 'struct':
      return encodeStruct(operand, escapeHtml || type.escapeHtml)
    case 'map':
      return encodeEntries(
        entriesOf(value).map(([key, entry]) => [key, { type: type.element, value: entry }]),
        escapeHtml,
      )
    case 'slice':
      return `[${itemsOf(value)
        .map((item) => encodeGoJson({ type: type.element, value: item }, escapeHtml))
        .join(',')}]`
    case 'any':
      return encodeSortedJson(value, escapeHtml)
    case 'string':
      return type.name === 'json.Number' ? String(value) : quoteJson(String(value), escapeHtml)
    default:
      return typeof value === 'string' ? quoteJson(value, escapeHtml) : JSON.stringify(value)
  }
}

/** A document indented by four spaces as `docker inspect` prints it, keys in their order. */
export function indentJson(value: Json, indent = ''): string {
  const inner = `${indent}    `
  if (isList(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => inner + indentJson(item, inner)).join(',\n')}\n${indent}]`
  }
  if (value === null || typeof value !== 'object') return encodeScalar(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  if (members.length === 0) return '{}'
  const lines = members.map(([key, member]) => `${inner}${quoteJson(key, false)}: ${indentJson(member ?? null, inner)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** A document on one line, keys in their order. */
export function compactJson(value: Json, escapeHtml = false): string {
  if (isList(value)) return `[${value.map((item) => compactJson(item, escapeHtml)).join(',')}]`
  if (value === null || typeof value !== 'object') return encodeScalar(value, escapeHtml)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([key, member]) => `${quoteJson(key, escapeHtml)}:${compactJson(member ?? null, escapeHtml)}`).join(',')}}`
}

/** A text in JSON's quotes; with `escapeHtml` also `<`, `>` and `&` as Go's default does. */
export function quoteJson(text: string, escapeHtml: boolean): string {
  let quoted = ''
  for (const character of text) quoted += SHORT_ESCAPES[character] ?? escapeCharacter(character, escapeHtml)
  return `"${quoted}"`
}

function escapeCharacter(character: string, escapeHtml: boolean): string {
  const code = character.charCodeAt(0)
  const isHtml = escapeHtml && (character === '<' || character === '>' || character === '&')
  if (code >= 0x20 && !isHtml && code !== 0x2028 && code !== 0x2029) return character
  return `\\u${code.toString(16).padStart(4, '0')}`
}

function encodeScalar(value: string | number | boolean | null, escapeHtml = false): string {
  return typeof value === 'string' ? quoteJson(value, escapeHtml) : JSON.stringify(value)
}

function encodeStruct(struct: GoValue, escapeHtml: boolean): string {
  if (struct.type.kind !== 'struct') return 'null'
  const fields = struct.type.fields
    .filter((field) => field.type !== LOOKUP_METHOD)
    .map((field) => ({ field, member: fieldOf(struct, field) }))
  const shown = fields.filter(({ field, member }) => !field.omitEmpty || isTrue(member))
  return encodeEntries(
    shown.map(({ field, member }) => [field.key, member]),
    escapeHtml,
  )
}

function encodeEntries(entries: readonly (readonly [string, GoValue])[], escapeHtml: boolean): string {
  return `{${entries.map(([key, entry]) => `${quoteJson(key, escapeHtml)}:${encodeGoJson(entry, escapeHtml)}`).join(',')}}`
}

function encodeSortedJson(value: Json, escapeHtml: boolean): string {
  if (isList(value)) return `[${value.map((item) => encodeSortedJson(item, escapeHtml)).join(',')}]`
  if (value === null || typeof value !== 'object') return encodeScalar(value, escapeHtml)
  return `{${entriesOf(value)
    .map(([key, member]) => `${quoteJson(key, escapeHtml)}:${encodeSortedJson(member, escapeHtml)}`)
    .join(',')}}`
}
