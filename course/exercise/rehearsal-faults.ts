import type { GraderData } from '@/grader/check'
import type { Exercise } from '@/grader/exercise'
import { checkExamples, rehearsed } from '@/grader/rehearsal/check-exercise'
import { invarianceOf, type Share } from '@/grader/rehearsal/invariance'
import { mutationOf } from '@/grader/rehearsal/mutation'
import type { Fault } from '../source/fault'

/** Least share of disguises and of mutants that must go as they should. */
export const SHARE_MIN = 0.95

/** Disguises and mutants tried of each exercise here; `quai exercise check` tries all. */
const DISGUISES = 3
const MUTANTS = 8

/**
 * What running the exercises' scripts on the engine finds wrong: examples with another score than they must have, and
 * a sample of disguises and mutants below the share.
 */
export function rehearsalFaults(exercises: readonly Exercise[], data: GraderData): readonly Fault[] {
  return exercises.flatMap((exercise) => {
    const on = rehearsed(exercise, data)
    const { reference, accepted, nearMisses } = checkExamples(on, 'newest')
    const wrong = [reference, ...accepted, ...nearMisses].filter((example) => !example.ok)
    return [
      ...wrong.map(({ name, score, expected }) => fault(exercise, `“${name}” scores ${score}, not ${expected}`)),
      ...shareFaults(exercise, 'invariance', (most) => invarianceOf(on, most), DISGUISES),
      ...shareFaults(exercise, 'mutation', (most) => mutationOf(on, most), MUTANTS),
    ]
  })
}

/** One failure in a sample of eight says little: where the sample falls short, all are tried before it is a fault. */
function shareFaults(
  exercise: Exercise,
  name: string,
  share: (most?: number) => Share,
  sample: number,
): readonly Fault[] {
  if (share(sample).score >= SHARE_MIN) return []
  const { score, failures } = share()
  if (score >= SHARE_MIN) return []
  return [fault(exercise, `${name} is ${Math.round(score * 100)} %: ${failures.join('; ')}`)]
}

function fault({ slug }: Exercise, message: string): Fault {
  return { file: `exercises/${slug}/exercise.yaml`, line: 1, message }
}
