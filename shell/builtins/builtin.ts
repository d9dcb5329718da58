import type { Outcome } from '@/engine/kernel/program'
import type { Pending } from '../language/memory'
import type { Run } from '../language/run'

/** What a builtin came to: text to write and a status; or the shell's own end. */
export type BuiltinResult =
  | {
      readonly status: number
      readonly output?: string
      readonly error?: string
      /** Instead of both: text in the order it is written. */
      readonly pieces?: readonly Pending[]
    }
  | { readonly outcome: Outcome }

/** A command the shell runs itself. What it changes, it changes in the run. */
export type Builtin = (run: Run, args: readonly string[], name: string) => BuiltinResult

export const done: BuiltinResult = { status: 0 }

export function failed(message: string, status = 1): BuiltinResult {
  return { status, error: `${message}\n` }
}
