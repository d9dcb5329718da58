import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { nodeFiles } from '@/course/source/node-files'
import { drawExercise } from '@/grader/draw-exercise'
import type { Exercise } from '@/grader/exercise'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import { data } from './sessions'
import { plantedStudents, sessionAt } from './students'

/** At every check students of a few exercises' references; of all with `QUAI_STUDENTS=references`, of all routes with `all` (many minutes). */
const asked = process.env.QUAI_STUDENTS
const triesAll = asked === 'all' || asked === 'references'
const routesMax = asked === 'all' ? 9 : 1

const exercises = nodeFiles('content')
  .list('exercises')
  .map((slug) => drawExercise(exerciseNamed(slug), null))
/** Exercises whose references invite beliefs of many kinds. */
const SAMPLE = ['exit-137', 'ports-static-dynamic', 'names-logs-attach', 'named-volumes']
const believedIn = triesAll ? exercises : exercises.filter(({ slug }) => SAMPLE.includes(slug))

function misconceptionOf(exercise: Exercise, transcript: string): string | null {
  const { referenceFiles: files, referenceAnswers: answers } = exercise
  const submission = { transcripts: [transcript], files, answers, drawSeed: null }
  const verdict = gradeSubmission(exercise, submission, data)
  return explainVerdict(exercise, submission, verdict, data).misconception
}

describe('[E3] the misconception of a session', () => {
  it('is the one a student was given, in four of five cases', { timeout: 600_000 }, () => {
    const students = believedIn.flatMap((exercise) =>
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
    console.log([...beliefs].toSorted().join(', '))
    for (const { exercise, planted, found, script } of wrong)
      console.log(`${exercise}: ${planted} → ${found}: ${script}`)
    expect(named.length).toBeGreaterThanOrEqual(8)
    expect(beliefs.size).toBeGreaterThanOrEqual(5)
    expect((named.length - wrong.length) / named.length).toBeGreaterThanOrEqual(0.8)
  })

  it('is none where nothing was missed', () => {
    const found = exercises
      .filter(({ reference }) => !reference.includes('@terminal'))
      .map((exercise) => [
        exercise.slug,
        misconceptionOf(exercise, sessionAt(exercise, exercise.reference.split('\n'), 7)),
      ])
    expect(found.filter(([, misconception]) => misconception !== null)).toEqual([])
    expect(found.length).toBeGreaterThan(0)
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
