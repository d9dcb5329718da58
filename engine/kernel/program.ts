import type { FileError, FileView } from '../files/view'
import type { Io } from '../io'
import type { Json } from '../json'
import type { EngineState } from '../state'
import type { Descriptor, Disposition, ExitStatus, Process, StreamDescriptor, Wait } from './process'
import type { Signal } from './signal'

/** What one slice of a program ended with. `ready`: it goes on at its next slice. */
export type Outcome =
  | { readonly kind: 'wait'; readonly memory: Json; readonly wait: Wait }
  | { readonly kind: 'exit'; readonly status: number }
  /** It takes a signal's default action on itself (a shell that restores INT and interrupts itself). */
  | { readonly kind: 'killed'; readonly signal: Signal }
  /** `exec`: the process goes on as another program (same PID). `lookUp` first: a failure ends the process with 127 or 126. */
  | { readonly kind: 'exec'; readonly argv: readonly string[]; readonly environment: Readonly<Record<string, string>> }

/**
 * The model of an executable: a small-step machine on plain data. `step` runs until the program waits or ends;
 * whatever it does to the world goes through `system`. Models live in `shell/` and reach the engine through `Io`.
 * Methods (not function properties), so that a model may name its own type of memory.
 */
export interface Program {
  readonly name: string
  /** Signals it handles or ignores from the start (`nginx`: QUIT and TERM). */
  readonly dispositions?: Readonly<Partial<Record<Signal, Disposition>>>
  begin(argv: readonly string[], environment: Readonly<Record<string, string>>): Json
  step(memory: Json, system: System): Outcome
  /**
   * Its memory after `periods` more periods like the one from `before` to `after`, for a program whose memory counts
   * (ping); null where counting will end it. Without this, a memory that counts is never skipped over.
   */
  leap?(before: Json, after: Json, periods: number): Json | null
}

export interface SpawnRequest {
  readonly argv: readonly string[]
  /** Where `lookUp` found argv[0], so that it is not looked up again. */
  readonly executable?: string
  readonly environment: Readonly<Record<string, string>>
  readonly directory?: string
  readonly user?: string
  /** A group given beside the user, by name (`newgrp`). */
  readonly userGroup?: string
  readonly descriptors: Readonly<Record<number, Descriptor>>
  /** `new`: leads a group of its own (a job of an interactive shell). */
  readonly group?: 'inherit' | 'new' | number
  /** Signals ignored from the start (a background job of a shell without job control ignores INT and QUIT). */
  readonly ignore?: readonly Signal[]
  /** Start a given model with given memory instead of resolving argv[0] (a shell's subshell). */
  readonly fork?: { readonly program: string; readonly memory: Json }
}

export type LookUpError = 'not-found' | 'permission-denied' | 'is-directory' | 'bad-format'

export type SpawnResult =
  | { readonly ok: true; readonly pid: number }
  | { readonly ok: false; readonly error: LookUpError | 'limit' }

export type ReadResult =
  | { readonly kind: 'data'; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'block' }
  | { readonly kind: 'error'; readonly error: FileError }

/** The system calls of one process, valid during one slice only. Nothing here throws for what a program can do wrong. */
export interface System {
  readonly process: Process
  /** The models and the registry, for a program that is a door to the engine. */
  readonly io: Io
  /** Milliseconds since the epoch on the virtual clock. */
  now(): number
  /** The time for a program that may decide by it: while any does, no rhythm of the machine is skipped over. */
  readClock(): number
  readonly files: FileView
  /** An absolute path from one relative to the process' directory, `.` and `..` resolved. */
  path(relative: string): string
  read(descriptor: number, maxLength?: number): ReadResult
  /** `broken`: nobody reads any more; the process has got SIGPIPE and ends unless it handles it. */
  write(descriptor: number, text: string): 'ok' | 'block' | 'broken' | 'error'
  pipe(): { readonly read: StreamDescriptor; readonly write: StreamDescriptor }
  open(
    path: string,
    mode: 'read' | 'write' | 'append',
  ): { readonly ok: true; readonly descriptor: Descriptor } | { readonly ok: false; readonly error: FileError }
  descriptor(number: number): Descriptor | null
  /** Replaces this process' own descriptor (dup2/close). */
  setDescriptor(number: number, to: Descriptor | null): void
  isTerminal(descriptor: number): boolean
  /** Where an executable is (as execvp finds it with the process' PATH, or the one given), without starting it. */
  lookUp(
    name: string,
    searchPath?: string,
  ): { readonly ok: true; readonly path: string } | { readonly ok: false; readonly error: LookUpError }
  spawn(request: SpawnRequest): SpawnResult
  /** Takes the status of an ended child, or null if none ended yet, or `none` without such a child. */
  waitChild(pid: number | 'any'): { readonly pid: number; readonly status: ExitStatus } | null | 'none'
  /** To `pid`, to group `-pid`, or to every process (-1) of the space. */
  kill(pid: number, signal: Signal | 0): 'ok' | 'no-such-process' | 'not-permitted'
  setDisposition(signal: Signal, disposition: Disposition | 'default'): void
  /** Takes the oldest handled signal that arrived. */
  takeSignal(): Signal | null
  setForeground(group: number): void
  setTerminal(mode: { readonly raw?: boolean; readonly echo?: boolean }): void
  setDirectory(path: string): void
  setArgv(argv: readonly string[]): void
  /** Processes of the same space, oldest first (for ps, top, kill, killall). */
  processes(): readonly Process[]
  /** The whole state, for programs that are a door to the engine (`docker`, `curl`, `ps` of the host). */
  state(): EngineState
  replaceState(state: EngineState): void
}
