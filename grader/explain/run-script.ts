import type { Terminal } from '@/shell/terminal'
import { eventsBetween } from '../judge/changes'
import { runStep } from '../judge/run-step'
import type { Episode, History } from '../score/history'

/** Keys a script may hold, alone on their line: they go to what is running. */
const KEYS = new Set(['^C', '^D', '^P^Q'])

/** One terminal input of a script with the keys that followed it. */
export interface ScriptInput {
  readonly command: string
  readonly keys: readonly ('^C' | '^D' | '^P^Q')[]
}

/** A script that was run: its history, and the terminal after each input. */
export interface ScriptRun {
  readonly history: History
  readonly terminals: readonly Terminal[]
}

/** The first inputs of a run. */
export function firstInputs(run: ScriptRun, count: number): ScriptRun {
  return { history: run.history.slice(0, count), terminals: run.terminals.slice(0, count) }
}

/** Reads a script: one terminal input a line; blank lines and lines of `#` are left out. */
export function readScript(script: string): readonly ScriptInput[] {
  const inputs: { command: string; keys: ('^C' | '^D' | '^P^Q')[] }[] = []
  for (const line of script.split('\n').map((text) => text.trim())) {
    if (line === '' || line.startsWith('#')) continue
    if (isKey(line)) inputs.at(-1)?.keys.push(line)
    else inputs.push({ command: line, keys: [] })
  }
  return inputs
}

function isKey(line: string): line is '^C' | '^D' | '^P^Q' {
  return KEYS.has(line)
}

/**
 * Runs inputs on the engine: a history in which everything went as the engine says. `known` is a history of the first
 * inputs that need not be run again.
 */
export function runScript(
  inputs: readonly ScriptInput[],
  start: Terminal,
  known: ScriptRun = { history: [], terminals: [] },
): ScriptRun {
  const history: Episode[] = [...known.history]
  const terminals: Terminal[] = [...known.terminals]
  for (const [index, input] of inputs.entries()) {
    if (index < history.length) continue
    const terminal = terminals.at(-1) ?? start
    const before = terminal
    const run = runStep(before, input)
    history.push({
      transcript: 0,
      line: index + 1,
      command: input.command,
      keys: input.keys,
      observed: run.output,
      predicted: run.output,
      verdict: 'consistent',
      before,
      after: run.terminal.state,
      events: eventsBetween(before.state, run.terminal.state),
    })
    terminals.push(run.terminal)
  }
  return { history, terminals }
}
