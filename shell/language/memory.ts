import { type AppendList, emptyList } from '@/engine/append-list'
import type { Descriptor } from '@/engine/kernel/process'
import type { Signal } from '@/engine/kernel/signal'
import type { Command, Compound, Dialect, List, Pipeline, SimpleCommand } from './syntax'

/** bash's arrays: elements by index (in order) or by key. */
export type ShellArray = {
  readonly associative: boolean
  readonly elements: Readonly<Record<string, string>>
}

export type Variable = {
  readonly value: string | null
  readonly exported: boolean
  readonly readOnly: boolean
  readonly array?: ShellArray
  /** `declare -i`: what is assigned is an expression. */
  readonly integer?: boolean
  /** `declare -l`, `declare -u`. */
  readonly letters?: 'lower' | 'upper'
}

export type Variables = Readonly<Record<string, Variable>>

export type Job = {
  readonly number: number
  readonly pids: readonly number[]
  readonly text: string
  readonly status: number | null
  readonly signal: Signal | null
  /** Stopped by Ctrl+Z; `bg` and `fg` let it go on. */
  readonly stopped: boolean
}

export type ShellOptions = {
  readonly interactive: boolean
  readonly errexit: boolean
  readonly nounset: boolean
  readonly xtrace: boolean
  readonly noglob: boolean
  readonly pipefail: boolean
  readonly verbose: boolean
  /** bash's `shopt`: a pattern that matches no file is nothing. */
  readonly nullglob: boolean
  readonly dotglob: boolean
  readonly noclobber: boolean
  readonly nocasematch: boolean
  /** `set -E`: functions and subshells hear of the trap of ERR. */
  readonly errtrace: boolean
}

/** Where commands come from. `buffer` is what was read and not parsed yet, from `position`. */
export type Source = {
  readonly from: 'text' | 'descriptor'
  readonly buffer: string
  readonly position: number
  readonly line: number
  /** Nothing more will come. */
  readonly ended: boolean
}

/** Text waiting to be written, in order. */
export type Pending = { readonly descriptor: number; readonly text: string }

/** What a command substitution gave, and `$?` before and after it. */
export type SubstitutionResult = { readonly text: string; readonly before: number; readonly status: number }

/** One level of what a shell is in the middle of. The last frame is worked on. */
export type Frame =
  | { readonly frame: 'list'; readonly items: List; readonly index: number }
  | {
      readonly frame: 'and-or'
      readonly rest: readonly { readonly operator: '&&' | '||'; readonly pipeline: Pipeline }[]
    }
  | { readonly frame: 'pipeline'; readonly pipeline: Pipeline }
  | { readonly frame: 'negate' }
  /** Ends the shell if the command before failed and `set -e` is on. */
  | { readonly frame: 'check' }
  | { readonly frame: 'timed'; readonly startedAt: number }
  /** Commands above are conditions: their failure does not count for `set -e`. */
  | { readonly frame: 'tested' }
  | { readonly frame: 'if'; readonly node: Extract<Compound, { node: 'if' }>; readonly index: number }
  | {
      readonly frame: 'loop'
      readonly node: Extract<Compound, { node: 'loop' }>
      readonly stage: 'condition' | 'body'
      readonly status: number
    }
  | {
      readonly frame: 'for'
      readonly name: string
      readonly values: readonly string[]
      readonly body: List
      readonly head: string
    }
  | {
      readonly frame: 'for-arithmetic'
      readonly node: Extract<Compound, { node: 'for-arithmetic' }>
      readonly stage: 'start' | 'condition' | 'step'
    }
  /** Commands whose words are expanded; `results` are the outputs of the command substitutions met so far. */
  | { readonly frame: 'simple'; readonly node: SimpleCommand; readonly results: readonly SubstitutionResult[] }
  | {
      readonly frame: 'compound'
      readonly node: Extract<Command, { node: 'compound' }>
      readonly results: readonly SubstitutionResult[]
    }
  | {
      readonly frame: 'words'
      readonly node: Extract<Compound, { node: 'for' | 'case' | 'test' | 'arithmetic' }>
      readonly results: readonly SubstitutionResult[]
    }
  | { readonly frame: 'capture'; readonly descriptor: number; readonly pid: number; readonly text: string }
  | {
      readonly frame: 'wait'
      readonly pids: readonly number[]
      readonly statuses: Readonly<Record<string, number>>
      readonly signals: Readonly<Record<string, Signal>>
      readonly jobControl: boolean
      /** What Ctrl+Z makes a job of. */
      readonly text: string
    }
  | { readonly frame: 'wait-jobs'; readonly pids: readonly number[] }
  | { readonly frame: 'output'; readonly pending: readonly Pending[]; readonly status: number }
  | {
      readonly frame: 'read'
      readonly names: readonly string[]
      readonly raw: boolean
      readonly text: string
      readonly count: number
      readonly until: number | null
      readonly delimiter: string
      /** -a: the fields become an array. */
      readonly array: string | null
      /** -N: delimiters count as other characters. */
      readonly exact: boolean
    }
  /** `mapfile`: everything up to the end of the input. */
  | { readonly frame: 'lines'; readonly name: string; readonly trims: boolean; readonly text: string }
  | { readonly frame: 'restore-descriptors'; readonly descriptors: Readonly<Record<string, Descriptor | null>> }
  | { readonly frame: 'restore-variables'; readonly variables: Readonly<Record<string, Variable | null>> }
  | {
      readonly frame: 'function'
      readonly name: string
      readonly parameters: readonly string[]
      readonly locals: Readonly<Record<string, Variable | null>>
    }
  | { readonly frame: 'source'; readonly parameters: readonly string[] | null }
  /** Runs a text line by line (eval, trap, source). */
  | { readonly frame: 'text'; readonly text: string; readonly position: number; readonly line: number }
  | { readonly frame: 'restore-status'; readonly status: number }
  /** Behind the trap of ERR, which does not hear of itself. */
  | { readonly frame: 'restore-traps'; readonly action: string; readonly status: number }

/** What only the first slice can do, because it needs the process: open the script, look at the terminal. */
export type Fresh = { readonly script: string | null; readonly interactive: boolean }

/** A shell's whole memory: plain data, copied by fork. */
export type ShellMemory = {
  readonly fresh: Fresh | null
  /** Started with -c. */
  readonly isCommandString: boolean
  readonly dialect: Dialect
  readonly name: string
  readonly parameters: readonly string[]
  readonly variables: Variables
  readonly functions: Readonly<Record<string, Command>>
  readonly aliases: Readonly<Record<string, string>>
  readonly options: ShellOptions
  readonly status: number
  readonly frames: readonly Frame[]
  readonly source: Source
  readonly jobs: readonly Job[]
  readonly lastBackground: number | null
  /** `$$`: the PID of the shell that subshells were forked from; null until the first slice. */
  readonly shellPid: number | null
  readonly subshell: boolean
  /** How many command substitutions it stands in: bash repeats the first character of PS4 as often. */
  readonly substitutionDepth: number
  /** Forked from a shell with a prompt: its messages name no line. */
  readonly ofInteractive: boolean
  readonly traps: Readonly<Record<string, string>>
  readonly arrived: readonly Signal[]
  /** What stands on the screen while a line is awaited. */
  readonly prompt: string | null
  readonly history: AppendList<string>
  readonly random: number
  readonly startedAt: number
  readonly line: number
  readonly exiting: number | null
  /** A substitution's result and the last one's status, for commands without words. */
  readonly substitutionStatus: number | null
  /** `PIPESTATUS`: statuses of the pipeline that ended last. */
  readonly pipeStatuses: readonly number[]
  /** Where `getopts` stands: OPTIND and the letter inside that word. */
  readonly optionPlace: { readonly word: number; readonly letter: number }
  /** Directories below the current one (`pushd`), the nearest first. */
  readonly directories: readonly string[]
  /** The place of a run's system calls: memory has none. */
  readonly system: null
}

const plainOptions: ShellOptions = {
  interactive: false,
  errexit: false,
  nounset: false,
  xtrace: false,
  noglob: false,
  pipefail: false,
  verbose: false,
  nullglob: false,
  dotglob: false,
  noclobber: false,
  nocasematch: false,
  errtrace: false,
}

/** What a shell's command line asked for. */
export type Invocation = {
  readonly name: string
  readonly parameters: readonly string[]
  /** The text of -c, or null. */
  readonly text: string | null
  readonly script: string | null
  readonly interactive: boolean
  readonly options: Partial<ShellOptions>
}

/** A shell before its first slice. */
export function newShell(
  dialect: Dialect,
  invocation: Invocation,
  environment: Readonly<Record<string, string>>,
): ShellMemory {
  const variables = Object.fromEntries(
    Object.entries(environment).map(([key, value]) => [key, { value, exported: true, readOnly: false }]),
  )
  const { text } = invocation
  return {
    fresh: { script: invocation.script, interactive: invocation.interactive },
    isCommandString: text !== null,
    dialect,
    name: invocation.name,
    parameters: invocation.parameters,
    variables,
    functions: {},
    aliases: {},
    options: { ...plainOptions, ...invocation.options },
    status: 0,
    frames: [],
    source: {
      from: text === null ? 'descriptor' : 'text',
      buffer: text ?? '',
      position: 0,
      line: 1,
      ended: text !== null,
    },
    jobs: [],
    lastBackground: null,
    shellPid: null,
    subshell: false,
    substitutionDepth: 0,
    ofInteractive: false,
    traps: {},
    arrived: [],
    prompt: null,
    history: emptyList(),
    random: 12345,
    startedAt: 0,
    line: 1,
    exiting: null,
    substitutionStatus: null,
    pipeStatuses: [0],
    optionPlace: { word: 1, letter: 1 },
    directories: [],
    system: null,
  }
}
