import { editingOf, leaveEdit, saveEdit } from '@/shell/edit'
import { execute, type Key, pressKey, type Step, type Terminal, waitFor } from '@/shell/terminal'
import { readEditorLines } from './editor-lines'
import { BadInput } from './outcome'

/** One line of a script with what the terminal showed. */
export interface SimStep {
  readonly line: number
  readonly prompt: string
  readonly command: string
  readonly output: string
  readonly exitCode: number | null
}

const keys: readonly Key[] = ['^C', '^D', '^P^Q', '^Z', '^\\']
const linesMax = 20_000

function keyOf(text: string): Key | null {
  return keys.find((key) => key === text.trim()) ?? null
}

/** Milliseconds of `@wait 90s`, `@wait 2m`, `@wait 1h30m`; null for another line. */
function waitOf(text: string): number | null | 'wrong' {
  if (!text.startsWith('@wait')) return null
  const match = /^@wait\s+(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?\s*$/.exec(text)
  if (match === null) return 'wrong'
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = match
  return (Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}

/** A key or a wait belongs to the step that was running: its output goes on. */
function extend(step: SimStep, more: Step): SimStep {
  return { ...step, output: step.output + more.output, exitCode: more.exitCode }
}

/** Runs a script, one terminal input a line. */
export function simulate(
  terminal: Terminal,
  script: string,
  file: string,
): { readonly steps: readonly SimStep[]; readonly terminal: Terminal } {
  const lines = script.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n')
  if (lines.length > linesMax) throw new BadInput(`${file}:${linesMax}: more than ${linesMax} lines`)
  const steps: SimStep[] = []
  let current = terminal
  for (let index = 0; index < lines.length; index += 1) {
    const text = lines[index] ?? ''
    const key = keyOf(text)
    const wait = waitOf(text)
    if (wait === 'wrong') throw new BadInput(`${file}:${index + 1}: not a duration: ${text}`)
    const last = steps.at(-1)
    if (wait !== null || (key !== null && last !== undefined)) {
      const more = wait !== null ? waitFor(current, wait) : pressKey(current, key ?? '^C')
      current = more.terminal
      if (last !== undefined) steps[steps.length - 1] = extend(last, more)
      continue
    }
    const step =
      key !== null
        ? pressKey(current, key)
        : execute(current, text, { followedByKey: keyOf(lines[index + 1] ?? '') !== null })
    current = step.terminal
    steps.push({
      line: index + 1,
      prompt: step.promptBefore.trimEnd(),
      command: text,
      output: step.output,
      exitCode: step.exitCode,
    })
    if (editingOf(current) !== null) {
      const { text: edited, next } = readEditorLines(lines, index + 1)
      const closed = edited === null ? leaveEdit(current) : saveEdit(current, edited)
      current = closed.terminal
      steps.splice(-1, 1, ...steps.slice(-1).map((last) => extend(last, closed)))
      index = next - 1
    }
  }
  return { steps, terminal: current }
}

/** What a student would copy from the terminal; `last` is the prompt that stands at the end. */
export function asTranscript(steps: readonly SimStep[], last: string): string {
  return `${steps.map((step) => `${step.prompt} ${step.command}\n${step.output}${step.output === '' || step.output.endsWith('\n') ? '' : '\n'}`).join('')}${last}\n`
}
