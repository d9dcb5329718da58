/** A value of awk: a number, a text, a text from the input that may count as a number, or nothing yet. */
export type Value = number | string | { readonly input: string } | null

const numberStart = /^[ \t\n\r]*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/
const wholeNumber = /^[ \t\n\r]*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?[ \t\n\r]*$/

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (value === null) return 0
  return Number(numberStart.exec(typeof value === 'string' ? value : value.input)?.[0] ?? 0)
}

/** A number as `print` (OFMT) and concatenation (CONVFMT) show it: whole, or by %.6g. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value === 0 ? 0 : value)
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '-nan' : value > 0 ? 'inf' : '-inf'
  return general(value, 6)
}

/** C's %g. */
export function general(value: number, precision: number): string {
  if (value === 0) return '0'
  const exponent = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(precision)))))
  if (exponent < -4 || exponent >= precision)
    return value
      .toExponential(precision - 1)
      .replace(/\.?0+e/, 'e')
      .replace(/e([-+])(\d)$/, 'e$10$2')
  const text = value.toFixed(Math.min(Math.max(precision - 1 - exponent, 0), 100))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

export function toText(value: Value): string {
  if (typeof value === 'number') return numberText(value)
  if (value === null) return ''
  return typeof value === 'string' ? value : value.input
}

function looksNumeric(value: Value): boolean {
  if (value === null || typeof value === 'number') return true
  return typeof value !== 'string' && wholeNumber.test(value.input)
}

export function toFlag(value: Value): boolean {
  if (typeof value === 'object' && value !== null && looksNumeric(value)) return toNumber(value) !== 0
  return typeof value === 'number' ? value !== 0 : toText(value) !== ''
}

/** Below, equal or above: as numbers where both look like ones, otherwise as text. */
export function compareValues(left: Value, right: Value): number {
  if (looksNumeric(left) && looksNumeric(right)) return toNumber(left) - toNumber(right)
  const [a, b] = [toText(left), toText(right)]
  return a < b ? -1 : a > b ? 1 : 0
}
