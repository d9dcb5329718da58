import type { Json } from '../../json'
import { formatGoDuration } from '../go-duration'
import { DURATION, entriesOf, fieldOf, type GoValue, indirect, itemsOf, type Operand, unwrap } from './go-value'

/** Go prints a nested pointer as its address, which no run repeats: this one stands for all. */
const ADDRESS = '0xc000123456'

/** What `{{expression}}` prints. */
export function printOperand(operand: Operand): string {
  const inner = indirect(operand)
  if (inner === null) return '<no value>'
  return inner.type.kind === 'pointer' ? '<nil>' : printNested(inner)
}

/** Go's `%v`. */
export function printVerb(operand: Operand): string {
  const inner = unwrap(operand)
  if (inner === null) return '<nil>'
  if (inner.type.kind !== 'pointer') return printNested(inner)
  if (inner.value === null) return '<nil>'
  const pointed = indirect(inner)
  return pointed === null ? '<nil>' : `&${printNested(pointed)}`
}

/** A value inside another. */
function printNested({ type, value }: GoValue): string {
  switch (type.kind) {
    case 'any':
      return printUntyped(value)
    case 'pointer':
      return value === null ? '<nil>' : ADDRESS
    case 'slice':
      return `[${itemsOf(value)
        .map((item) => printNested({ type: type.element, value: item }))
        .join(' ')}]`
    case 'map':
      return `map[${entriesOf(value)
        .map(([key, entry]) => `${key}:${printNested({ type: type.element, value: entry })}`)
        .join(' ')}]`
    case 'struct':
      return `{${type.fields.map((field) => printNested(fieldOf({ type, value }, field))).join(' ')}}`
    case 'float':
      return printFloat(Number(value))
    case 'int':
      return type.name === DURATION.name ? formatGoDuration(Number(value ?? 0)) : String(value)
    default:
      return String(value)
  }
}

function printUntyped(value: Json): string {
  const inner = unwrap({ type: { kind: 'any', name: 'interface {}' }, value })
  return inner === null ? '<nil>' : printNested(inner)
}

/** Go's `%v` of a float: an exponent from 1e+21 on and below 1e-4. */
export function printFloat(value: number): string {
  const size = Math.abs(value)
  if (value !== 0 && (size < 1e-4 || size >= 1e21)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  }
  return Object.is(value, -0) ? '-0' : String(value)
}
