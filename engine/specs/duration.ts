import { quoteGo } from '../format/go-quote'
import { malformed, type Parsed, parsed } from './parsed'

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
}

const NANOSECONDS_MAX = 2 ** 63

/** Nanoseconds of a Go duration such as `1h30m`, `1.5s`, `-10ms` (`time.ParseDuration`). */
export function parseDuration(text: string): Parsed<number> {
  const invalid = malformed(`time: invalid duration ${quoteGo(text)}`)
  const sign = text.startsWith('-') ? -1 : 1
  let rest = text.replace(/^[+-]/, '')
  if (rest === '0') return parsed(0)
  if (rest === '') return invalid
  let total = 0
  while (rest !== '') {
    const [, number = '', unit = ''] = /^(\d+\.?\d*|\.\d+)?([^\d.]*)/.exec(rest) ?? []
    if (number === '') return invalid
    if (unit === '') return malformed(`time: missing unit in duration ${quoteGo(text)}`)
    const factor = Object.hasOwn(NANOSECONDS, unit) ? NANOSECONDS[unit] : undefined
    if (factor === undefined) return malformed(`time: unknown unit ${quoteGo(unit)} in duration ${quoteGo(text)}`)
    total += Number(number) * factor
    if (total >= NANOSECONDS_MAX) return invalid
    rest = rest.slice(number.length + unit.length)
  }
  return parsed(sign * Math.trunc(total) + 0)
}
