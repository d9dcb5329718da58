import type { Json } from '@/engine/json'
import type { Wait } from '@/engine/kernel/process'
import type { Outcome, Program, System } from '@/engine/kernel/program'

/** What a turn of a program came to: it goes on (with what it waits for) or ends; either way it may print. */
export type Turn<Memory extends Json> =
  | { readonly memory: Memory; readonly wait: Wait; readonly output?: string; readonly error?: string }
  | { readonly status: number; readonly output?: string; readonly error?: string }

export interface Definition<Memory extends Json> {
  readonly dispositions?: Program['dispositions']
  readonly begin: (argv: readonly string[], environment: Readonly<Record<string, string>>) => Memory
  readonly turn: (memory: Memory, system: System) => Turn<Memory>
  /** As {@link Program.leap}. */
  readonly leap?: (before: Memory, after: Memory, periods: number) => Memory | null
}

type Waiting = { readonly descriptor: number; readonly text: string }

type DefinedMemory<Memory extends Json> = {
  readonly inner: Memory
  readonly wait: Wait
  /** Printed and not yet written, because a reader is slow. */
  readonly pending: readonly Waiting[]
  readonly status: number | null
}

function flush(
  pending: readonly Waiting[],
  system: System,
): { readonly left: readonly Waiting[]; readonly broken: boolean } {
  let left = pending
  while (left.length > 0) {
    const [first, ...rest] = left
    if (first === undefined) break
    const result = system.write(first.descriptor, first.text)
    if (result === 'block') return { left, broken: false }
    if (result === 'broken') return { left: [], broken: true }
    left = rest
  }
  return { left, broken: false }
}

function advance<Memory extends Json>(
  definition: Definition<Memory>,
  memory: DefinedMemory<Memory>,
  system: System,
): DefinedMemory<Memory> {
  const turn = definition.turn(memory.inner, system)
  const pending: Waiting[] = []
  if (turn.output !== undefined && turn.output !== '') pending.push({ descriptor: 1, text: turn.output })
  if (turn.error !== undefined && turn.error !== '') pending.push({ descriptor: 2, text: turn.error })
  if ('status' in turn) return { ...memory, pending, status: turn.status }
  return { inner: turn.memory, wait: turn.wait, pending, status: null }
}

function write<Memory extends Json>(memory: DefinedMemory<Memory>, system: System): Outcome | null {
  const { left, broken } = flush(memory.pending, system)
  if (broken) return { kind: 'exit', status: 1 }
  if (left.length === 0) return null
  return {
    kind: 'wait',
    memory: { ...memory, pending: left },
    wait: { on: 'write', descriptor: left[0]?.descriptor ?? 1 },
  }
}

/** Turns of one slice: a program goes on while it waits for nothing, so that it is ahead of who reads from it. */
const turnsOfSlice = 20

/** Makes a program from its turns; what a turn prints is written before the next one, waiting where the reader is slow. */
export function defineProgram<Memory extends Json>(name: string, definition: Definition<Memory>): Program {
  const { leap } = definition
  return {
    name,
    ...(definition.dispositions === undefined ? {} : { dispositions: definition.dispositions }),
    ...(leap !== undefined && {
      leap(before: DefinedMemory<Memory>, after: DefinedMemory<Memory>, periods: number) {
        const inner = leap(before.inner, after.inner, periods)
        return inner === null ? null : { ...after, inner }
      },
    }),
    begin: (argv, environment): DefinedMemory<Memory> => ({
      inner: definition.begin(argv, environment),
      wait: { on: 'ready' },
      pending: [],
      status: null,
    }),
    step(memory: DefinedMemory<Memory>, system: System): Outcome {
      const blocked = write(memory, system)
      if (blocked !== null) return blocked
      if (memory.status !== null) return { kind: 'exit', status: memory.status }
      let current = memory
      for (let turns = 0; turns < turnsOfSlice; turns += 1) {
        const next = advance(definition, current, system)
        const stuck = write(next, system)
        if (stuck !== null) return stuck
        if (next.status !== null) return { kind: 'exit', status: next.status }
        current = { ...next, pending: [] }
        if (next.wait.on !== 'ready') break
      }
      return { kind: 'wait', memory: current, wait: current.wait }
    },
  }
}

/** What a program that ends at once is called with. */
export interface Call {
  readonly name: string
  readonly args: readonly string[]
  readonly system: System
  /** `busybox`, or the GNU and procps tools. */
  readonly isBusybox: boolean
}

export interface Result {
  readonly status: number
  readonly output?: string
  readonly error?: string
}

/** A program that reads nothing and ends at once. */
export function defineCommand(name: string, run: (call: Call) => Result): Program {
  return defineProgram<readonly string[]>(name, {
    begin: (argv) => argv,
    turn: ([first = name, ...args], system) =>
      run({
        name: first.slice(first.lastIndexOf('/') + 1),
        args,
        system,
        isBusybox: system.process.flavour === 'busybox',
      }),
  })
}
