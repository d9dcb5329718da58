import { formatGoG } from './go-float'

const DECIMAL_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB']
const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB']

/**
 * A byte count in decimal units, as go-units `HumanSizeWithPrecision` prints it: `133MB`, `1.09kB`, `0B`.
 * Docker shows three digits in `images`, `ps -s`, `history` and `system df`; four elsewhere (`VirtualSize`, a build's context).
 */
export function formatHumanSize(bytes: number, significantDigits: 3 | 4 = 3): string {
  return formatInUnits(bytes, 1000, DECIMAL_UNITS, significantDigits)
}

/** A byte count in binary units with four digits (go-units `BytesSize`), as `docker stats` and `docker info` print it. */
export function formatBinarySize(bytes: number): string {
  return formatInUnits(bytes, 1024, BINARY_UNITS, 4)
}

function formatInUnits(bytes: number, base: number, units: readonly string[], significantDigits: number): string {
  let size = bytes
  let unit = 0
  while (size >= base && unit < units.length - 1) {
    size /= base
    unit += 1
  }
  return `${formatGoG(size, significantDigits)}${units[unit]}`
}
