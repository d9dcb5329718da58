import type { Json } from '../json'
import type { Signal } from './signal'

/** Where a process lives: `"host"`, or the full id of a container (its PID namespace, file view and network). */
export type Space = string

/** What an open file descriptor of a process refers to. */
export type Descriptor =
  | { readonly kind: 'stream'; readonly stream: number }
  | { readonly kind: 'file'; readonly path: string; readonly offset: number; readonly append: boolean }
  | { readonly kind: 'null' }

/**
 * What a process waits for. A process that waits for nothing is `ready`; the scheduler gives it a slice.
 * Times are milliseconds of the virtual clock.
 */
export type Wait =
  | { readonly on: 'ready' }
  | { readonly on: 'time'; readonly until: number }
  | { readonly on: 'read'; readonly descriptor: number; readonly until?: number }
  | { readonly on: 'write'; readonly descriptor: number }
  | { readonly on: 'child'; readonly pid: number | 'any' }
  | { readonly on: 'signal' }
  | { readonly on: 'attachment'; readonly until?: number }

/** How a process ended: by `exit(code)`, or by a signal's default action (a shell shows it as 128 + number). */
export type ExitStatus =
  | { readonly by: 'exit'; readonly code: number }
  | { readonly by: 'signal'; readonly signal: Signal; readonly code: number }

/**
 * A process as plain data: it can be copied, stored and resumed. `program` names its model (see `Program`),
 * `memory` is the model's own position and variables.
 */
export interface Process {
  readonly hostPid: number
  readonly space: Space
  /** PID inside its space; 1 is the space's init and gets the kernel's special treatment of signals. */
  readonly pid: number
  /** Parent's PID inside the space; 0 for PID 1 and for what `docker exec` started. */
  readonly parent: number
  readonly program: string
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly directory: string
  readonly user: string
  readonly memory: Json
  readonly wait: Wait
  readonly descriptors: Readonly<Record<number, Descriptor>>
  /** Stream id of the controlling terminal, or null (`?` in ps). */
  readonly terminal: number | null
  /** Process group, as the PID of its leader: who gets Ctrl+C. */
  readonly group: number
  /** Signals whose default action the program replaced. */
  readonly dispositions: Readonly<Partial<Record<Signal, 'ignore' | 'handle'>>>
  /** Handled signals that arrived and were not taken yet. */
  readonly pending: readonly Signal[]
  readonly startedAt: number
  /** Set once it ended and its parent has not waited for it yet (a zombie). */
  readonly status: ExitStatus | null
}
