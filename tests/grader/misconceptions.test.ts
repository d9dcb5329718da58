import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { exerciseNamed } from '@/cli/exercises'
import { nodeFiles } from '@/course/source/node-files'
import { drawExercise } from '@/grader/draw-exercise'
import type { Exercise } from '@/grader/exercise'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import { rehearsed } from '@/grader/rehearsal/check-exercise'
import { rehearsedSubmission } from '@/grader/rehearsal/hand-in'
import { data } from './sessions'
import { isOfBelief, plantedStudents, sessionAt } from './students'

/** Plants students anew: of the references of all exercises with `QUAI_STUDENTS=references`, of all routes with `all` (many minutes). */
const asked = process.env.QUAI_STUDENTS
const routesMax = asked === 'all' ? 9 : 1

const exercises = nodeFiles('content')
  .list('exercises')
  .map((slug) => drawExercise(exerciseNamed(slug), null))

interface Student {
  readonly exercise: Exercise
  readonly belief: string
  readonly script: readonly string[]
}

const keptSchema = z.array(z.strictObject({ exercise: z.string(), belief: z.string(), script: z.string() }))

/** What an earlier search over all routes planted, two students of each belief. */
function keptStudents(): readonly Student[] {
  const text = readFileSync(path.join(import.meta.dirname, 'planted-students.yaml'), 'utf8')
  return keptSchema.parse(parse(text)).map(({ exercise: slug, belief, script }) => {
    const exercise = exercises.find((one) => one.slug === slug)
    if (exercise === undefined) throw new Error(`content/ has no exercise ${slug}`)
    return { exercise, belief, script: script.trimEnd().split('\n') }
  })
}

function searchedStudents(): readonly Student[] {
  return exercises.flatMap((exercise) =>
    plantedStudents(exercise, routesMax).map(({ misconception: belief, script }) => ({ exercise, belief, script })),
  )
}

function misconceptionOf(exercise: Exercise, transcript: string): string | null {
  const { referenceFiles: files, referenceAnswers: answers } = exercise
  const submission = { transcripts: [transcript], files, answers, drawSeed: null }
  const verdict = gradeSubmission(exercise, submission, data)
  return explainVerdict(exercise, submission, verdict, data).misconception
}

describe('[E3] the misconception of a session', () => {
  it('is the one a student was given, in four of five cases', { timeout: 3_600_000 }, () => {
    const students = asked === undefined ? keptStudents() : searchedStudents()
    const named = students.map(({ exercise, belief, script }) => ({
      exercise,
      belief,
      script,
      found: misconceptionOf(exercise, sessionAt(exercise, script, 99)),
    }))
    const beliefs = [...new Set(named.map(({ belief }) => belief))].toSorted()
    for (const belief of beliefs) {
      const planted = named.filter((one) => one.belief === belief)
      console.log(`${belief}: ${planted.filter(({ found }) => found === belief).length} of ${planted.length} found`)
    }
    const wrong = named.filter(({ belief, found }) => belief !== found)
    console.log(`${named.length - wrong.length} of ${named.length} found, ${beliefs.length} different beliefs`)
    for (const { exercise, belief, found, script } of wrong)
      console.log(`${exercise.slug}: ${belief} → ${found}: ${script.join('; ')}`)
    expect(beliefs.length).toBeGreaterThanOrEqual(asked === 'references' ? 9 : 12)
    expect((named.length - wrong.length) / named.length).toBeGreaterThanOrEqual(0.8)
  })

  it('is looked for in sessions that would reach more if the belief were true', () => {
    const others = keptStudents().filter(({ exercise, belief, script }) => !isOfBelief(exercise, script, belief))
    expect(others).toEqual([])
  })

  it('is none where nothing was missed, on any accepted route', { timeout: 120_000 }, () => {
    const correct = exercises.flatMap((exercise) =>
      [{ name: 'reference', script: exercise.reference }, ...exercise.accepted].map((route) => {
        const on = rehearsed(exercise, data)
        const submission = rehearsedSubmission(on, route)
        const verdict = gradeSubmission(on.exercise, submission, data)
        return {
          session: `${exercise.slug}: ${route.name}`,
          isFull: verdict.score === verdict.max,
          misconception: explainVerdict(on.exercise, submission, verdict, data).misconception,
        }
      }),
    )
    expect(correct.filter(({ isFull, misconception }) => !isFull || misconception !== null)).toEqual([])
    expect(correct.length).toBeGreaterThan(exercises.length)
  })

  it('is none for slips that no belief explains', () => {
    const exercise = exerciseNamed('exit-137')
    const slips = exercise.nearMisses.map(({ name, script }) => [
      name,
      misconceptionOf(exercise, sessionAt(exercise, script.split('\n'), 7)),
    ])
    expect(Object.fromEntries(slips)).toEqual({
      'no port published': 'expose-publishes',
      'never looked at the page': null,
      'plain ps does not show the stopped container': 'ps-lists-everything',
      'killed with SIGTERM': null,
      'stopped a second time instead of killed': null,
      'a second container instead of the same one': null,
      'killed while stopped': null,
    })
  })
})
