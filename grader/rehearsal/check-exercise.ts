import { formatHelp } from '@/engine/cli/help/format-help'
import { PROFILE_20, PROFILE_28, PROFILE_TODAY, type Profile } from '@/engine/profile'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'
import type { GraderData } from '../check'
import { drawExercise } from '../draw-exercise'
import type { ExampleTranscript, Exercise } from '../exercise'
import { gradeSubmission } from '../grade'
import type { ComputedKey } from '../question/exercise-question'
import { valuesOf } from '../question/object-values'
import type { History } from '../score/history'
import { type Rehearsal, rehearse } from './rehearse'
import { readActions } from './script'

/** What an example scored: `ok` when it lost exactly the goals it must. */
export interface CheckedExample {
  readonly name: string
  readonly expected: number
  readonly score: number
  readonly ok: boolean
  /** Goals that were lost and should not have been, or the other way round. */
  readonly surprising: readonly string[]
}

/** The exercise with the values of a draw, on a machine of its own. */
export interface Rehearsed {
  readonly exercise: Exercise
  readonly drawSeed: number | null
  readonly data: GraderData
}

export function rehearsed(exercise: Exercise, data: GraderData, drawSeed: number | null = null): Rehearsed {
  return { exercise: drawExercise(exercise, drawSeed), drawSeed, data }
}

/** A terminal on the exercise's machine as it is before the first command. */
export function openStart(
  { exercise, data }: Rehearsed,
  files: Readonly<Record<string, string>>,
  profile: Profile = PROFILE_TODAY,
): Terminal {
  const { images, commands, files: own } = exercise.start
  const opened = openTerminal({ hub: data.hub, help: formatHelp, profile, seed: 137, files: { ...own, ...files } })
  return [...images.map((image) => `docker pull -q ${image}`), ...commands].reduce(
    (terminal, command) => execute(terminal, command).terminal,
    opened,
  )
}

/** Runs an example's script and says what its transcripts score. */
export function checkExample(on: Rehearsed, example: ExampleTranscript, profile: Profile): CheckedExample {
  const { exercise } = on
  const files = example.files ?? exercise.referenceFiles
  const run = rehearse(openStart(on, files, profile), readActions(example.script))
  return judged(on, example, gradeRehearsal(on, run, files, example.answers ?? exercise.referenceAnswers))
}

/** Ids of the goals that a rehearsed session does not meet. */
export function gradeRehearsal(
  { exercise, data }: Rehearsed,
  { transcripts, history }: Rehearsal,
  files: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>>,
): readonly string[] {
  const given = answersIn(exercise, history, answers)
  const { goals } = gradeSubmission(exercise, { transcripts, files, answers: given, drawSeed: null }, data)
  return goals.filter((goal) => !goal.met).map((goal) => goal.id)
}

function judged({ exercise }: Rehearsed, { name, loses }: ExampleTranscript, lost: readonly string[]): CheckedExample {
  const points = (ids: readonly string[]) =>
    exercise.goals.reduce((sum, goal) => sum + (ids.includes(goal.id) ? 0 : goal.points), 0)
  const surprising = [...lost.filter((id) => !loses.includes(id)), ...loses.filter((id) => !lost.includes(id))]
  return { name, expected: points(loses), score: points(lost), ok: surprising.length === 0, surprising }
}

/**
 * The reference, accepted routes and near-misses, each in the layouts of 20.10 and 28 (the worse one counts), or in that
 * of the newest client only.
 */
export function checkExamples(
  on: Rehearsed,
  layouts: 'both' | 'newest' = 'both',
): {
  readonly reference: CheckedExample
  readonly accepted: readonly CheckedExample[]
  readonly nearMisses: readonly CheckedExample[]
} {
  const { exercise } = on
  const check = (example: ExampleTranscript): CheckedExample => {
    const [newest, old] = layouts === 'both' ? [PROFILE_28, PROFILE_20] : [PROFILE_TODAY, null]
    const first = checkExample(on, example, newest)
    return first.ok && old !== null ? checkExample(on, example, old) : first
  }
  return {
    reference: check({ name: 'reference', script: exercise.reference, loses: [] }),
    accepted: exercise.accepted.map(check),
    nearMisses: exercise.nearMisses.map(check),
  }
}

/** Stands in an example for the value that the question's key has in that very session. */
const COMPUTED = '='

/** The answers of an example, those that are computed filled in. */
export function answersIn(
  exercise: Exercise,
  history: History,
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      const question = exercise.questions.find((each) => each.id === id)
      if (answer !== COMPUTED || question === undefined || !('key' in question) || !question.key) return [id, answer]
      return [id, valuesOf(withoutVariable(question.key), history, {}).at(-1) ?? '']
    }),
  )
}

function withoutVariable({ container, image, network, ...rest }: ComputedKey): ComputedKey {
  const bare = <P extends { readonly as?: string }>({ as: _variable, ...pattern }: P) => pattern
  return {
    ...rest,
    ...(container && { container: bare(container) }),
    ...(image && { image: bare(image) }),
    ...(network && { network: bare(network) }),
  }
}
