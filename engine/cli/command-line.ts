import type { ClientVersion } from './client-version'
import type { CommandDefinition } from './command-table'

/** Values of flags as they were typed, in order, by the flag's long name; checked, so that reading them cannot fail. */
export type FlagValues = Readonly<Record<string, readonly string[]>>

/** A command that Docker's client would carry out. Plain data but for `definition`, which is a row of the table. */
export interface ParsedCommand {
  readonly kind: 'command'
  /** The command's one name: `ps` for `docker container list`. */
  readonly name: string
  /** The path Docker prints for what was typed, without `docker`: `container ls`. */
  readonly path: string
  readonly client: ClientVersion
  readonly definition: CommandDefinition
  readonly globalFlags: FlagValues
  readonly flags: FlagValues
  readonly args: readonly string[]
  /** What the client says on stdout before it starts (deprecated flags). */
  readonly notices: readonly string[]
}

/** A help text was asked for, or is part of an error; it is loaded on demand and stands between `before` and `after`. */
export interface HelpAnswer {
  readonly kind: 'help'
  /** A command's or group's path, '' for docker itself. */
  readonly path: string
  readonly stream: 'stdout' | 'stderr'
  /** As asked for by `--help`, or as errors show it (without the commands cobra adds). */
  readonly form: 'asked' | 'error'
  readonly before: string
  readonly after: string
  readonly exitCode: number
}

/** The client refuses: what it prints, to which stream, and its exit code. */
export interface CliFailure {
  readonly kind: 'failure'
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** `docker --version` */
export interface VersionAnswer {
  readonly kind: 'version'
}

export type CommandLine = ParsedCommand | HelpAnswer | CliFailure | VersionAnswer

export type FlagHolder = Pick<ParsedCommand, 'flags' | 'definition' | 'client'>

/** The last value given to a flag, else its default, else null. */
export function flagText(command: FlagHolder, name: string): string | null {
  return command.flags[name]?.at(-1) ?? command.definition.defaults[command.client][name] ?? null
}

/** Every value given to a flag, in order. */
export function flagTexts(command: FlagHolder, name: string): readonly string[] {
  return command.flags[name] ?? []
}

/** Whether a flag was given at all (pflag's `Changed`). */
export function flagIsGiven(command: Pick<ParsedCommand, 'flags'>, name: string): boolean {
  return command.flags[name] !== undefined
}

/** A yes-or-no flag. */
export function flagIsOn(command: FlagHolder, name: string): boolean {
  return ON.has(flagText(command, name) ?? 'false')
}

/** What Go's strconv.ParseBool takes for true. */
const ON: ReadonlySet<string> = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])

/** A whole number; null where the flag is absent and has no default. */
export function flagNumber(command: FlagHolder, name: string): number | null {
  const text = flagText(command, name)
  return text === null ? null : readGoInteger(text)
}

/** A checked integer as Go's base 0 reads it: `0x10`, `0o7`, `010`, `1_000`. */
export function readGoInteger(text: string): number {
  const negative = text.startsWith('-')
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '')
  const value = Number(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits)
  return negative ? -value : value
}
