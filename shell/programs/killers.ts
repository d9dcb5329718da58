import type { System } from '@/engine/kernel/program'
import { parseSignal, type Signal } from '@/engine/kernel/signal'
import { defineCommand, type Result } from './define'
import { commandLine, commandName } from './ps'

function killAll(system: System, args: readonly string[], name: string): Result {
  let signal: Signal | 0 = 'TERM'
  const words = [...args]
  if (words[0] === '-l')
    return { status: 0, output: 'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM\n' }
  const [first = ''] = words
  if (first === '-s' || /^-./.test(first)) {
    const word = first === '-s' ? (words[1] ?? '') : first.slice(1)
    const parsed = word === '0' ? 0 : parseSignal(word)
    if (parsed === null) return { status: 1, error: `${name}: invalid signal '${word}'\n` }
    signal = parsed
    words.splice(0, first === '-s' ? 2 : 1)
  }
  if (words.length === 0) return { status: 1, error: `${name}: not enough arguments\n` }
  const error = words
    .map((word) => {
      const result = /^-?\d+$/.test(word) ? system.kill(Number(word), signal) : null
      if (result === 'ok') return ''
      if (result === null) return `${name}: failed to parse argument: '${word}'\n`
      const reason = result === 'no-such-process' ? 'No such process' : 'Operation not permitted'
      return system.process.flavour === 'busybox'
        ? `${name}: can't kill pid ${word}: ${reason}\n`
        : `${name}: (${word}): ${reason}\n`
    })
    .join('')
  return { status: error === '' ? 0 : 1, error }
}

export const kill = defineCommand('kill', ({ args, system }) => killAll(system, args, 'kill'))

/** pkill, pgrep and killall: by name. */
function byName(system: System, args: readonly string[], act: 'list' | 'kill', exact: boolean): Result {
  const signalWord = args.find((word) => /^-(?:[A-Z]|\d)/.test(word))
  const signal = signalWord === undefined ? 'TERM' : (parseSignal(signalWord.slice(1)) ?? 'TERM')
  const pattern = args.findLast((word) => !word.startsWith('-')) ?? ''
  const isFull = args.includes('-f')
  const found = system.processes().filter((process) => {
    const name = isFull ? commandLine(process) : commandName(process)
    return process.hostPid !== system.process.hostPid && (exact ? name === pattern : name.includes(pattern))
  })
  if (act === 'kill') for (const process of found) system.kill(process.pid, signal)
  if (found.length === 0) return { status: 1, error: exact ? `${pattern}: no process found\n` : '' }
  return {
    status: 0,
    output:
      act === 'list'
        ? found
            .map(
              (process) =>
                `${process.pid}${args.includes('-a') ? ` ${commandLine(process)}` : args.includes('-l') ? ` ${commandName(process)}` : ''}\n`,
            )
            .join('')
        : '',
  }
}

export const pgrep = defineCommand('pgrep', ({ args, system }) => byName(system, args, 'list', false))
export const pkill = defineCommand('pkill', ({ args, system }) => byName(system, args, 'kill', false))
export const killall = defineCommand('killall', ({ args, system }) => byName(system, args, 'kill', true))
export const pidof = defineCommand('pidof', ({ args, system }) => {
  const pids = system
    .processes()
    .filter((process) => commandName(process) === args[0])
    .map((process) => process.pid)
    .toReversed()
  return pids.length === 0 ? { status: 1 } : { status: 0, output: `${pids.join(' ')}\n` }
})
