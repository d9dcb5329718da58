import { formatDate } from '../dates'
import { unescapeText } from './echo'

const outputMax = 1_000_000

export interface Printed {
  readonly text: string
  readonly error: string | null
}

function toNumber(given: string): number | null {
  const text = given.trimStart()
  if (given === '') return 0
  if (/^['"]/.test(text)) return text.codePointAt(1) ?? 0
  if (/^[-+]?0[xX][0-9A-Fa-f]+$/.test(text)) return Number(text.replace(/^[-+]/, '')) * (text.startsWith('-') ? -1 : 1)
  if (/^[-+]?0[0-7]+$/.test(text)) return Number.parseInt(text, 8)
  return /^[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : null
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0')) return text.padStart(width)
  const sign = /^[-+ ]/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}

function withSign(value: number, digits: string, flags: string): string {
  return value < 0 ? `-${digits}` : flags.includes('+') ? `+${digits}` : flags.includes(' ') ? ` ${digits}` : digits
}

/** A whole number as 64 bits without a sign show it. */
function unsigned(value: number, base: number): string {
  const whole = Math.trunc(value)
  return (whole < 0 ? BigInt.asUintN(64, BigInt(whole)) : whole).toString(base)
}

function formatNumber(kind: string, value: number, flags: string, precision: number | null): string {
  const whole = Math.trunc(Math.abs(value))
  switch (kind) {
    case 'd':
    case 'i':
      return withSign(Math.trunc(value), String(whole).padStart(precision ?? 1, '0'), flags)
    case 'u':
      return unsigned(value, 10)
    case 'o':
      return (flags.includes('#') ? '0' : '') + unsigned(value, 8)
    case 'x':
      return (flags.includes('#') ? '0x' : '') + unsigned(value, 16)
    case 'X':
      return (flags.includes('#') ? '0X' : '') + unsigned(value, 16).toUpperCase()
    case 'e':
      return withSign(
        value,
        Math.abs(value)
          .toExponential(precision ?? 6)
          .replace(/e([-+])(\d)$/, 'e$10$2'),
        flags,
      )
    case 'g':
      return withSign(
        value,
        String(Number(Math.abs(value).toPrecision(Math.min(Math.max(precision ?? 6, 1), 100)))),
        flags,
      )
    default:
      return withSign(value, Math.abs(value).toFixed(Math.min(precision ?? 6, 100)), flags)
  }
}

const specification = /^%([-+ 0#]*)(\*|\d{1,5})?(?:\.(\*|\d{0,5}))?[hlLjzt]{0,2}([a-zA-Z%]|\([^)]{0,200}\)T)/

/** One pass over the format; `used` counts the arguments it took. */
function pass(
  format: string,
  args: readonly string[],
  now: number,
): {
  readonly text: string
  readonly used: number
  readonly errors: readonly string[]
  readonly stop: boolean
  /** A directive that there is not, as it stands in the format. */
  readonly fault?: string
} {
  let text = ''
  let used = 0
  const errors: string[] = []
  const next = (): string => {
    used += 1
    return args[used - 1] ?? ''
  }
  for (let index = 0; index < format.length && text.length < outputMax; ) {
    if (format[index] === '\\') {
      const length = /^\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)/s.exec(format.slice(index, index + 4))?.[0].length ?? 1
      const piece = format.slice(index, index + length).replace(/^\\([1-7])/, '\\0$1')
      const shown = unescapeText(piece.replace(/^\\"/, '"'))
      text += shown.text
      if (shown.stop) return { text, used, errors, stop: true }
      index += length
      continue
    }
    const match = format[index] === '%' ? specification.exec(format.slice(index, index + 240)) : null
    if (match === null) {
      if (format[index] === '%') return { text, used, errors, stop: true, fault: unknownDirective(format.slice(index)) }
      text += format[index] ?? ''
      index += 1
      continue
    }
    index += match[0].length
    const [, flags = '', widthText = '', precisionText, kind = ''] = match
    if (kind.startsWith('(')) {
      const when = next()
      const at = when === '' || when.startsWith('-') ? now : Number(when) * 1000
      text += pad(formatDate(at, kind.slice(1, -2) || '%T'), flags, Math.min(Number(widthText), 10_000))
      continue
    }
    if (kind === '%') {
      text += '%'
      continue
    }
    const width = Math.min(Math.abs(widthText === '*' ? Number(next()) : Number(widthText)), 10_000)
    const precision =
      precisionText === undefined
        ? null
        : Math.min(precisionText === '*' ? Number(next()) : Number(precisionText), 10_000)
    if (kind === 's')
      text += pad(precision === null ? next() : next().slice(0, precision), flags.replace('0', ''), width)
    else if (kind === 'c') text += pad(next().slice(0, 1) || '\u0000', flags.replace('0', ''), width)
    else if (kind === 'b') {
      const shown = unescapeText(next())
      text += pad(shown.text, flags.replace('0', ''), width)
      if (shown.stop) return { text, used, errors, stop: true }
    } else if (kind === 'q') {
      const word = next()
      text += pad(quotedWord(word), flags, width)
    } else if (/[diuoxXeEfFgG]/.test(kind)) {
      const word = next()
      const value = toNumber(word)
      const isWhole = /[eEfFgG]/.test(kind) || /^\s*(?:['"]|[-+]?(?:\d+|0[xX][0-9A-Fa-f]+)$)/.test(word)
      if (value === null || (!isWhole && word !== '')) errors.push(word)
      text += pad(
        formatNumber(kind, (isWhole ? value : null) ?? (Number.parseInt(word, 10) || 0), flags, precision),
        flags,
        width,
      )
    } else return { text, used, errors, stop: true, fault: match[0] }
  }
  return { text, used, errors, stop: false }
}

/** `%q`: backslashes before what the shell would take for its own; with control characters `$'…'`. */
function quotedWord(word: string): string {
  if (word === '') return "''"
  if (!/[\u0000-\u001f\u007f]/.test(word)) return word.replace(/[^\w@%+=:,./-]/g, '\\$&')
  const named: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', "'": "\\'", '\\': '\\\\' }
  const escaped = word.replace(
    /[\u0000-\u001f\u007f'\\]/g,
    (char) => named[char] ?? `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )
  return `$'${escaped}'`
}

/** What stands at a `%` that begins no directive: up to the letter that is none, or to the end. */
function unknownDirective(text: string): string {
  return /^%[-+ 0#]*(?:\*|\d*)(?:\.(?:\*|\d*))?[hlLjzt]{0,2}[\s\S]?/.exec(text.slice(0, 40))?.[0] ?? '%'
}

/** What one pass wrote, with the numbers it could not read before the line they stand in. */
export interface PrintedPass {
  readonly text: string
  readonly invalid: readonly string[]
}

/** printf(1): the format is used again while arguments are left. `now` is the virtual clock's, for `%(%F)T`. */
export function printfText(
  args: readonly string[],
  now: number,
): Printed & {
  readonly passes: readonly PrintedPass[]
  readonly invalid: readonly string[]
  readonly fault: string | null
} {
  const [format, ...values] = args
  if (format === undefined)
    return { text: '', error: 'usage: printf [-v var] format [arguments]', passes: [], invalid: [], fault: null }
  const passes: PrintedPass[] = []
  let fault: string | null = null
  let size = 0
  let rest: readonly string[] = values
  for (;;) {
    const shown = pass(format, rest, now)
    passes.push({ text: shown.text, invalid: shown.errors })
    fault = shown.fault ?? null
    size += shown.text.length
    rest = rest.slice(shown.used)
    if (shown.stop || shown.used === 0 || rest.length === 0 || size > outputMax) break
  }
  const invalid = passes.flatMap((each) => each.invalid)
  return { text: passes.map((each) => each.text).join(''), error: null, passes, invalid, fault }
}
