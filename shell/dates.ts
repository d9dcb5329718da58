const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const longDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const halfYearMs = 15_778_476_000

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** `16:33`, in UTC as containers show it. */
export function hourMinute(at: number): string {
  const date = new Date(at)
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** `Nov 23 16:33`, or with the year where it is long ago, as ls shows it. */
export function monthDay(at: number, now: number): string {
  const date = new Date(at)
  const day = `${months[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate()).padStart(2)}`
  return Math.abs(now - at) > halfYearMs ? `${day}  ${date.getUTCFullYear()}` : `${day} ${hourMinute(at)}`
}

/** The conversions of strftime(3) that people type. */
const conversions: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => String(date.getUTCFullYear()),
  y: (date) => two(date.getUTCFullYear() % 100),
  m: (date) => two(date.getUTCMonth() + 1),
  d: (date) => two(date.getUTCDate()),
  e: (date) => String(date.getUTCDate()).padStart(2),
  H: (date) => two(date.getUTCHours()),
  M: (date) => two(date.getUTCMinutes()),
  S: (date) => two(date.getUTCSeconds()),
  I: (date) => two(date.getUTCHours() % 12 || 12),
  p: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  N: (date) => `${String(date.getTime() % 1000).padStart(3, '0')}000000`,
  s: (date) => String(Math.floor(date.getTime() / 1000)),
  a: (date) => days[date.getUTCDay()] ?? '',
  b: (date) => months[date.getUTCMonth()] ?? '',
  h: (date) => months[date.getUTCMonth()] ?? '',
  A: (date) => longDays[date.getUTCDay()] ?? '',
  B: (date) => longMonths[date.getUTCMonth()] ?? '',
  C: (date) => two(Math.floor(date.getUTCFullYear() / 100)),
  j: (date) => {
    const passed = date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)
    return String(Math.floor(passed / 86_400_000) + 1).padStart(3, '0')
  },
  u: (date) => String(date.getUTCDay() || 7),
  w: (date) => String(date.getUTCDay()),
  k: (date) => String(date.getUTCHours()).padStart(2),
  l: (date) => String(date.getUTCHours() % 12 || 12).padStart(2),
  P: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  Z: () => 'UTC',
  z: () => '+0000',
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
}

/** Conversions that stand for several others. */
const combinations: Readonly<Record<string, string>> = {
  F: '%Y-%m-%d',
  T: '%H:%M:%S',
  R: '%H:%M',
  D: '%m/%d/%y',
  c: '%a %b %e %H:%M:%S %Y',
  r: '%I:%M:%S %p',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
}

/** strftime(3) in UTC. */
export function formatDate(at: number, format: string): string {
  if (latest.at !== at || latest.format !== format) latest = { at, format, text: formatted(at, format) }
  return latest.text
}

/** A program that logs several lines writes the same moment before each. */
let latest = { at: Number.NaN, format: '', text: '' }

function formatted(at: number, format: string): string {
  const date = new Date(at)
  return format
    .replace(/%([FTRDcrxX])/g, (piece, letter: string) => combinations[letter] ?? piece)
    .replace(/%([-_]?)(\d*)([A-Za-z%])/g, (piece, flag: string, width: string, letter: string) => {
      const value = Object.hasOwn(conversions, letter) ? conversions[letter]?.(date) : undefined
      if (value === undefined) return piece
      if (letter === 'N' && width !== '') return value.slice(0, Number(width))
      if (flag === '') return value
      const bare = value.replace(/^[0 ]+(?=\d)/, '')
      return flag === '-' ? bare : bare.padStart(value.length)
    })
}
