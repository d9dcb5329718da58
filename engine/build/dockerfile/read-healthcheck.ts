import type { HealthConfig } from '../../container/config'
import { parseDuration } from '../../specs/duration'
import { malformed, type Parsed, parsed } from '../../specs/parsed'
import { type InstructionFlags, instructionFlag } from './instruction-flags'

const MILLISECOND = 1e6

/** Reads HEALTHCHECK's words and flags; durations become nanoseconds. */
export function readHealth(args: readonly string[], json: boolean, flags: InstructionFlags): Parsed<HealthConfig> {
  const [typed = '', ...words] = args
  const type = typed.toUpperCase()
  if (type === 'NONE')
    return words.length === 0 ? parsed({ Test: ['NONE'] }) : malformed('HEALTHCHECK NONE takes no arguments')
  if (type !== 'CMD') return malformed(`Unknown type "${type}" in HEALTHCHECK (try CMD)`)
  if (words.length === 0) return malformed('Missing command after HEALTHCHECK CMD')
  const interval = readInterval(flags, 'interval')
  const timeout = readInterval(flags, 'timeout')
  const startPeriod = readInterval(flags, 'start-period')
  const startInterval = readInterval(flags, 'start-interval')
  const retries = readRetries(instructionFlag(flags, 'retries'))
  for (const value of [interval, timeout, startPeriod, startInterval, retries]) if (!value.ok) return value
  return parsed({
    Test: [json ? 'CMD' : 'CMD-SHELL', ...words],
    ...(interval.ok && interval.value > 0 ? { Interval: interval.value } : {}),
    ...(timeout.ok && timeout.value > 0 ? { Timeout: timeout.value } : {}),
    ...(startPeriod.ok && startPeriod.value > 0 ? { StartPeriod: startPeriod.value } : {}),
    ...(retries.ok && retries.value > 0 ? { Retries: retries.value } : {}),
  })
}

function readInterval(flags: InstructionFlags, name: string): Parsed<number> {
  const text = instructionFlag(flags, name)
  if (text === '') return parsed(0)
  const duration = parseDuration(text)
  if (!duration.ok || duration.value === 0 || duration.value >= MILLISECOND) return duration
  return malformed(`Interval "${name}" cannot be less than 1ms`)
}

function readRetries(text: string): Parsed<number> {
  if (text === '') return parsed(0)
  if (!/^[+-]?\d+$/.test(text)) return malformed(`strconv.ParseInt: parsing "${text}": invalid syntax`)
  const retries = Number(text)
  if (Math.abs(retries) > 2 ** 31 - 1) return malformed(`strconv.ParseInt: parsing "${text}": value out of range`)
  return retries < 0 ? malformed(`--retries cannot be negative (${retries})`) : parsed(retries)
}
