const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
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
    .replace(/%-?([A-Za-z%])/g, (piece, letter: string) => values[letter] ?? piece)
}
