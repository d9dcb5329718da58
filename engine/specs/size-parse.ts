import type { ClientVersion } from '../cli/client-version'
import { parseGoFloat } from './go-number'
import { malformed, type Parsed, parsed } from './parsed'

const UNITS = 'kmgtp'

/** Bytes of `512m`, `1.5g`, `64 KiB` in binary units (go-units `RAMInBytes`: `--memory`, `--shm-size`, `tmpfs-size`). */
export function parseBinarySize(text: string, client: ClientVersion): Parsed<number> {
  return client === '20.10' ? parseOldSize(text, 1024) : parseSize(text, 1024)
}

/** Bytes in decimal units (go-units `FromHumanSize`). */
export function parseDecimalSize(text: string, client: ClientVersion): Parsed<number> {
  return client === '20.10' ? parseOldSize(text, 1000) : parseSize(text, 1000)
}

/** go-units 0.4: digits first, one optional space, one error for everything. */
function parseOldSize(text: string, base: number): Parsed<number> {
  const match = /^(\d+(?:\.\d+)*) ?([kmgtp])?i?b?$/i.exec(text)
  if (match === null) return malformed(`invalid size: '${text}'`)
  const [, digits = '', unit = ''] = match
  const size = parseGoFloat(digits)
  return size.ok ? parsed(scale(size.value, unit, base)) : size
}

/** go-units 0.5: the number ends at the first space, else at the last digit or point. */
function parseSize(text: string, base: number): Parsed<number> {
  const space = text.indexOf(' ')
  const end = space === -1 ? lastIndexOfAny(text, '0123456789.') + 1 : space
  if (end === 0 && space === -1) return malformed(`invalid size: '${text}'`)
  const size = parseGoFloat(text.slice(0, end))
  if (!size.ok) return size
  if (size.value < 0) return malformed(`invalid size: '${text}'`)
  const suffix = text.slice(space === -1 ? end : end + 1)
  if (suffix === '') return parsed(Math.trunc(size.value) + 0)
  return parseSuffix(suffix, size.value, base)
}

function parseSuffix(suffix: string, size: number, base: number): Parsed<number> {
  const lower = suffix.length > 3 ? suffix : suffix.toLowerCase()
  if (lower === 'b') return parsed(Math.trunc(size) + 0)
  if (/^[kmgtp](?:i?b)?$/.test(lower)) return parsed(scale(size, lower.charAt(0), base))
  return malformed(`invalid suffix: '${lower}'`)
}

function scale(size: number, unit: string, base: number): number {
  const power = unit === '' ? 0 : UNITS.indexOf(unit.toLowerCase()) + 1
  return Math.trunc(size * base ** power) + 0
}

function lastIndexOfAny(text: string, characters: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1) if (characters.includes(text.charAt(index))) return index
  return -1
}
