import type { ParsedCommand } from '../cli/command-line'
import type { Attachment, Invocation, Io, OutputChunk } from '../io'
import type { Transaction } from '../state'

/** One run of a docker command: what it works on, how it was called, and what it printed so far. */
export interface Call {
  readonly transaction: Transaction
  readonly io: Io
  readonly invocation: Invocation
  readonly command: ParsedCommand
  readonly output: OutputChunk[]
}

/** How a command ends: its exit code, or what it stays attached to. */
export type Ending = number | Attachment

export type Handler = (call: Call) => Ending

export function print(call: Call, text: string): void {
  call.output.push({ descriptor: 1, text })
}

export function printError(call: Call, text: string): void {
  call.output.push({ descriptor: 2, text })
}

export function isClient20(call: Call): boolean {
  return call.command.client === '20.10'
}

/** What the engine refused, as the client shows it. Returns exit code 1. */
export function daemonError(call: Call, message: string): number {
  printError(call, `Error response from daemon: ${message}\n`)
  return 1
}
