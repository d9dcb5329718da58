/** MD5, SHA-1 and SHA-256 of bytes, as hexadecimal digits (RFC 1321, FIPS 180-4). */

function rotateLeft(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

function rotateRight(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by))
}

/** The message with its padding and length, as 32-bit words. */
function wordsOf(bytes: Uint8Array, littleEndian: boolean): readonly number[] {
  const size = (((bytes.length + 8) >> 6) + 1) * 64
  const padded = new Uint8Array(size)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  const bits = bytes.length * 8
  view.setUint32(size - 8, littleEndian ? bits >>> 0 : Math.floor(bits / 2 ** 32), littleEndian)
  view.setUint32(size - 4, littleEndian ? Math.floor(bits / 2 ** 32) : bits >>> 0, littleEndian)
  return Array.from({ length: size / 4 }, (_, index) => view.getUint32(index * 4, littleEndian))
}

function hex(words: readonly number[]): string {
  return words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function at(words: readonly number[], index: number): number {
  return words[index] ?? 0
}

const md5Shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const md5Constants = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0)

function md5Round(step: number, b: number, c: number, d: number): readonly [number, number] {
  if (step < 16) return [(b & c) | (~b & d), step]
  if (step < 32) return [(d & b) | (~d & c), (5 * step + 1) % 16]
  if (step < 48) return [b ^ c ^ d, (3 * step + 5) % 16]
  return [c ^ (b | ~d), (7 * step) % 16]
}

export function md5(bytes: Uint8Array): string {
  const words = wordsOf(bytes, true)
  let state: readonly number[] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let block = 0; block < words.length; block += 16) {
    let [a = 0, b = 0, c = 0, d = 0] = state
    for (let step = 0; step < 64; step += 1) {
      const [mixed, word] = md5Round(step, b, c, d)
      const sum = (a + mixed + at(md5Constants, step) + at(words, block + word)) | 0
      a = d
      d = c
      c = b
      b = (b + rotateLeft(sum, at(md5Shifts, (step >> 4) * 4 + (step & 3)))) | 0
    }
    state = [a, b, c, d].map((value, index) => (value + at(state, index)) | 0)
  }
  return hex(
    state.map((word) => ((word & 255) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)),
  )
}

function sha1Round(step: number, b: number, c: number, d: number): readonly [number, number] {
  if (step < 20) return [(b & c) | (~b & d), 0x5a827999]
  if (step < 40) return [b ^ c ^ d, 0x6ed9eba1]
  if (step < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
  return [b ^ c ^ d, 0xca62c1d6]
}

export function sha1(bytes: Uint8Array): string {
  const words = wordsOf(bytes, false)
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (let block = 0; block < words.length; block += 16) {
    const schedule = words.slice(block, block + 16)
    for (let step = 16; step < 80; step += 1)
      schedule.push(
        rotateLeft(
          at(schedule, step - 3) ^ at(schedule, step - 8) ^ at(schedule, step - 14) ^ at(schedule, step - 16),
          1,
        ),
      )
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
    for (let step = 0; step < 80; step += 1) {
      const [mixed, constant] = sha1Round(step, b, c, d)
      const next = (rotateLeft(a, 5) + mixed + e + constant + at(schedule, step)) | 0
      e = d
      d = c
      c = rotateLeft(b, 30)
      b = a
      a = next
    }
    state = [a, b, c, d, e].map((value, index) => (value + at(state, index)) | 0)
  }
  return hex(state)
}

const primes = Array.from({ length: 312 }, (_, index) => index).filter(
  (number) =>
    number > 1 && Array.from({ length: 17 }, (_, by) => by + 2).every((by) => by >= number || number % by !== 0),
)

/** The first 32 bits behind the point of a root. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
}

const sha256Constants = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)))
const sha256Start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

function schedule256(words: readonly number[], block: number): readonly number[] {
  const schedule = words.slice(block, block + 16)
  for (let step = 16; step < 64; step += 1) {
    const [early, late] = [at(schedule, step - 15), at(schedule, step - 2)]
    const small = rotateRight(early, 7) ^ rotateRight(early, 18) ^ (early >>> 3)
    const large = rotateRight(late, 17) ^ rotateRight(late, 19) ^ (late >>> 10)
    schedule.push((at(schedule, step - 16) + small + at(schedule, step - 7) + large) | 0)
  }
  return schedule
}

export function sha256(bytes: Uint8Array): string {
  const words = wordsOf(bytes, false)
  let state: readonly number[] = sha256Start
  for (let block = 0; block < words.length; block += 16) {
    const schedule = schedule256(words, block)
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let step = 0; step < 64; step += 1) {
      const large = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)
      const first = (h + large + ((e & f) ^ (~e & g)) + at(sha256Constants, step) + at(schedule, step)) | 0
      const small = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)
      const second = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    state = [a, b, c, d, e, f, g, h].map((value, index) => (value + at(state, index)) | 0)
  }
  return hex(state)
}
