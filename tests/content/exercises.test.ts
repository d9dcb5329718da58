import { describe, expect, it } from 'vitest'
import { loadExercise } from '@/course/exercise/load-exercises'
import { SHARE_MIN } from '@/course/exercise/rehearsal-faults'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { PROFILE_20, PROFILE_28 } from '@/engine/profile'
import { checkExample, rehearsed } from '@/grader/rehearsal/check-exercise'
import { invarianceOf } from '@/grader/rehearsal/invariance'
import { mutationOf } from '@/grader/rehearsal/mutation'

const files = nodeFiles('content')
const data = { hub: loadHub(files) }

/** Disguises tried of each exercise; `quai exercise check` tries all of them. */
const DISGUISES = 16

describe.each(files.list('exercises'))('exercise %s', (slug) => {
  const written = loadExercise(files, slug).value
  if (written === null) throw new Error(`the exercise ${slug} cannot be read`)
  const on = rehearsed(written, data)
  const { exercise } = on

  it('has enough routes and near-misses to mean something', () => {
    expect(exercise.accepted.length).toBeGreaterThanOrEqual(3)
    expect(exercise.nearMisses.length).toBeGreaterThanOrEqual(5)
  })

  const examples = [
    { name: 'reference', script: exercise.reference, loses: [] },
    ...exercise.accepted,
    ...exercise.nearMisses,
  ].map((example) => [example.name, example] as const)

  describe.each([PROFILE_20, PROFILE_28])('in the layout of $client', (profile) => {
    it.each(examples)('[S5] gives its exact score to: %s', (_name, example) => {
      expect(checkExample(on, example, profile).surprising).toEqual([])
    })
  })

  it('[S7] leaves disguised transcripts their score', () => {
    const { score, failures } = invarianceOf(on, DISGUISES)
    expect(failures.length === 0 || score >= SHARE_MIN, failures.join('\n')).toBe(true)
  })

  it('[S8] takes a goal from mutants', () => {
    const { score, failures, trials } = mutationOf(on)
    expect(trials).toBeGreaterThan(0)
    expect(score >= SHARE_MIN, failures.join('\n')).toBe(true)
  })

  it.each(exercise.parameters.length === 0 ? [] : [1, 2, 3])('holds with the parameters of draw %i', (seed) => {
    const drawn = rehearsed(written, data, seed)
    const reference = { name: 'reference', script: drawn.exercise.reference, loses: [] }
    expect(checkExample(drawn, reference, PROFILE_28).surprising).toEqual([])
  })
})
