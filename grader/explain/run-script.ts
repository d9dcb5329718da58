import { execute, pressKey, type Terminal } from '@/shell/terminal'
import { withState } from '../judge/place'
import { linesOf } from '../judge/run-step'
import type { Episode, History } from '../score/history'

/** Keys a script may hold, alone on their line: they go to what is running. */
const KEYS = new Set(['^C', '^D', '^P^Q'])

/** One terminal input of a script with the keys that followed it. */
export interface ScriptInput {
  readonly command: string
  readonly keys: readonly ('^C' | '^D' | '^P^Q')[]
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

/** Runs inputs on the engine: a history in which everything went as the engine says. */
export function runScript(inputs: readonly ScriptInput[], start: Terminal): History {
  const history: Episode[] = []
  let terminal = start
  for (const [index, input] of inputs.entries()) {
    const before = terminal
    const run = runInput(before, input)
    const predicted = linesOf(run.output)
    history.push({
      terminal: 0,
      line: index + 1,
      command: input.command,
      observed: predicted,
      predicted: predicted.join('\n'),
      verdict: 'consistent',
      before: before.state,
      after: run.terminal.state,
      outputOn: (state) => linesOf(runInput(withState(before, state), input).output).join('\n'),
    })
    terminal = run.terminal
  }
  return history
}

function runInput(terminal: Terminal, input: ScriptInput): { readonly terminal: Terminal; readonly output: string } {
  let run: { readonly terminal: Terminal; readonly output: string } = execute(terminal, input.command, {
    followedByKey: input.keys.length > 0,
  })
  for (const key of input.keys) {
    const next = pressKey(run.terminal, key)
    run = { terminal: next.terminal, output: run.output + next.output }
  }
  return run
}
