import { hourMinute } from '../dates'
import { hostnameOf } from '../hostname'
import { defineCommand } from './define'
import { readFlags } from './lines'

const kernel = {
  s: 'Linux',
  v: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.153-1 (2025-09-20)',
  m: 'x86_64',
  o: 'GNU/Linux',
}

export const uname = defineCommand('uname', ({ args, system }) => {
  const letters = args.join('').replaceAll('-', '')
  const all = letters.includes('a')
  const parts = [
    (all || letters.includes('s') || letters === '') && kernel.s,
    (all || letters.includes('n')) && hostnameOf(system),
    (all || letters.includes('r')) && system.state().host.kernelRelease,
    (all || letters.includes('v')) && kernel.v,
    (all || letters.includes('m')) && kernel.m,
    (all || letters.includes('o')) && (system.process.flavour === 'busybox' ? 'Linux' : kernel.o),
  ]
  return { status: 0, output: `${parts.filter((part) => typeof part === 'string').join(' ')}\n` }
})

export const env = defineCommand('printenv', ({ args, system }) => {
  const { environment } = system.process
  if (args.length > 0) {
    const values = args.flatMap((name) => (environment[name] === undefined ? [] : [environment[name]]))
    return { status: values.length === args.length ? 0 : 1, output: values.map((value) => `${value}\n`).join('') }
  }
  return {
    status: 0,
    output: Object.entries(environment)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  }
})

export const which = defineCommand('which', ({ args, system }) => {
  const found = args.filter((word) => !word.startsWith('-')).map((name) => system.lookUp(name))
  return {
    status: found.every((each) => each.ok) && found.length > 0 ? 0 : 1,
    output: found.flatMap((each) => (each.ok ? [`${each.path}\n`] : [])).join(''),
  }
})

export const nproc = defineCommand('nproc', ({ system }) => ({ status: 0, output: `${system.state().host.cpus}\n` }))
export const arch = defineCommand('arch', () => ({ status: 0, output: 'x86_64\n' }))
export const clear = defineCommand('clear', () => ({ status: 0 }))
export const sync = defineCommand('sync', () => ({ status: 0 }))

export const uptime = defineCommand('uptime', ({ system }) => ({
  status: 0,
  output: ` ${hourMinute(system.now())}:00 up 1 day,  2:14,  1 user,  load average: 0.08, 0.03, 0.01\n`,
}))

/** Kibibytes as `free -h` shows them: `2.1Gi`, `23Gi`, `0B`. */
function humanMemory(kibibytes: number): string {
  const units = ['Ki', 'Mi', 'Gi', 'Ti']
  let value = kibibytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  if (value === 0) return '0B'
  return `${value < 10 ? value.toFixed(1) : Math.round(value)}${units[unit] ?? ''}`
}

export const free = defineCommand('free', ({ args, system }) => {
  const unit = args.includes('-m') ? 1_048_576 : args.includes('-g') ? 1_073_741_824 : 1024
  const total = Math.floor(system.state().host.memory / unit)
  const used = Math.floor(total * 0.09)
  const cell = (value: number): string => (args.includes('-h') ? humanMemory(value) : String(value)).padStart(12)
  return {
    status: 0,
    output: `               total        used        free      shared  buff/cache   available\nMem:    ${cell(total)}${cell(used)}${cell(Math.floor(total * 0.7))}${cell(Math.floor(total * 0.001))}${cell(total - used - Math.floor(total * 0.7))}${cell(total - used)}\nSwap:   ${cell(0)}${cell(0)}${cell(0)}\n`,
  }
})

export const seq = defineCommand('seq', ({ args }) => {
  const { flags, operands } = readFlags(
    args.map((word) => (/^-\d/.test(word) ? `\u0000${word}` : word)),
    'sf',
  )
  const numbers = operands.map((word) => Number(word.replace('\u0000', '')))
  if (numbers.length === 0 || numbers.some(Number.isNaN))
    return {
      status: 1,
      error:
        numbers.length === 0
          ? "seq: missing operand\nTry 'seq --help' for more information.\n"
          : `seq: invalid floating point argument: '${operands[numbers.findIndex(Number.isNaN)]}'\nTry 'seq --help' for more information.\n`,
    }
  const [first = 1, step = 1, last = 1] =
    numbers.length === 1 ? [1, 1, numbers[0]] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers
  const count = step === 0 ? 0 : Math.min(Math.floor((last - first) / step + 1e-9) + 1, 100_000)
  const digits = Math.max(...operands.map((word) => /\.(\d+)/.exec(word)?.[1]?.length ?? 0))
  const values = Array.from({ length: Math.max(count, 0) }, (_, index) => (first + index * step).toFixed(digits))
  const width = flags.has('w') ? Math.max(...values.map((value) => value.length)) : 0
  const separator = flags.get('s') ?? '\n'
  return {
    status: 0,
    output: values.length === 0 ? '' : `${values.map((value) => value.padStart(width, '0')).join(separator)}\n`,
  }
})
