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

/** strftime(3), the conversions that people type. */
export function formatDate(at: number, format: string): string {
  const date = new Date(at)
  const values: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    y: two(date.getUTCFullYear() % 100),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    e: String(date.getUTCDate()).padStart(2),
    H: two(date.getUTCHours()),
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
    I: two(date.getUTCHours() % 12 || 12),
    p: date.getUTCHours() < 12 ? 'AM' : 'PM',
    N: `${String(Math.floor(at) % 1000).padStart(3, '0')}000000`,
    s: String(Math.floor(at / 1000)),
    a: days[date.getUTCDay()] ?? '',
    b: months[date.getUTCMonth()] ?? '',
    h: months[date.getUTCMonth()] ?? '',
    A: longDays[date.getUTCDay()] ?? '',
    B: longMonths[date.getUTCMonth()] ?? '',
    C: two(Math.floor(date.getUTCFullYear() / 100)),
    j: String(Math.floor((at - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1).padStart(3, '0'),
    u: String(date.getUTCDay() || 7),
    w: String(date.getUTCDay()),
    k: String(date.getUTCHours()).padStart(2),
    l: String(date.getUTCHours() % 12 || 12).padStart(2),
    P: date.getUTCHours() < 12 ? 'am' : 'pm',
    Z: 'UTC',
    z: '+0000',
    n: '\n',
    t: '\t',
    '%': '%',
  }
  return format
    .replace(/%F/g, '%Y-%m-%d')
    .replace(/%T/g, '%H:%M:%S')
    .replace(/%R/g, '%H:%M')
    .replace(/%D/g, '%m/%d/%y')
    .replace(/%c/g, '%a %b %e %H:%M:%S %Y')
    .replace(/%([-_]?)(\d*)([A-Za-z%])/g, (piece, flag: string, width: string, letter: string) => {
      const value = values[letter]
      if (value === undefined) return piece
      if (letter === 'N' && width !== '') return value.slice(0, Number(width))
      if (flag === '') return value
      const bare = value.replace(/^[0 ]+(?=\d)/, '')
      return flag === '-' ? bare : bare.padStart(value.length)
    })
}
