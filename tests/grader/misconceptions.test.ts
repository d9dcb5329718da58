import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { nodeFiles } from '@/course/source/node-files'
import type { Exercise } from '@/grader/exercise'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import { data } from './sessions'
import { plantedStudents, sessionAt } from './students'

/** Routes of each exercise whose students are tried: the reference alone, all of them with `QUAI_STUDENTS=9`. */
const routesMax = Number(process.env.QUAI_STUDENTS ?? 1)

const exercises = nodeFiles('content').list('exercises').map(exerciseNamed)

function misconceptionOf(exercise: Exercise, transcript: string): string | null {
  const submission = { transcripts: [transcript], files: {}, drawSeed: null }
  const verdict = gradeSubmission(exercise, submission, data)
  return explainVerdict(exercise, submission, verdict, data).misconception
}

describe('[E3] the misconception of a session', () => {
  it('is the one a student was given, in four of five cases', { timeout: 600_000 }, () => {
    const students = exercises.flatMap((exercise) =>
      plantedStudents(exercise, 99, routesMax).map((student) => ({ ...student, exercise })),
    )
    const named = students.map(({ exercise, misconception, script, transcript }) => ({
      exercise: exercise.slug,
      planted: misconception,
      found: misconceptionOf(exercise, transcript),
      script: script.join('; '),
    }))
    const wrong = named.filter(({ planted, found }) => planted !== found)
    const beliefs = new Set(named.map(({ planted }) => planted))
    console.log(
      `${named.length - wrong.length} of ${named.length} planted beliefs found, ${beliefs.size} different ones`,
    )
    for (const { exercise, planted, found, script } of wrong)
      console.log(`${exercise}: ${planted} → ${found}: ${script}`)
    expect(named.length).toBeGreaterThanOrEqual(4)
    expect((named.length - wrong.length) / named.length).toBeGreaterThanOrEqual(0.8)
  })

  it('is none where nothing was missed', () => {
    const found = exercises.flatMap((exercise) =>
      [exercise.reference, ...exercise.accepted.map(({ script }) => script)].map((script) =>
        misconceptionOf(exercise, sessionAt(exercise, script.split('\n'), 7)),
      ),
    )
    expect(found.filter((each) => each !== null)).toEqual([])
    expect(found.length).toBeGreaterThanOrEqual(exercises.length * 4)
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
