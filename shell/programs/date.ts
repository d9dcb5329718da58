import type { System } from '@/engine/kernel/program'
import { findConsole } from '@/engine/kernel/streams'
import { formatDate } from '../dates'
import { defineCommand } from './define'

const units: Readonly<Record<string, number>> = {
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 }

/** `@seconds`, `2024-01-31 10:00`, `yesterday`, `2 days ago`, and sums of them; null for what is no date. */
function dateOf(given: string, now: number): number | null {
  const text = given.trim()
  const whole = pointOf(text, now)
  if (whole !== null) return whole
  const steps = /^(.*?)((?:\s*(?:[-+]\s*\d{1,9}|\d{1,9}|next|last)\s*[a-z]+(?:\s+ago)?)+)$/.exec(text)
  const start = steps === null ? null : pointOf((steps[1] ?? '').trim(), now)
  return start === null ? null : moved(start, steps?.[2] ?? '')
}

/** `+ 3 days`, `-1 month`, `2 hours ago`, `next week`, one after another; null where a unit is none. */
function moved(start: number, steps: string): number | null {
  let at = start
  for (const [, amount = '', unit = '', ago] of steps.matchAll(/([-+]\s*\d+|\d+|next|last)\s*([a-z]+)(\s+ago)?/g)) {
    const count = (amount === 'next' ? 1 : amount === 'last' ? -1 : Number(amount.replace(/\s/g, ''))) * (ago ? -1 : 1)
    const name = unit.replace(/s$/, '')
    const [length, months] = [units[name], MONTHS[name]]
    if (length !== undefined) at += count * length
    else if (months !== undefined) {
      const date = new Date(at)
      at = date.setUTCMonth(date.getUTCMonth() + count * months)
    } else return null
  }
  return at
}

function pointOf(text: string, now: number): number | null {
  const seconds = /^@(-?\d{1,15})(?:\.\d+)?$/.exec(text)
  if (seconds !== null) return Number(seconds[1]) * 1000
  if (text === '' || text === 'today' || text === 'now') return now
  if (text === 'yesterday') return now - 86_400_000
  if (text === 'tomorrow') return now + 86_400_000
  const day = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?(?:Z| UTC)?$/.exec(text)
  if (day === null) return null
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = day
    .slice(1)
    .map((part) => Number(part ?? 0))
  return Date.UTC(year, month - 1, date, hour, minute, second)
}

function standardFormat(system: System, args: readonly string[]): string {
  if (args.some((word) => word === '-R' || word === '--rfc-email')) return '%a, %d %b %Y %T %z'
  if (args.some((word) => /^(?:-I|--iso-8601)/.test(word)))
    return args.some((word) => word.includes('seconds')) ? '%FT%T+00:00' : '%F'
  const { LC_ALL: all, LC_TIME: time, LANG: language } = system.process.environment
  const isEnglish = (all || time || language || '').startsWith('en_US')
  return isEnglish && system.process.flavour !== 'busybox' ? '%a %b %e %I:%M:%S %p UTC %Y' : '%a %b %e %T UTC %Y'
}

/** The time; whoever reads it from a pipe or a file may decide by it. */
function timeFor(system: System): number {
  const output = system.descriptor(1)
  const isShown = output?.kind === 'stream' && findConsole(system.state(), output.stream) !== null
  return isShown ? system.now() : system.readClock()
}

/** date: the virtual clock in UTC, or what -d names. */
export const date = defineCommand('date', ({ args, system }) => {
  const place = args.findIndex((word) => word === '-d' || word === '--date')
  const joined = args.find((word) => /^--date=|^-d./.test(word))?.replace(/^(?:--date=|-d)/, '')
  const asked = place >= 0 ? (args[place + 1] ?? '') : joined
  const now = timeFor(system)
  const at = asked === undefined ? now : dateOf(asked.trim(), now)
  if (at === null) return { status: 1, error: `date: invalid date '${asked ?? ''}'\n` }
  const set = args.findIndex((word) => word === '-s' || word.startsWith('--set'))
  if (set >= 0) {
    const isBusybox = system.process.flavour === 'busybox'
    const error = `date: ${isBusybox ? "can't" : 'cannot'} set date: Operation not permitted\n`
    const wanted = dateOf(args[set + 1] ?? '', now) ?? now
    return { status: 1, error, output: `${formatDate(wanted, standardFormat(system, []))}\n` }
  }
  const format = args.find((word) => word.startsWith('+'))?.slice(1) ?? standardFormat(system, args)
  return { status: 0, output: `${formatDate(at, format)}\n` }
})
