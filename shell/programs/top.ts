import type { Process } from '@/engine/kernel/process'
import type { Program, System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { defineProgram, type Turn } from './define'
import { commandLine, commandName } from './ps'

type TopMemory = { readonly argv: readonly string[]; readonly shown: number; readonly until: number }

interface TopOptions {
  readonly isBatch: boolean
  /** How many screens; null: until it is stopped. */
  readonly screens: number | null
  readonly everyMs: number
}

function readOptions(args: readonly string[]): TopOptions {
  const text = args.join(' ')
  const screens = /(?:^| )-[a-z]*n ?(\d+)/.exec(text)?.[1]
  const seconds = /(?:^| )-[a-z]*d ?(\d+(?:\.\d+)?)/.exec(text)?.[1]
  return {
    isBatch: /(?:^| )-[a-z]*b/.test(text),
    screens: screens === undefined ? null : Number(screens),
    everyMs: Math.max(Number(seconds ?? 3), 0.1) * 1000,
  }
}

function stateOf(process: Process, system: System): string {
  if (process.status !== null) return 'Z'
  return process.hostPid === system.process.hostPid ? 'R' : 'S'
}

function busyboxScreen(system: System): string {
  const processes = system.processes()
  const rows = processes.map(
    (process) =>
      `${String(process.pid).padStart(5)} ${String(process.parent).padStart(5)} ${process.user.slice(0, 8).padEnd(8)} ${stateOf(process, system).padEnd(4)}  1624   0%   0   0% ${commandLine(process)}\n`,
  )
  return `Mem: 7260840K used, 17422712K free, 1124K shrd, 203944K buff, 4787320K cached\nCPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq\nLoad average: 0.08 0.03 0.01 1/${processes.length + 210} ${processes.at(-1)?.pid ?? 1}\n  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND\n${rows.join('')}`
}

function count(value: number): string {
  return String(value).padStart(3)
}

function procpsScreen(system: System): string {
  const processes = system.processes()
  const zombies = processes.filter((process) => process.status !== null).length
  const rows = processes.map(
    (process) =>
      `${String(process.pid).padStart(7)} ${process.user.slice(0, 8).padEnd(9)} 20   0    4628   3584   3072 ${stateOf(process, system)}   0.0   0.0   0:00.01 ${commandName(process)}\n`,
  )
  const sleeping = processes.length - zombies - 1
  return `top - ${formatDate(system.now(), '%T')} up 1 day,  2:14,  0 users,  load average: 0.08, 0.03, 0.01\nTasks: ${count(processes.length)} total,   1 running, ${count(sleeping)} sleeping,   0 stopped, ${count(zombies)} zombie\n%Cpu(s):  0.3 us,  0.2 sy,  0.0 ni, 99.5 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\nMiB Mem :  24105.1 total,  17020.4 free,   2210.7 used,   4874.0 buff/cache\nMiB Swap:      0.0 total,      0.0 free,      0.0 used.  21894.4 avail Mem\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n${rows.join('')}`
}

/** Whether `q` was typed; other keys do nothing. */
function isQuit(system: System, { isBatch }: TopOptions): boolean {
  if (isBatch || !system.isTerminal(0)) return false
  const read = system.read(0)
  return read.kind === 'data' && read.text.startsWith('q')
}

/** top of procps or busybox: a screen every three seconds, or as -n and -d say; `q` or Ctrl+C ends it. */
export const top: Program = defineProgram<TopMemory>('top', {
  dispositions: { INT: 'handle', TERM: 'handle' },
  begin: (argv) => ({ argv, shown: 0, until: 0 }),
  turn(memory, system): Turn<TopMemory> {
    const options = readOptions(memory.argv.slice(1))
    if (system.takeSignal() !== null || isQuit(system, options)) return { status: 0 }
    const isDue = system.now() >= memory.until
    const shown = memory.shown + (isDue ? 1 : 0)
    const output = isDue ? (system.process.flavour === 'busybox' ? busyboxScreen(system) : procpsScreen(system)) : ''
    if (options.screens !== null && shown >= options.screens) return { status: 0, output }
    const until = isDue ? system.now() + options.everyMs : memory.until
    const separated = isDue && options.isBatch && system.process.flavour !== 'busybox' ? `${output}\n` : output
    const hearsKeys = !options.isBatch && system.isTerminal(0)
    const wait = hearsKeys ? ({ on: 'read', descriptor: 0, until } as const) : ({ on: 'time', until } as const)
    return { memory: { ...memory, shown, until }, wait, output: separated }
  },
})
