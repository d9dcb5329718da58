import type { ExitStatus, Space } from './process'

/** A one-way pipe. Its ends are the descriptors that processes hold: no writer left is end of file, no reader is SIGPIPE. */
export interface Pipe {
  readonly kind: 'pipe'
  readonly id: number
  /** Written and not read yet, at most `pipeCapacity` characters. */
  readonly buffer: string
}

/** The line discipline of a terminal. */
export interface Terminal {
  /** N of /dev/pts/N. */
  readonly index: number
  /** How wide it is. */
  readonly columns: number
  /** Process group that Ctrl+C interrupts. */
  readonly foreground: number
  /** Keys go to the reader as they come, without echo or meaning (a docker client with -t put it so). */
  readonly raw: boolean
  /** False while a password is typed. */
  readonly echo: boolean
  /** What was typed of a line that is not entered yet. */
  readonly line: string
}

export interface ConsoleChunk {
  readonly descriptor: 1 | 2
  readonly text: string
}

/** A docker client that follows a console, and the output it has not taken yet. */
export interface ConsoleClient {
  readonly hostPid: number
  readonly chunks: readonly ConsoleChunk[]
}

/**
 * The three standard streams of a process that docker started (PID 1 or exec), or of the host's shell: a terminal,
 * or three plain streams.
 */
export interface Console {
  readonly kind: 'console'
  readonly id: number
  readonly space: Space
  /** Host PID of the process it was made for; its end ends the console. */
  readonly leader: number
  /** Its output goes to the container's log (PID 1; never exec). */
  readonly logged: boolean
  readonly terminal: Terminal | null
  /** Lines (or pieces) ready to be read; an empty string is an end of file (Ctrl+D). */
  readonly input: readonly string[]
  /** Whether more input may come; without it, reading past `input` is end of file. */
  readonly open: boolean
  /** What the host's screen shows and nobody took yet; always empty in a container. */
  readonly screen: string
  readonly clients: readonly ConsoleClient[]
  /** How the leader ended; null while it runs. */
  readonly status: ExitStatus | null
}

export type Stream = Pipe | Console

/** Linux' default size of a pipe, here in characters. */
export const pipeCapacity = 65_536
/** What a docker client may leave unread before the writer has to wait. */
export const clientCapacity = 262_144
/** The longest line one may type: Linux cuts a terminal's line at 4096; we allow a long paste. */
export const lineCapacity = 131_072
