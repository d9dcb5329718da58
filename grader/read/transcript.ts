/**
 * What a paste was understood to be. Every position is 1-based and points into the text as it was pasted, so a page can
 * mark the very characters a student sees; the cleaned texts beside them are what the grader compares.
 */

/** A key whose press can be seen in (or follows without doubt from) the paste. */
export type Key = '^C' | '^D' | '^P^Q'

export type StepContext = 'host' | 'container'

/** How a nested shell was left, as far as the paste shows. `silent`: Ctrl+D or a detach that printed nothing. */
export type SessionEnd = 'exit' | 'detach' | 'silent' | 'open'

/** One shell of the paste: the host's, or one opened by `docker run -it`, `exec -it`, `attach`, `ssh`, `su`, `bash`… */
export interface ReadSession {
  readonly id: number
  /** The session this one was opened from, null for a first shell. */
  readonly parent: number | null
  /** 0 for a first shell, one more for each shell inside another. */
  readonly depth: number
  readonly context: StepContext
  /** Index in `steps` of the command that opened it, null when the paste does not show it. */
  readonly openedBy: number | null
  /** As its first prompt shows them, null where it does not. */
  readonly user: string | null
  readonly hostname: string | null
  readonly end: SessionEnd
}

/** From (line, column) up to but without (endLine, endColumn); lines and columns count from 1. */
export interface TextSpan {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** One command with what it printed. */
export interface ReadStep {
  /** Physical line of the command (of a two-line prompt: the second). */
  readonly line: number
  /** Last physical line of its output, or of the command when it printed nothing. */
  readonly endLine: number
  /** The text before the command, blanks included; empty when the paste shows commands without prompts. */
  readonly prompt: string
  readonly context: StepContext
  /** Index in `Transcript.sessions`. */
  readonly session: number
  /** How many shells deep: 0 on the host, 1 in a container's shell… */
  readonly shellDepth: number
  /** The working directory the prompt showed, null where it shows none. */
  readonly cwd: string | null
  /** The whole logical command: continuation lines joined by a line feed, PS2 prompts removed, typographic quotes and dashes made plain. */
  readonly command: string
  readonly commandSpan: TextSpan
  /** Lines joined by a line feed, escape sequences applied, tabs as spaces, without blanks at line ends and blank lines at its end. */
  readonly output: string
  /** For each line of `output` the physical line it came from. */
  readonly outputLines: readonly number[]
  readonly keys: readonly Key[]
  /** The output holds a line that only says something was left out ("...", "[…]"). */
  readonly cut: boolean
  /** No prompt follows before the paste, or its fence, ends: nothing shows that the command returned. */
  readonly unfinished: boolean
}

export type DiagnosticCode =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'utf-16'
  | 'dockerfile'
  | 'yaml'
  | 'no-command'
  | 'no-prompt'
  | 'unclosed-command'
  | 'not-shown'

/** Something the reader wants to say about the paste. `message` is English; `code` is what the interface translates. */
export interface Diagnostic {
  readonly line: number
  readonly code: DiagnosticCode
  readonly message: string
}

export interface Transcript {
  readonly steps: readonly ReadStep[]
  readonly sessions: readonly ReadSession[]
  readonly diagnostics: readonly Diagnostic[]
}
