import type { System } from '@/engine/kernel/program'
import { resolveHost } from '../network'
import { defineProgram, type Turn } from './define'

type PingMemory = {
  readonly argv: readonly string[]
  readonly target: string
  readonly address: string
  readonly count: number | null
  readonly interval: number
  readonly sent: number
  readonly times: readonly number[]
  readonly answered: number
  readonly startedAt: number | null
  readonly next: number
}

const flagsWithValue = new Set(['-c', '-i', '-W', '-w', '-s', '-t', '-I'])

interface Options {
  readonly target: string | null
  readonly count: number | null
  readonly interval: number
}

function readOptions(argv: readonly string[]): Options {
  let target: string | null = null
  let count: number | null = null
  let interval = 1000
  for (let index = 1; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    const flag = word.slice(0, 2)
    if (!word.startsWith('-')) target = word
    else if (flagsWithValue.has(flag)) {
      const value = word.length > 2 ? word.slice(2) : (argv[index + 1] ?? '')
      if (word.length === 2) index += 1
      if (flag === '-c') count = Number(value) || null
      if (flag === '-i') interval = Math.max(Number(value) || 1, 0.2) * 1000
    }
  }
  return { target, count, interval }
}

/** A plausible round trip in milliseconds: the first one is slower, as with a cold cache. */
function roundTrip(sent: number, seed: number): number {
  const noise = ((Math.imul(seed + sent * 7919, 2654435761) >>> 8) % 40) / 1000
  return sent === 0 ? 0.18 + noise : 0.038 + noise
}

function average(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length
}

function statistics(memory: PingMemory, system: System): string {
  const { times, sent } = memory
  const loss = sent === 0 ? 0 : Math.round(((sent - memory.answered) * 100) / sent)
  const min = Math.min(...times).toFixed(3)
  const max = Math.max(...times).toFixed(3)
  const mean = times.length === 0 ? 0 : average(times)
  if (system.process.flavour === 'busybox') {
    const head = `\n--- ${memory.target} ping statistics ---\n${sent} packets transmitted, ${memory.answered} packets received, ${loss}% packet loss\n`
    return times.length === 0 ? head : `${head}round-trip min/avg/max = ${min}/${mean.toFixed(3)}/${max} ms\n`
  }
  const time = Math.round((sent - 1) * memory.interval + sent * 8)
  const head = `\n--- ${memory.target} ping statistics ---\n${sent} packets transmitted, ${memory.answered} received, ${loss}% packet loss, time ${Math.max(time, 0)}ms\n`
  if (times.length === 0) return `${head}\n`
  const deviation = Math.sqrt(Math.max(average(times.map((each) => each * each)) - mean * mean, 0)).toFixed(3)
  return `${head}rtt min/avg/max/mdev = ${min}/${mean.toFixed(3)}/${max}/${deviation} ms\n`
}

function header(memory: PingMemory, isBusybox: boolean): string {
  return isBusybox
    ? `PING ${memory.target} (${memory.address}): 56 data bytes\n`
    : `PING ${memory.target} (${memory.address}) 56(84) bytes of data.\n`
}

function reply(memory: PingMemory, time: number, isBusybox: boolean): string {
  const shown = time.toFixed(3)
  return isBusybox
    ? `64 bytes from ${memory.address}: seq=${memory.sent} ttl=64 time=${shown} ms\n`
    : `64 bytes from ${memory.address}: icmp_seq=${memory.sent + 1} ttl=64 time=${shown} ms\n`
}

function start(memory: PingMemory, system: System): Turn<PingMemory> {
  const isBusybox = system.process.flavour === 'busybox'
  const { target, count, interval } = readOptions(memory.argv)
  if (target === null)
    return isBusybox
      ? { status: 1, error: 'BusyBox v1.35.0 multi-call binary.\n\nUsage: ping [OPTIONS] HOST\n' }
      : { status: 1, error: 'ping: usage error: Destination address required\n' }
  const host = resolveHost(system, target)
  if (host === null)
    return isBusybox
      ? { status: 1, error: `ping: bad address '${target}'\n` }
      : { status: 2, error: `ping: ${target}: Name or service not known\n` }
  if (!host.routed)
    return isBusybox
      ? {
          status: 1,
          output: `PING ${target} (${host.address}): 56 data bytes\n`,
          error: 'ping: sendto: Network unreachable\n',
        }
      : { status: 2, error: 'ping: connect: Network is unreachable\n' }
  const begun = {
    ...memory,
    target,
    address: host.address,
    count,
    interval,
    startedAt: system.now(),
    next: system.now(),
  }
  return send(begun, system, header(begun, isBusybox), host.reachable)
}

function send(memory: PingMemory, system: System, before: string, reachable: boolean): Turn<PingMemory> {
  const isBusybox = system.process.flavour === 'busybox'
  const time = roundTrip(memory.sent, system.process.hostPid)
  const output = before + (reachable ? reply(memory, time, isBusybox) : '')
  const next = {
    ...memory,
    sent: memory.sent + 1,
    answered: memory.answered + (reachable ? 1 : 0),
    times: reachable ? [...memory.times, time].slice(-1000) : memory.times,
    next: memory.next + memory.interval,
  }
  if (memory.count !== null && next.sent >= memory.count)
    return { status: next.answered > 0 ? 0 : 1, output: output + statistics(next, system) }
  return { memory: next, wait: { on: 'time', until: next.next }, output }
}

/** Sequence numbers and the time of the next packet go on; the round trips kept for the statistics are the last ones sent. */
function leap(before: PingMemory, after: PingMemory, periods: number): PingMemory | null {
  if (after.count !== null) return null
  const on = (from: number, to: number): number => to + (to - from) * periods
  return {
    ...after,
    sent: on(before.sent, after.sent),
    answered: on(before.answered, after.answered),
    next: on(before.next, after.next),
  }
}

/** ping: a reply a second until Ctrl+C, which prints the statistics (exit 0 if anything answered). */
export const ping = defineProgram<PingMemory>('ping', {
  dispositions: { INT: 'handle' },
  begin: (argv) => ({
    argv,
    target: '',
    address: '',
    count: null,
    interval: 1000,
    sent: 0,
    times: [],
    answered: 0,
    startedAt: null,
    next: 0,
  }),
  leap,
  turn(memory, system) {
    if (memory.startedAt === null) return start(memory, system)
    if (system.takeSignal() !== null) return { status: memory.answered > 0 ? 0 : 1, output: statistics(memory, system) }
    if (system.now() < memory.next) return { memory, wait: { on: 'time', until: memory.next } }
    return send(memory, system, '', resolveHost(system, memory.target)?.reachable ?? false)
  },
})
