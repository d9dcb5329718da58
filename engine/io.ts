import type { HelpSurroundings } from './cli/help/format-help'
import type { Program } from './kernel/program'
import type { Hub } from './registry/hub'

/** What surrounds the engine and is no state of it: constant data and the models of programs. */
export interface Io {
  /** The registry's catalogue (content/hub, or a stand-in). */
  readonly hub: Hub
  /** Finds the model that runs an executable. `path` is absolute and resolved in the process' own files. */
  readonly program: (name: string) => Program | null
  /** Finds what carries a docker command out, by its one name in the table of command lines; null: not simulated. */
  readonly command: (name: string) => import('./commands/call').Handler | null
  /** Whether somebody can hand in a text that was edited (`shell/edit.ts`); otherwise an editor ends at once. */
  readonly editor?: boolean
  /** All help texts (engine/cli/help), loaded on demand where size matters; without it a help text says so. */
  readonly help?: (path: string, surroundings: HelpSurroundings) => string
}

/** How a command was called. */
export interface Invocation {
  /** Without the word `docker` itself. */
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly directory: string
  readonly user: string
  /** Group of the process beside the user's own (`newgrp docker`). */
  readonly userGroup?: string | null
  /** Which of the standard descriptors are a terminal. */
  readonly terminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean }
  readonly columns: number
  /** All of standard input where it is not a terminal and the command reads it whole (`build -`, `load`, `import -`, login --password-stdin). */
  readonly stdin: import('./files/view').Content | null
}

/** One piece of output; the order of pieces is the order on a terminal. */
export interface OutputChunk {
  readonly descriptor: 1 | 2
  readonly text: string
  /** Binary data instead of text (an archive): it has a meaning only where it is redirected to a file or piped to docker. */
  readonly content?: import('./files/view').Content
}

/**
 * What a docker command did. `exitCode` is null while it goes on (`attachment` says at what): the caller keeps the
 * attachment as data and streams.
 */
export interface CommandResult {
  readonly state: import('./state').EngineState
  readonly output: readonly OutputChunk[]
  readonly exitCode: number | null
  readonly attachment: Attachment | null
}

/** A docker client that has not ended: plain data, resumed by the `docker` program of the terminal. */
export type Attachment =
  | {
      readonly kind: 'process'
      readonly containerId: string
      /** The process whose streams and status are followed: PID 1, or what `exec` started. */
      readonly hostPid: number
      readonly source: 'run' | 'start' | 'attach' | 'exec'
      readonly stdin: boolean
      readonly stdout: boolean
      readonly stderr: boolean
      readonly terminal: boolean
      readonly signalProxy: boolean
      readonly detachKeys: string
    }
  | { readonly kind: 'logs'; readonly containerId: string; readonly position: number; readonly timestamps: boolean }
  | { readonly kind: 'wait'; readonly containers: readonly string[]; readonly errors: string }
  | { readonly kind: 'events'; readonly position: number; readonly argv: readonly string[] }
  | { readonly kind: 'stats'; readonly argv: readonly string[] }
  /** Asks `prompt` on the terminal; on y/Y the command is run again with `argv`. */
  | { readonly kind: 'confirm'; readonly prompt: string; readonly argv: readonly string[] }
  /** Reads lines (hidden for a password) and then runs `argv` with them (docker login). */
  | {
      readonly kind: 'ask'
      readonly fields: readonly { readonly prompt: string; readonly hidden: boolean }[]
      readonly argv: readonly string[]
    }
