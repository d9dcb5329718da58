import type { Handler } from '@/engine/commands/call'
import type { Program } from '@/engine/kernel/program'

/** Models of programs and of docker commands that are loaded together. */
export interface Pack {
  /** The pack it stands on. Each names the core, so that bundlers keep what they share in one chunk instead of twenty. */
  readonly base: Pack | null
  readonly programs: readonly Program[]
  /** By the command's one name in the table of command lines. */
  readonly commands: Readonly<Record<string, Handler>>
}
