import type { Transaction } from './state'

/** The only source of ids, names, ports' jitter and PIDs: a seed and how many numbers were drawn from it. */
export interface Entropy {
  readonly seed: number
  readonly drawn: number
}

/** A well mixed 32-bit number for each pair (murmur3's finaliser). */
export function mix(seed: number, index: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ mixedFrom(index)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** What the index gives to a mixed number before the finaliser. */
export function mixedFrom(index: number): number {
  return Math.imul(index + 0x7f4a7c15, 0xc2b2ae35)
}

/** Undoes the finaliser of `mix`: what seed and index had given. */
export function unmix(mixed: number): number {
  const low = mixed ^ (mixed >>> 16)
  const middle = Math.imul(low, 0x7ed1b41d)
  const high = Math.imul(middle ^ (middle >>> 13) ^ (middle >>> 26), 0xa5cb9243)
  return high ^ (high >>> 16)
}

/** Draws an integer of [0, bound). */
export function drawInteger(transaction: Transaction, bound: number): number {
  const { entropy } = transaction.state
  transaction.state = { ...transaction.state, entropy: { ...entropy, drawn: entropy.drawn + 1 } }
  return mix(entropy.seed, entropy.drawn) % bound
}

/** Draws `length` hexadecimal digits. */
export function drawHex(transaction: Transaction, length: number): string {
  const { entropy } = transaction.state
  const words = Math.ceil(length / 8)
  let text = ''
  for (let index = 0; index < words; index += 1) text += toHex(mix(entropy.seed, entropy.drawn + index))
  transaction.state = { ...transaction.state, entropy: { ...entropy, drawn: entropy.drawn + words } }
  return text.slice(0, length)
}

/** Draws an object's full id: 64 hexadecimal digits, never all decimal in the short form (Docker draws again too). */
export function drawId(transaction: Transaction): string {
  const id = drawHex(transaction, 64)
  return /^\d+$/.test(id.slice(0, 12)) ? drawId(transaction) : id
}

/** 64 hexadecimal digits that depend on the text alone: equal content has an equal id. */
export function digestOf(text: string): string {
  let first = 0x811c9dc5
  let second = 0x1b873593
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second + code, 0xcc9e2d51) ^ (second >>> 15)
  }
  let digest = ''
  for (let index = 0; index < 8; index += 1) digest += toHex(mix(first ^ index, second + index * 0x61c88647))
  return digest
}

const bytes: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function toHex(word: number): string {
  return `${bytes[word >>> 24]}${bytes[(word >>> 16) & 255]}${bytes[(word >>> 8) & 255]}${bytes[word & 255]}`
}
