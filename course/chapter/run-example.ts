import { assertNever } from '@/engine/assert-never'
import type { MarkdownFault } from '../markdown/render-markdown'
import type { ConsoleStep } from './chapter-document'
import {
  type ExampleScript,
  type Expectation,
  preparedSteps,
  type ScriptAction,
  type ScriptStep,
} from './example-script'

/** A simulated terminal as examples use it: acting on it gives a new one. */
export type ExampleTerminal = {
  /** What it shows before the next line is typed. */
  readonly prompt: string
  /** `followedByKey`: a key interrupts the action, so it need not end by itself. */
  readonly act: (action: ScriptAction, followedByKey: boolean) => ActionResult
}

export type ActionResult = {
  readonly terminal: ExampleTerminal
  readonly output: string
  /** `$?` of the host's shell; null while a command holds its foreground. */
  readonly exitCode: number | null
}

/** Opens a fresh terminal; the same draw gives the same ids, names and ports. */
export type OpenExampleTerminal = (draw: number) => ExampleTerminal

export type ExampleRun = {
  readonly terminal: ExampleTerminal
  readonly steps: readonly ConsoleStep[]
  /** What the engine showed otherwise than the text says; lines of the Markdown text. */
  readonly faults: readonly MarkdownFault[]
}

/**
 * Runs an example on the simulated engine and checks everything the text says
 * about it. A line that fails without `expect-exit` is a fault too: either the
 * command is mistyped or the engine has changed.
 */
export function runExample(script: ExampleScript, start: ExampleTerminal): ExampleRun {
  const faults: MarkdownFault[] = []
  const steps: ConsoleStep[] = []
  let terminal = start
  const all = preparedSteps(script)
  for (const [index, step] of all.entries()) {
    const { prompt } = terminal
    const result = terminal.act(step.action, all[index + 1]?.action.kind === 'press')
    terminal = result.terminal
    faults.push(...disappointments(step, result))
    if (!step.hidden || (step.action.kind === 'wait' && result.output !== '')) {
      show(steps, prompt, step.action, result)
    }
  }
  return { terminal, steps, faults }
}

/** A line begins a step; a key, and what appears while time passes, belong to the one before. */
function show(steps: ConsoleStep[], prompt: string, action: ScriptAction, result: ActionResult): void {
  const output = result.output.replace(/\n$/u, '')
  if (action.kind === 'type') {
    steps.push({ prompt, input: action.input, output, exitCode: result.exitCode })
    return
  }
  const last = steps.pop()
  if (last !== undefined) {
    const joined = [last.output, output].filter((part) => part !== '').join('\n')
    steps.push({ ...last, output: joined, exitCode: result.exitCode })
  }
}

function disappointments(step: ScriptStep, result: ActionResult): readonly MarkdownFault[] {
  const faults = step.expectations.flatMap((expectation) => {
    const message = disappointment(expectation, result)
    return message === null ? [] : [{ line: expectation.line, message }]
  })
  const exitForeseen = step.expectations.some((expectation) => expectation.check.kind === 'exit')
  return step.action.kind === 'type' && result.exitCode !== null && result.exitCode !== 0 && !exitForeseen
    ? [...faults, { line: step.line, message: `“${step.action.input}” ended with ${result.exitCode}; ${seen(result)}` }]
    : faults
}

function disappointment({ check }: Expectation, result: ActionResult): string | null {
  switch (check.kind) {
    case 'shows':
      return result.output.includes(check.text) ? null : `expected “${check.text}”; ${seen(result)}`
    case 'shows-only':
      return result.output.trim() === check.text ? null : `expected “${check.text}” alone; ${seen(result)}`
    case 'hides':
      return result.output.includes(check.text) ? `did not expect “${check.text}”; ${seen(result)}` : null
    case 'exit':
      return result.exitCode === check.code
        ? null
        : `expected exit code ${check.code}, not ${result.exitCode ?? 'a command that goes on'}`
    default:
      return assertNever(check)
  }
}

/** Longest piece of output quoted in a fault. */
const QUOTED_MAX = 400

function seen(result: ActionResult): string {
  const output = result.output.trim()
  return output === '' ? 'it printed nothing' : `it printed: ${output.slice(0, QUOTED_MAX)}`
}
