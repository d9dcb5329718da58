import { describe, expect, it } from 'vitest'
import { loadExercise } from '@/course/exercise/load-exercises'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import type { Exercise } from '@/grader/exercise'
import { gradeSubmission } from '@/grader/grade'
import { openTerminal } from '@/shell/open-terminal'
import { execute } from '@/shell/terminal'

const files = nodeFiles('content')
const hub = loadHub(files)

/** What a student's terminal shows who types the script. */
function transcriptOf(script: string): string {
  let terminal = openTerminal({ hub, seed: 137 })
  let shown = terminal.line
  for (const line of script.split('\n')) {
    const step = execute(terminal, line)
    shown += `${line}\n${step.output}${step.prompt}`
    terminal = step.terminal
  }
  return shown
}

/** Ids of the goals that the script does not meet. */
function lost(exercise: Exercise, script: string): readonly string[] {
  const submission = { transcripts: [transcriptOf(script)], files: {}, drawSeed: null }
  const verdict = gradeSubmission(exercise, submission, { hub })
  return verdict.goals.filter((goal) => !goal.met).map((goal) => goal.id)
}

describe.each(files.list('exercises'))('exercise %s', (slug) => {
  const exercise = loadExercise(files, slug).value
  if (exercise === null) {
    throw new Error(`the exercise ${slug} cannot be read`)
  }

  it('has enough routes and near-misses to mean something', () => {
    expect(exercise.accepted.length).toBeGreaterThanOrEqual(3)
    expect(exercise.nearMisses.length).toBeGreaterThanOrEqual(5)
  })

  it('gives full marks to the reference', () => {
    expect(lost(exercise, exercise.reference)).toEqual([])
  })

  it.each(exercise.accepted.map(({ name, script }) => [name, script] as const))('accepts: %s', (_name, script) => {
    expect(lost(exercise, script)).toEqual([])
  })

  it.each(exercise.nearMisses.map(({ name, script, loses }) => [name, script, loses] as const))(
    'takes the right goals from: %s',
    (_name, script, loses) => {
      expect(lost(exercise, script)).toEqual(loses)
    },
  )
})
