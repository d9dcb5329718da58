/** Decimal places of stored points: enough that thirds summed over a quiz still round right. */
const DECIMALS = 10_000

/**
 * The only rounding of points: the fraction `earned / possible`, between 0 and
 * 1, to four decimals, half up. Integers in, so that equal merits give equal
 * points whatever the order of additions.
 */
export function roundedFraction(earned: number, possible: number): number {
  if (possible <= 0) {
    return 0
  }
  const bounded = Math.min(Math.max(earned, 0), possible)
  return Math.floor((bounded * DECIMALS * 2 + possible) / (possible * 2)) / DECIMALS
}

/** Points of an exercise are multiples of 0.01. */
export function roundedPoints(points: number): number {
  return Math.round(points * 100) / 100
}
