/**
 * A number as Go's `%.*g` prints it: `precision` significant digits rounded half to even on the exact binary value,
 * without trailing zeros, with an exponent of at least two digits when it is below -4 or not below the precision.
 */
export function formatGoG(value: number, precision: number): string {
  if (value === 0) return '0'
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
  const sign = value < 0 ? '-' : ''
  const { digits, exponent } = roundToDigits(Math.abs(value), precision)
  const significant = digits.replace(/0+$/, '') || '0'
  return (
    sign + (exponent < -4 || exponent >= precision ? scientific(significant, exponent) : plain(significant, exponent))
  )
}

/** JavaScript rounds ties up; Go rounds them to the even digit, so the exact digits are asked for and rounded here. */
function roundToDigits(value: number, precision: number): { digits: string; exponent: number } {
  const [mantissa = '', exponentText = '0'] = value.toExponential(100).split('e')
  const exact = mantissa.replace('.', '')
  const kept = exact.slice(0, precision)
  const rest = exact.slice(precision).replace(/0+$/, '')
  const lastIsOdd = Number(kept.at(-1)) % 2 === 1
  const up = rest > '5' || (rest === '5' && lastIsOdd)
  const rounded = up ? (BigInt(kept) + 1n).toString() : kept
  const carried = rounded.length > kept.length
  return { digits: carried ? rounded.slice(0, precision) : rounded, exponent: Number(exponentText) + (carried ? 1 : 0) }
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : ''
  const size = Math.abs(exponent).toString().padStart(2, '0')
  return `${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${size}`
}

function plain(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`
  if (digits.length <= exponent + 1) return digits.padEnd(exponent + 1, '0')
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`
}
