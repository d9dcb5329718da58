import { quoteGo } from '../format/go-quote'
import { malformed, type Parsed, parsed } from './parsed'

/** Go's `strconv.ParseInt(text, 10, 64)` with its error text. */
export function parseGoDecimal(text: string): Parsed<number> {
  return /^[+-]?\d+$/.test(text)
    ? inRange('ParseInt', text, BigInt(text.replace('+', '')), -(2n ** 63n), 2n ** 63n - 1n)
    : syntaxError('ParseInt', text)
}

/** Go's `strconv.ParseInt(text, 0, bits)`, as number flags are read: `0x10`, `0b1`, `010` and `1_000` are numbers too. */
export function parseGoInteger(text: string, bits: 32 | 64 = 64): Parsed<number> {
  const value = readBaseZero(text.replace(/^[+-]/, ''))
  if (value === null) return syntaxError('ParseInt', text)
  const limit = 2n ** BigInt(bits - 1)
  return inRange('ParseInt', text, text.startsWith('-') ? -value : value, -limit, limit - 1n)
}

/** Go's `strconv.ParseUint(text, 0, bits)`. */
export function parseGoUnsigned(text: string, bits: 16 | 32 | 64): Parsed<number> {
  const value = readBaseZero(text)
  return value === null
    ? syntaxError('ParseUint', text)
    : inRange('ParseUint', text, value, 0n, 2n ** BigInt(bits) - 1n)
}

/** Go's `strconv.ParseFloat(text, 64)` for decimal numbers. */
export function parseGoFloat(text: string): Parsed<number> {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)
    ? parsed(Number(text))
    : syntaxError('ParseFloat', text)
}

/** Go's `strconv.ParseBool`. */
export function parseGoBool(text: string): Parsed<boolean> {
  if (/^(?:1|t|T|TRUE|true|True)$/.test(text)) return parsed(true)
  return /^(?:0|f|F|FALSE|false|False)$/.test(text) ? parsed(false) : syntaxError('ParseBool', text)
}

/** Longer numbers are out of every range. */
const DIGITS_MAX = 80

function readBaseZero(text: string): bigint | null {
  const plain = text.replace(/_/g, '')
  const underscoresFit = !text.includes('_') || /^(?:0[xXbBoO]?_?)?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*$/.test(text)
  if (!underscoresFit || text.length > DIGITS_MAX) return null
  if (/^0[0-7]+$/.test(plain)) return BigInt(`0o${plain.slice(1)}`)
  return /^(?:0|[1-9]\d*|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/.test(plain) ? BigInt(plain) : null
}

function inRange(fn: string, text: string, value: bigint, min: bigint, max: bigint): Parsed<number> {
  return value < min || value > max
    ? malformed(`strconv.${fn}: parsing ${quoteGo(text)}: value out of range`)
    : parsed(Number(value))
}

function syntaxError(fn: string, text: string): Parsed<never> {
  return malformed(`strconv.${fn}: parsing ${quoteGo(text)}: invalid syntax`)
}
