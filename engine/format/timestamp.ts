import { mix } from '../entropy'

const SECOND = 1000

/**
 * A moment as RFC 3339 with nanoseconds (`2026-11-23T16:29:10.960916892Z`). The clock counts milliseconds; the six
 * digits below them follow from the moment, so that the same moment always reads the same.
 */
export function formatRfc3339Nano(at: number): string {
  const millis = Math.floor(at)
  const below = String(mix(millis % 4294967296, Math.floor(millis / 4294967296)) % 1_000_000).padStart(6, '0')
  const digits = `${isoText(millis).slice(20, 23)}${below}`.replace(/0+$/, '')
  return `${isoText(millis).slice(0, 19)}${digits === '' ? '' : `.${digits}`}Z`
}

/** A log's time stamp: always nine digits below the second. */
export function formatLogTime(at: number): string {
  const below = String(mix(Math.floor(at) % 4294967296, 7) % 1_000_000).padStart(6, '0')
  return `${isoText(Math.floor(at)).slice(0, 23)}${below}Z`
}

/** To the second: `2026-11-23T16:39:13Z`. */
export function formatRfc3339(at: number): string {
  return `${isoText(Math.floor(at / SECOND) * SECOND).slice(0, 19)}Z`
}

/** As Go prints a time in a table: `2026-11-23 16:29:10 +0000 UTC`. */
export function formatGoTime(at: number): string {
  const iso = isoText(at)
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} +0000 UTC`
}

export const ZERO_TIME = '0001-01-01T00:00:00Z'

/** Null is Go's zero time. */
export function formatOptionalTime(at: number | null): string {
  return at === null ? ZERO_TIME : formatRfc3339Nano(at)
}

function isoText(at: number): string {
  return new Date(at).toISOString()
}
