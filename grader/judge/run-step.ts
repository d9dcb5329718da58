import { execute, pressKey, type Terminal } from '@/shell/terminal'
import type { Key, ReadStep } from '../read/transcript'

/** What the simulated terminal showed for one step, its keys included. */
export interface StepRun {
  readonly terminal: Terminal
  readonly output: readonly string[]
}

/** Longest command that is typed, and most substitutions in it: nobody writes more, and a shell takes long over them. */
const COMMAND_MAX = 16_384
const SUBSTITUTIONS_MAX = 100

/** Whether a command is more than anybody types: it is not run, and nothing is said of it. */
export function isOverlong(command: string): boolean {
  return command.length > COMMAND_MAX || command.split(/`|\$\(/, SUBSTITUTIONS_MAX + 2).length > SUBSTITUTIONS_MAX + 1
}

/**
 * Types a step's command, and the answers and keys its output shows, into the terminal. `shown` is that output: what
 * was typed at Docker's questions stands in it.
 */
export function runStep(
  terminal: Terminal,
  step: Pick<ReadStep, 'command' | 'keys'>,
  shown: readonly string[] = [],
): StepRun {
  if (isOverlong(step.command)) return { terminal, output: [] }
  const lines = asBash(step.command).split('\n')
  let current = terminal
  let output = ''
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1
    const run = execute(current, line, { followedByKey: last && step.keys.length > 0 })
    current = run.terminal
    output += run.output
  }
  for (const answer of answersIn(shown)) {
    if (!QUESTION.test(current.line)) break
    const run = execute(current, answer)
    current = run.terminal
    output += `${answer}\n${run.output}`
  }
  for (const key of step.keys) {
    const run = pressKey(current, key, { followedByKey: true })
    current = run.terminal
    output += run.output
  }
  return { terminal: current, output: linesOf(output) }
}

/** `winpty` only lends a terminal; PowerShell and cmd go on in the next line behind other signs than `\\`. */
function asBash(command: string): string {
  return command.replace(/^winpty /, '').replace(/ [`^]\n/g, ' \\\n')
}

const QUESTION = /\[y\/N\] ?$/

function answersIn(shown: readonly string[]): readonly string[] {
  return shown.flatMap((line) => {
    const answer = /\[y\/N\] ?(\w{0,10})$/.exec(line.slice(0, 2_000))?.[1]
    return answer === undefined ? [] : [answer]
  })
}

/** Output as lines, without what keys echo and without blanks at the end. */
export function linesOf(output: string): readonly string[] {
  const lines = output.split('\n').map((line) => line.trimEnd())
  while (lines.at(-1) === '') lines.pop()
  return lines
}

/** The output a paste shows, without the echo of its keys. */
export function withoutKeys(lines: readonly string[], keys: readonly Key[]): readonly string[] {
  return keys.length === 0
    ? lines
    : lines
        .map((line) =>
          line
            .replace(/\^[CDPQ]/g, '')
            .replace(IDLE_PROMPT, '')
            .trimEnd(),
        )
        .filter((line) => line !== '')
}

/** An inner shell's last prompt stands on the line that tells of the detach. */
const IDLE_PROMPT = /^\S{1,80}[#$%>] (?=read escape sequence$)|^\/\S{0,80} [#$] (?=read escape sequence$)/
