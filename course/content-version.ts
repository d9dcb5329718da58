/**
 * A version that changes exactly when the content does: 64 bits in hexadecimal,
 * two multiplicative hashes over the JSON, mixed at the end. It tells versions
 * apart; it is no defence against somebody who wants a collision.
 */
export function contentVersion(content: unknown): string {
  const text = JSON.stringify(content)
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return [high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
