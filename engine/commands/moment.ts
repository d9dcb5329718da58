const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/** A moment as `--since` and `--until` take it, in milliseconds: seconds since 1970, a date, or how long ago (`10m`). */
export function readMoment(text: string, now: number): number | null {
  if (/^\d{1,12}(?:\.\d{1,9})?$/.test(text)) return Number(text) * 1000
  if (/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) {
    const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text.slice(10))
      ? text
      : `${text}${text.includes('T') ? '' : 'T00:00:00'}Z`
    const at = Date.parse(zoned)
    return Number.isNaN(at) ? null : at
  }
  const ago = durationMs(text)
  return ago === null ? null : now - ago
}

/** A Go duration such as `1h30m` or `-5s`. */
function durationMs(text: string): number | null {
  const sign = text.startsWith('-') ? -1 : 1
  const rest = text.replace(/^[+-]/, '')
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)){1,10}$/.test(rest)) return null
  let total = 0
  for (const [, number = '0', unit = 's'] of rest.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g))
    total += Number(number) * (UNIT_MS[unit] ?? 0)
  return sign * total
}
