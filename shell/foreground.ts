import type { Json } from '@/engine/json'
import { hostSpace, type Process, type Space } from '@/engine/kernel/process'
import { allProcesses, findProcess } from '@/engine/kernel/processes'
import type { Console } from '@/engine/kernel/stream'
import { findConsole } from '@/engine/kernel/streams'
import type { EngineState } from '@/engine/state'

function readsFrom(process: Process, console: number): boolean {
  if (process.wait.on !== 'read' || process.wait.until !== undefined) return false
  const descriptor = process.descriptors[process.wait.descriptor]
  return descriptor?.kind === 'stream' && descriptor.stream === console
}

/** Who could read what is typed: the foreground group of a terminal, or whoever holds a plain console's input. */
function readersOf(state: EngineState, console: Console): readonly Process[] {
  return allProcesses(state).filter(
    (process) =>
      process.space === console.space &&
      process.status === null &&
      (console.terminal === null || (process.terminal === console.id && process.group === console.terminal.foreground)),
  )
}

/** The console a docker client of this one passes typed text on to. */
function innerConsole(state: EngineState, readers: readonly Process[]): number | null {
  for (const { wait } of readers)
    if (wait.on === 'attachment' && wait.console !== null && wait.input !== null)
      return findConsole(state, wait.console)?.id ?? null
  return null
}

/** Whether the foreground, through attached docker clients, waits for something to be typed. */
export function isAwaitingInput(state: EngineState, id: number): boolean {
  const console = findConsole(state, id)
  if (console === null || console.status !== null) return true
  if (console.input.length > 0) return false
  const readers = readersOf(state, console)
  if (readers.some((process) => readsFrom(process, id))) return true
  const inner = innerConsole(state, readers)
  return inner !== null && findConsole(state, inner)?.status === null && isAwaitingInput(state, inner)
}

/** Where what is typed at a terminal goes: `host`, or the id of the container whose console is attached. */
export function attachedSpace(state: EngineState, id: number): Space {
  const console = findConsole(state, id)
  if (console === null) return hostSpace
  const inner = innerConsole(state, readersOf(state, console))
  return inner === null ? console.space : attachedSpace(state, inner)
}

/** Whether what is typed at a terminal stays unseen, as a password does. */
export function isTypingUnseen(state: EngineState, id: number): boolean {
  const console = findConsole(state, id)
  if (console === null) return false
  const inner = innerConsole(state, readersOf(state, console))
  return inner === null ? console.terminal?.echo === false : isTypingUnseen(state, inner)
}

function field(memory: Json, name: string): Json | undefined {
  return typeof memory === 'object' && memory !== null && !Array.isArray(memory) && name in memory
    ? Reflect.get(memory, name)
    : undefined
}

/** The shell's prompt that stands on the screen, of the innermost shell; null where no shell awaits a line. */
export function promptOf(state: EngineState, id: number): string | null {
  const console = findConsole(state, id)
  if (console === null) return null
  const readers = readersOf(state, console)
  for (const process of readers) {
    const prompt = field(process.memory, 'prompt')
    if (typeof prompt === 'string' && readsFrom(process, id)) return prompt
  }
  const inner = innerConsole(state, readers)
  return inner === null ? null : promptOf(state, inner)
}

/** The current folder of the shell that awaits a line at the terminal itself; null where none does. */
export function directoryOf(state: EngineState, id: number): string | null {
  const console = findConsole(state, id)
  if (console === null) return null
  const shell = readersOf(state, console).find((process) => readsFrom(process, id))
  return shell?.directory ?? null
}

/** A file that an editor in the foreground has open. */
export interface Editing {
  /** As it was named to the editor; empty where it was not. */
  readonly file: string
  readonly text: string
}

/** What the editor in the foreground of a terminal shows, through docker clients and ssh; null where there is none. */
export function editingIn(state: EngineState, id: number): Editing | null {
  const console = findConsole(state, id)
  if (console === null) return null
  const readers = readersOf(state, console)
  for (const process of readers) {
    const editing = field(process.memory, 'editing') ?? null
    const [file, text] = editing === null ? [] : [field(editing, 'file'), field(editing, 'text')]
    if (typeof file === 'string' && typeof text === 'string' && readsFrom(process, id)) return { file, text }
  }
  const inner = innerConsole(state, readers)
  return inner === null ? null : editingIn(state, inner)
}

/** `$?` of the shell a terminal was opened with, while it stands at its prompt. */
export function shellStatus(state: EngineState, id: number): number | null {
  const console = findConsole(state, id)
  const shell = console === null ? null : findProcess(state, console.leader)
  if (shell === null || !readsFrom(shell, id) || console?.terminal?.foreground !== shell.group) return null
  const status = field(shell.memory, 'status')
  return typeof status === 'number' ? status : null
}
