import { parseArgs } from 'node:util'
import type { Hub } from '@/engine/registry/hub'
import type { Exercise } from '@/grader/exercise'
import { gradeSubmission } from '@/grader/grade'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'
import { exerciseNamed } from '../exercises'
import { readHub } from '../hub'
import { type Outcome, WrongUsage } from '../outcome'
import { asTranscript, simulate } from '../simulate'

interface Checked {
  readonly name: string
  readonly expected: number
  readonly score: number
  readonly ok: boolean
}

/** A terminal on the exercise's machine as it is before the first command. */
function openStart(exercise: Exercise, hub: Hub): Terminal {
  let terminal = openTerminal({ hub, files: exercise.start.files })
  for (const image of exercise.start.images) terminal = execute(terminal, `docker pull -q ${image}`).terminal
  for (const command of exercise.start.commands) terminal = execute(terminal, command).terminal
  return terminal
}

function checkScript(exercise: Exercise, hub: Hub, name: string, script: string, loses: readonly string[]): Checked {
  const run = simulate(openStart(exercise, hub), script, name)
  const transcript = asTranscript(run.steps, run.terminal.line.trimEnd())
  const { score } = gradeSubmission(exercise, { transcripts: [transcript], files: {}, drawSeed: null }, { hub })
  const expected = exercise.goals.reduce((sum, goal) => sum + (loses.includes(goal.id) ? 0 : goal.points), 0)
  return { name, expected, score, ok: Math.abs(score - expected) < 0.005 }
}

/** `quai exercise check SLUG`: runs the scripts an exercise ships with, grades what they show, compares the scores. */
export function exercise(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  const [action, slug, ...more] = positionals
  if (action !== 'check' || slug === undefined || more.length > 0)
    throw new WrongUsage('exercise knows one action: check SLUG')
  const found = exerciseNamed(slug)
  const hub = readHub(undefined)
  const all = (examples: Exercise['accepted']): readonly Checked[] =>
    examples.map(({ name, script, loses }) => checkScript(found, hub, name, script, loses))
  const document = {
    slug,
    reference: checkScript(found, hub, 'reference', found.reference, []),
    accepted: all(found.accepted),
    nearMisses: all(found.nearMisses),
  }
  const results = [document.reference, ...document.accepted, ...document.nearMisses]
  const exitCode = results.every((result) => result.ok) ? 0 : 1
  if (values.json === true) return { stdout: `${JSON.stringify(document)}\n`, stderr: '', exitCode }
  const lines = results.map(
    (result) => `${result.ok ? 'ok' : 'WRONG'}  ${result.name}: ${result.score}, expected ${result.expected}\n`,
  )
  return { stdout: lines.join(''), stderr: '', exitCode }
}
