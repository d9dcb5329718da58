import type { FileView } from '../files/view'
import type { Json } from '../json'
import type { EngineState } from '../state'
import type { Descriptor, ExitStatus, Process, Wait } from './process'
import type { Signal } from './signal'

/** What one slice of a program ended with. */
export type Outcome =
  | { readonly kind: 'wait'; readonly memory: Json; readonly wait: Wait }
  | { readonly kind: 'exit'; readonly status: number }
  /** `exec`: the process goes on as another program (same PID). */
  | { readonly kind: 'exec'; readonly argv: readonly string[]; readonly environment: Readonly<Record<string, string>> }

/**
 * The model of an executable: a small-step machine on plain data. `step` runs until the program waits or ends;
 * whatever it does to the world goes through `system`. Models live in `shell/` and reach the engine through `Io`.
 */
export interface Program {
  readonly name: string
  /** Signals it handles or ignores from the start (`nginx`: QUIT and TERM). */
  readonly dispositions?: Readonly<Partial<Record<Signal, 'ignore' | 'handle'>>>
  begin(argv: readonly string[], environment: Readonly<Record<string, string>>): Json
  step(memory: Json, system: System): Outcome
}

export interface SpawnRequest {
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly directory?: string
  readonly user?: string
  readonly descriptors: Readonly<Record<number, Descriptor>>
  /** `new`: leads a group of its own (a job of an interactive shell). */
  readonly group?: 'inherit' | 'new' | number
  readonly background?: boolean
  /** Start a given model with given memory instead of resolving argv[0] (a shell's subshell). */
  readonly fork?: { readonly program: string; readonly memory: Json }
}

export type SpawnResult =
  | { readonly ok: true; readonly pid: number }
  | { readonly ok: false; readonly error: 'not-found' | 'permission-denied' | 'is-directory' | 'limit' }

/** The system calls of one process, valid during one slice only. Nothing here throws for what a program can do wrong. */
export interface System {
  readonly process: Process
  /** Milliseconds since the epoch on the virtual clock. */
  now(): number
  readonly files: FileView
  read(descriptor: number, maxLength?: number): { kind: 'data'; text: string } | { kind: 'end' } | { kind: 'block' } | { kind: 'error' }
  /** `broken`: nobody reads any more; the process has SIGPIPE pending and ends unless it handles it. */
  write(descriptor: number, text: string): 'ok' | 'block' | 'broken' | 'error'
  pipe(): { readonly read: Descriptor; readonly write: Descriptor }
  open(path: string, mode: 'read' | 'write' | 'append'): { ok: true; descriptor: Descriptor } | { ok: false; error: import('../files/view').FileError }
  /** Replaces this process' own descriptor (dup2/close). */
  setDescriptor(descriptor: number, to: Descriptor | null): void
  isTerminal(descriptor: number): boolean
  spawn(request: SpawnRequest): SpawnResult
  /** Takes the status of an ended child, or null if none ended yet, or `none` without such a child. */
  waitChild(pid: number | 'any'): { readonly pid: number; readonly status: ExitStatus } | null | 'none'
  kill(pid: number, signal: Signal | 0): 'ok' | 'no-such-process' | 'not-permitted'
  setDisposition(signal: Signal, disposition: 'default' | 'ignore' | 'handle'): void
  /** Takes the oldest handled signal that arrived. */
  takeSignal(): Signal | null
  setForeground(group: number): void
  setDirectory(path: string): void
  /** Processes of the same space, oldest first (for ps, top, kill, killall). */
  processes(): readonly Process[]
  /** The whole state, for programs that are a door to the engine (`docker`, `curl`, `ps` of the host). */
  state(): EngineState
  replaceState(state: EngineState): void
}
