import { quoteGo } from '../go-quote'
import { hexByte, utf8Bytes } from '../utf8'
import { type GoValue, itemsOf, type Operand, unwrap } from './go-value'
import { printVerb } from './print-value'

/** Wider fields are cut off: no column needs one. */
const WIDTH_MAX = 10_000

interface Directive {
  readonly flags: string
  readonly width: number
  readonly precision: number | null
  readonly verb: string
}

/** Go's `fmt.Sprintf` for the verbs that templates use: `%s %q %v %d %t %x %f %e %g %c %T`, with flags, width and precision. */
export function formatPrintf(format: string, args: readonly Operand[]): string {
  let next = 0
  const directive = /%([+\-# 0]*)(\d*)(?:\.(\d*))?(.|$)/gsu
  const printed = format.replace(
    directive,
    (_, flags: string, width: string, precision: string | undefined, verb: string) => {
      if (verb === '%') return '%'
      if (verb === '') return '%!(NOVERB)'
      if (next >= args.length) return `%!${verb}(MISSING)`
      const arg = unwrap(args[next] ?? null)
      next += 1
      const parsed = {
        flags,
        width: Math.min(Number(width), WIDTH_MAX),
        precision: precision === undefined ? null : Math.min(Number(precision), WIDTH_MAX),
        verb,
      }
      return pad(formatVerb(arg, parsed), parsed)
    },
  )
  const extra = args.slice(next).map((arg) => `${typeName(arg)}=${printVerb(arg)}`)
  return extra.length === 0 ? printed : `${printed}%!(EXTRA ${extra.join(', ')})`
}

function pad(text: string, { flags, width, verb }: Directive): string {
  const missing = width - [...text].length
  if (missing <= 0) return text
  if (flags.includes('-')) return text + ' '.repeat(missing)
  if (!flags.includes('0') || verb === 'q') return ' '.repeat(missing) + text
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  return sign + '0'.repeat(missing) + text.slice(sign.length)
}

function formatVerb(arg: Operand, directive: Directive): string {
  const { verb, precision } = directive
  if (verb === 'T') return typeName(arg)
  if (verb === 'v')
    return arg !== null && arg.type.kind === 'float' && precision !== null
      ? formatFloat(Number(arg.value), 'g', precision)
      : signed(printVerb(arg), arg, directive)
  if (arg === null) return `%!${verb}(<nil>)`
  const inList = formatList(arg, directive)
  if (inList !== null) return inList
  return formatBasic(arg, directive) ?? `%!${verb}(${arg.type.name}=${printVerb(arg)})`
}

/** A verb applies to each item of a list. */
function formatList(arg: GoValue, directive: Directive): string | null {
  if (arg.type.kind !== 'slice') return null
  const { element } = arg.type
  return `[${itemsOf(arg.value)
    .map((item) => formatVerb(unwrap({ type: element, value: item }), directive))
    .join(' ')}]`
}

function formatBasic(arg: GoValue, directive: Directive): string | null {
  const { verb, precision } = directive
  switch (arg.type.kind) {
    case 'string':
      return formatString(String(arg.value), verb, precision)
    case 'int': {
      const text = formatInteger(Number(arg.value), verb)
      return text === null ? null : signed(text, arg, directive)
    }
    case 'bool':
      return verb === 't' ? String(arg.value) : null
    case 'float':
      return /^[feEgG]$/.test(verb) ? signed(formatFloat(Number(arg.value), verb, precision), arg, directive) : null
    default:
      return verb === 's' ? printVerb(arg) : null
  }
}

function formatString(value: string, verb: string, precision: number | null): string | null {
  const text = precision === null ? value : [...value].slice(0, precision).join('')
  if (verb === 's') return text
  if (verb === 'q') return quoteGo(text)
  if (verb !== 'x' && verb !== 'X') return null
  const digits = utf8Bytes(text).map(hexByte).join('')
  return verb === 'X' ? digits.toUpperCase() : digits
}

function formatInteger(value: number, verb: string): string | null {
  const bases: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, x: 16, X: 16 }
  const base = bases[verb]
  if (base !== undefined) return verb === 'X' ? value.toString(base).toUpperCase() : value.toString(base)
  const isCharacter = value >= 0 && value <= 0x10ffff
  if (verb === 'c') return isCharacter ? String.fromCodePoint(value) : '\uFFFD'
  if (verb === 'q') return isCharacter ? `'${String.fromCodePoint(value)}'` : null
  return null
}

function formatFloat(value: number, verb: string, precision: number | null): string {
  const digits = Math.min(precision ?? 6, 100)
  if (verb === 'f') return value.toFixed(digits)
  if (verb === 'e' || verb === 'E') return value.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2')
  return precision === null ? String(value) : String(Number(value.toPrecision(Math.max(1, digits))))
}

function signed(text: string, arg: Operand, { flags }: Directive): string {
  const isNumber = arg !== null && (arg.type.kind === 'int' || arg.type.kind === 'float')
  if (!isNumber || text.startsWith('-')) return text
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text
}

function typeName(arg: Operand): string {
  return arg === null ? '<nil>' : arg.type.name
}
