import { takeMemory } from '@/engine/container/memory'
import type { Outcome, Program, System } from '@/engine/kernel/program'
import { defineProgram } from './define'
import { plainTail } from './filters'
import { defineFilter, readText } from './lines'

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
