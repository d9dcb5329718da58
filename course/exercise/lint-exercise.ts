import type { Exercise } from '@/grader/exercise'
import { textFaults } from '../quiz/lint-question-bank'
import type { Fault } from '../source/fault'
import { faultAt, type YamlSource } from '../source/read-yaml'

/** What exercises refer to. */
export type ExerciseReferences = {
  /** Null when `course.yaml` could not be read: then any chapter is taken as known. */
  readonly chapters: ReadonlySet<string> | null
  /** Sections of the chapters that are written, as `chapter#section`. */
  readonly sections: ReadonlySet<string>
}

/** Every fault of an exercise that its shape alone does not show. */
export function exerciseFaults(
  source: YamlSource,
  exercise: Exercise,
  references: ExerciseReferences | null,
): readonly Fault[] {
  return [
    ...textFaults(source, exercise),
    ...goalFaults(source, exercise),
    ...transcriptFaults(source, exercise),
    ...parameterFaults(source, exercise),
    ...(references === null ? [] : referenceFaults(source, exercise, references)),
  ]
}

function goalFaults(source: YamlSource, { goals }: Exercise): readonly Fault[] {
  return goals.flatMap((goal, index) => {
    const earlier = goals.slice(0, index).map((other) => other.id)
    const at = ['goals', index]
    return [
      ...(earlier.includes(goal.id) ? [faultAt(source, [...at, 'id'], `the id ${goal.id} is used twice`)] : []),
      ...goal.after.flatMap((id, place) =>
        earlier.includes(id) ? [] : [faultAt(source, [...at, 'after', place], `no goal ${id} comes before this one`)],
      ),
    ]
  })
}

function transcriptFaults(source: YamlSource, exercise: Exercise): readonly Fault[] {
  const goals = exercise.goals.map((goal) => goal.id)
  const accepted = exercise.accepted.flatMap((transcript, index) =>
    transcript.loses.length === 0
      ? []
      : [faultAt(source, ['accepted', index, 'loses'], 'an accepted route loses no goal')],
  )
  const nearMisses = exercise.nearMisses.flatMap((transcript, index) => {
    const at = ['nearMisses', index, 'loses']
    const unknown = transcript.loses.filter((id) => !goals.includes(id))
    return [
      ...(transcript.loses.length === 0 ? [faultAt(source, at.slice(0, 2), 'must name the goals it loses')] : []),
      ...unknown.map((id) => faultAt(source, at, `there is no goal ${id}`)),
    ]
  })
  return [...accepted, ...nearMisses]
}

function parameterFaults(source: YamlSource, exercise: Exercise): readonly Fault[] {
  return exercise.parameters.flatMap((parameter, index) =>
    parameter.default < parameter.values.length
      ? []
      : [faultAt(source, ['parameters', index, 'default'], `there are only ${parameter.values.length} values`)],
  )
}

function referenceFaults(source: YamlSource, exercise: Exercise, references: ExerciseReferences): readonly Fault[] {
  const chapter =
    references.chapters?.has(exercise.chapter) === false
      ? [faultAt(source, ['chapter'], `no chapter ${exercise.chapter} in course.yaml`)]
      : []
  const sections = exercise.goals.flatMap((goal, index) => {
    const known =
      goal.chapter === null || references.sections.has(goal.chapter) || references.chapters?.has(goal.chapter) === true
    return known ? [] : [faultAt(source, ['goals', index, 'chapter'], `there is no section ${goal.chapter}`)]
  })
  return [...chapter, ...sections]
}
