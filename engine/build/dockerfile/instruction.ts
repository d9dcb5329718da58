import type { HealthConfig } from '../../container/config'
import type { Heredoc } from './heredoc'

/** A file of COPY or ADD that stands in the Dockerfile itself. */
export interface InlineFile {
  readonly name: string
  readonly text: string
  readonly expand: boolean
}

export interface Pair {
  readonly key: string
  readonly value: string
}

/** A command line of RUN, CMD and ENTRYPOINT: words in exec form, one line for the shell otherwise. */
export interface CommandForm {
  readonly words: readonly string[]
  readonly isShell: boolean
}

/** Where an instruction stands: its text on one line, and the line it begins at. */
interface Written {
  readonly original: string
  readonly line: number
}

/** An instruction that is understood, its words not yet expanded. */
export type Instruction = Written &
  (
    | { readonly kind: 'arg'; readonly variables: readonly { readonly name: string; readonly value: string | null }[] }
    | { readonly kind: 'env'; readonly pairs: readonly Pair[] }
    | { readonly kind: 'label'; readonly pairs: readonly Pair[] }
    | { readonly kind: 'maintainer'; readonly name: string }
    | {
        readonly kind: 'run'
        readonly command: CommandForm
        readonly heredocs: readonly Heredoc[]
        readonly mounts: readonly string[]
        readonly network: string
      }
    | { readonly kind: 'cmd'; readonly command: CommandForm }
    | { readonly kind: 'entrypoint'; readonly command: CommandForm }
    | {
        readonly kind: 'copy' | 'add'
        readonly sources: readonly string[]
        readonly inline: readonly InlineFile[]
        readonly destination: string
        readonly from: string
        readonly chown: string
        readonly chmod: string
        readonly link: boolean
      }
    | { readonly kind: 'workdir'; readonly path: string }
    | { readonly kind: 'user'; readonly user: string }
    | { readonly kind: 'expose'; readonly ports: readonly string[] }
    | { readonly kind: 'volume'; readonly paths: readonly string[] }
    | { readonly kind: 'stopsignal'; readonly signal: string }
    | { readonly kind: 'healthcheck'; readonly health: HealthConfig }
    | { readonly kind: 'shell'; readonly words: readonly string[] }
    | { readonly kind: 'onbuild'; readonly expression: string }
  )

export type InstructionOf<K extends Instruction['kind']> = Extract<Instruction, { readonly kind: K }>

export type CopyInstruction = InstructionOf<'copy' | 'add'>

export function isCopy(instruction: Instruction): instruction is CopyInstruction {
  return instruction.kind === 'copy' || instruction.kind === 'add'
}

/** One FROM and the instructions that follow it. */
export interface Stage {
  /** As written: a name, another stage, `scratch`, with variables. */
  readonly base: string
  /** Lower case; '' without AS. */
  readonly name: string
  readonly platform: string
  readonly original: string
  readonly line: number
  readonly instructions: readonly Instruction[]
}

export interface BuildFile {
  readonly stages: readonly Stage[]
  /** ARG instructions before the first FROM. */
  readonly globalArgs: readonly InstructionOf<'arg'>[]
  readonly escapeSign: string
}
