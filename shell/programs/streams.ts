import { takeMemory } from '@/engine/container/memory'
import type { Outcome, Program, System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { defineProgram } from './define'
import { plainTail } from './filters'
import { defineFilter, readText } from './lines'
import { commandLine } from './ps'

/** yes: the same line for ever, in pieces as large as a pipe takes. */
export const yes = defineProgram<readonly string[]>('yes', {
  begin: (argv) => argv,
  turn: (argv) => ({ memory: argv, wait: { on: 'ready' }, output: `${argv.slice(1).join(' ') || 'y'}\n`.repeat(200) }),
})

type FollowMemory = { readonly argv: readonly string[]; readonly path: string | null; readonly position: number }

const followMs = 1000

const following = defineProgram<FollowMemory>('tail', {
  begin: (argv) => ({ argv, path: null, position: 0 }),
  turn(memory, system) {
    const name = memory.argv.slice(1).findLast((word) => !word.startsWith('-') && !/^\d+$/.test(word)) ?? ''
    if (name === '/dev/null') return { memory, wait: { on: 'signal' } }
    const opened = readText(system, name)
    const wait = { on: 'time' as const, until: system.now() + followMs }
    if (!opened.ok)
      return {
        status: 1,
        error: `tail: cannot open '${name}' for reading: ${opened.reason}\ntail: no files remaining\n`,
      }
    if (memory.path !== null)
      return { memory: { ...memory, position: opened.text.length }, wait, output: opened.text.slice(memory.position) }
    const { state } = plainTail.start(memory.argv.slice(1).filter((word) => !/^-[fF]$/.test(word)))
    const lines = opened.text.match(/[^\n]*\n|[^\n]+/g) ?? []
    return {
      memory: { ...memory, path: name, position: opened.text.length },
      wait,
      output: lines.slice(-state.lines).join(''),
    }
  },
})

const ended: Program = defineFilter('tail', plainTail)

/** Bytes of memory that `tail /dev/zero` asks for before anybody would see a line end. */
const endlessLine = 64_000_000_000

/** A line without end: it is kept in memory until the container's limit, or the machine's, kills it. */
function readEndlessly(system: System): Outcome {
  system.replaceState(takeMemory(system.state(), system.process.space, endlessLine))
  return { kind: 'killed', signal: 'KILL' }
}

type TailMemory = { readonly follows: boolean; readonly inner: ReturnType<Program['begin']> }

/** tail: the last lines, or with -f also those to come. */
export const tail: Program = {
  name: 'tail',
  begin(argv, environment): TailMemory {
    const follows = argv.some((word) => /^-\d*[fF]/.test(word) || word === '--follow')
    return { follows, inner: (follows ? following : ended).begin(argv, environment) }
  },
  step(memory: TailMemory, system) {
    if (!memory.follows && system.process.argv.includes('/dev/zero')) return readEndlessly(system)
    const outcome = (memory.follows ? following : ended).step(memory.inner, system)
    return outcome.kind === 'wait' ? { ...outcome, memory: { ...memory, inner: outcome.memory } } : outcome
  },
}

function topScreen(system: Parameters<Program['step']>[1]): string {
  const processes = system.processes()
  const time = formatDate(system.now(), '%T')
  const head = `top - ${time} up 1 day,  2:14,  0 users,  load average: 0.08, 0.03, 0.01\nTasks: ${String(processes.length).padStart(3)} total,   1 running, ${String(processes.length - 1).padStart(3)} sleeping,   0 stopped,   0 zombie\n%Cpu(s):  0.3 us,  0.2 sy,  0.0 ni, 99.5 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\nMiB Mem :  24105.1 total,  17020.4 free,   2210.7 used,   4874.0 buff/cache\nMiB Swap:      0.0 total,      0.0 free,      0.0 used.  21894.4 avail Mem\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n`
  return (
    head +
    processes
      .map(
        (process) =>
          `${String(process.pid).padStart(7)} ${process.user.padEnd(9)} 20   0    4628   3584   3072 ${process.hostPid === system.process.hostPid ? 'R' : 'S'}   0.0   0.0   0:00.01 ${commandLine(process).slice(0, 30)}\n`,
      )
      .join('')
  )
}

/** top: the screen every three seconds; -b and -n as in batch mode. `q` ends it. */
export const top = defineProgram<{ readonly argv: readonly string[]; readonly shown: number }>('top', {
  dispositions: { INT: 'handle', TERM: 'handle' },
  begin: (argv) => ({ argv, shown: 0 }),
  turn(memory, system) {
    if (system.takeSignal() !== null) return { status: 0 }
    const place = memory.argv.indexOf('-n')
    const limit =
      place < 0 ? Number(/^-b?n(\d+)$/.exec(memory.argv[1] ?? '')?.[1] ?? 0) : Number(memory.argv[place + 1])
    if (limit > 0 && memory.shown >= limit) return { status: 0 }
    return {
      memory: { ...memory, shown: memory.shown + 1 },
      wait: { on: 'time', until: system.now() + 3000 },
      output: topScreen(system),
    }
  },
})
