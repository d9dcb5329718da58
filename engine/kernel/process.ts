import type { Json } from '../json'
import type { Signal } from './signal'

/** Where a process lives: `"host"`, or the full id of a container (its PID namespace, file view and network). */
export type Space = string

export const hostSpace: Space = 'host'

/** Which side of a stream a descriptor holds; `error` is the standard error of a console. */
export type StreamEnd = 'in' | 'out' | 'error'

/** What an open file descriptor of a process refers to; `text` is a here-document, `listener` a TCP port it accepts at. */
export type Descriptor =
  | {
      readonly kind: 'stream'
      readonly stream: number
      readonly end: StreamEnd
      /** Address of the other side, where the stream is a server's half of a connection. */
      readonly peer?: string
    }
  | { readonly kind: 'file'; readonly path: string; readonly offset: number; readonly mode: 'read' | 'write' }
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'listener'; readonly port: number; readonly address: '0.0.0.0' | '127.0.0.1' }
  | { readonly kind: 'null' }

export type StreamDescriptor = Extract<Descriptor, { kind: 'stream' }>

/**
 * What a process waits for. A process that waits for nothing is `ready`; the scheduler gives it a slice.
 * A handled signal wakes it whatever it waits for. Times are milliseconds of the virtual clock.
 */
export type Wait =
  | { readonly on: 'ready' }
  /** It is in its slice: a run inside that slice passes it over. */
  | { readonly on: 'running' }
  | { readonly on: 'time'; readonly until: number }
  | { readonly on: 'read'; readonly descriptor: number; readonly until?: number }
  | { readonly on: 'write'; readonly descriptor: number }
  /** `untraced`: a child that was stopped counts too. */
  | { readonly on: 'child'; readonly pid: number | 'any'; readonly untraced?: boolean }
  | { readonly on: 'signal' }
  /** A docker client: output or the end of `console`, something typed on descriptor `input`, or the time. */
  | {
      readonly on: 'attachment'
      readonly console: number | null
      readonly input: number | null
      readonly until?: number
    }

/** How a process ended: by `exit(code)`, or by a signal's default action (a shell shows it as 128 + number). */
export type ExitStatus =
  | { readonly by: 'exit'; readonly code: number }
  | { readonly by: 'signal'; readonly signal: Signal; readonly code: number }

/** What a program does about a signal whose default action it replaced. */
export type Disposition = 'ignore' | 'handle'

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
  /** Host PID of what started a process with parent 0 (the container's shim), shown by `docker top`. */
  readonly supervisor: number
  readonly program: string
  /** Which implementation the executable is: `gnu` (procps, iputils…), `busybox`, or what the image's catalogue says. */
  readonly flavour: string
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly directory: string
  readonly user: string
  /** Group given beside the user (`--user 1000:1000`), by name or number; null: the user's own. */
  readonly userGroup: string | null
  readonly memory: Json
  readonly wait: Wait
  readonly descriptors: Readonly<Record<number, Descriptor>>
  /** Stream id of the controlling terminal, or null (`?` in ps). */
  readonly terminal: number | null
  /** Process group, as the PID of its leader: who gets Ctrl+C. */
  readonly group: number
  /** Signals whose default action the program replaced. */
  readonly dispositions: Readonly<Partial<Record<Signal, Disposition>>>
  /** Handled signals that arrived and were not taken yet. */
  readonly pending: readonly Signal[]
  readonly startedAt: number
  /** Stopped by STOP or TSTP: no slices until CONT. */
  readonly stopped: boolean
  /** Set once it ended and its parent has not waited for it yet (a zombie). */
  readonly status: ExitStatus | null
}
