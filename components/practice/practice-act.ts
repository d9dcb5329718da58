import type { MachineView } from '@/grader/explain/machine-view'
import type { Editing } from '@/shell/foreground'
import type { Key } from '@/shell/terminal'

/** One thing a student does at the terminal. Plain data: it is kept, sent to the engine and played again. */
export type Act =
  | { readonly kind: 'line'; readonly text: string }
  /** `typed` stood on the line and was not entered; the key drops it. */
  | { readonly kind: 'key'; readonly key: Key; readonly typed: string }
  /** Time passes while a command holds the foreground. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Hands in the whole text of the file an editor has open. */
  | { readonly kind: 'save'; readonly text: string }
  | { readonly kind: 'leave' }

/** How the terminal stands once it is done with an act. */
export interface Standing {
  /** What stands on the current line: a prompt, or the beginning of an output. */
  readonly line: string
  /** Whether a shell's prompt stands there. */
  readonly isPrompt: boolean
  /** Whether a command holds the foreground and waits for nothing that could be typed. */
  readonly isBusy: boolean
  /** Whether what is typed next stays unseen. */
  readonly isUnseen: boolean
  readonly editing: Editing | null
  readonly machine: MachineView
  /** How many steps of the example are done. */
  readonly done: number
}

export interface Shown {
  /** What the act made the terminal show, without {@link Standing.line} where that is a prompt. */
  readonly output: string
  readonly standing: Standing
}
