import { mixedFrom, unmix } from './entropy'

/** Numbers a machine draws at most before an id is no longer looked for: a long session takes some hundreds. */
const DRAWN_MAX = 50_000

/**
 * Whether our engine drew an id of 64 digits, from whatever seed: its words come from numbers that follow each other,
 * and what two such numbers differ by does not depend on the seed. By chance this happens once in 2⁴⁸.
 */
export function isSimulatedId(id: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(id)) return false
  const words = [0, 8, 16].map((start) => unmix(Number.parseInt(id.slice(start, start + 8), 16)))
  const [first = 0, second = 0, third = 0] = words
  const [near, far] = [first ^ second, first ^ third]
  for (let drawn = 0; drawn < DRAWN_MAX; drawn += 1) {
    const own = mixedFrom(drawn)
    if ((own ^ mixedFrom(drawn + 1)) === near && (own ^ mixedFrom(drawn + 2)) === far) return true
  }
  return false
}
