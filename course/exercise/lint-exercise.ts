import type { Exercise } from '@/grader/exercise'
import { type Predicate, partsOf } from '@/grader/predicate'
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
    ...questionFaults(source, exercise),
    ...hintFaults(source, exercise),
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

const ACCEPTED_MIN = 3
const NEAR_MISSES_MIN = 5

function transcriptFaults(source: YamlSource, exercise: Exercise): readonly Fault[] {
  const goals = exercise.goals.map((goal) => goal.id)
  const accepted = exercise.accepted.flatMap((transcript, index) =>
    transcript.loses.length === 0
      ? []
      : [faultAt(source, ['accepted', index, 'loses'], 'an accepted route loses no goal')],
  )
  const few = [
    ...(exercise.accepted.length >= ACCEPTED_MIN
      ? []
      : [faultAt(source, ['accepted'], `needs ${ACCEPTED_MIN} accepted routes at least`)]),
    ...(exercise.nearMisses.length >= NEAR_MISSES_MIN
      ? []
      : [faultAt(source, ['nearMisses'], `needs ${NEAR_MISSES_MIN} near-misses at least`)]),
  ]
  const nearMisses = exercise.nearMisses.flatMap((transcript, index) => {
    const at = ['nearMisses', index, 'loses']
    const unknown = transcript.loses.filter((id) => !goals.includes(id))
    return [
      ...(transcript.loses.length === 0 ? [faultAt(source, at.slice(0, 2), 'must name the goals it loses')] : []),
      ...unknown.map((id) => faultAt(source, at, `there is no goal ${id}`)),
    ]
  })
  return [...few, ...accepted, ...nearMisses]
}

function parameterFaults(source: YamlSource, exercise: Exercise): readonly Fault[] {
  const names = exercise.parameters.map((parameter) => parameter.name)
  return exercise.parameters.flatMap((parameter, index) => [
    ...(parameter.default < parameter.values.length
      ? []
      : [faultAt(source, ['parameters', index, 'default'], `there are only ${parameter.values.length} values`)]),
    ...(names.indexOf(parameter.name) === index
      ? []
      : [faultAt(source, ['parameters', index, 'name'], `the parameter ${parameter.name} is declared twice`)]),
    ...parameter.values.flatMap((value, at) =>
      PLAIN.test(String(value))
        ? []
        : [faultAt(source, ['parameters', index, 'values', at], 'may hold letters, digits and ._:/- only')],
    ),
    ...(isUsed(exercise, parameter.name)
      ? []
      : [faultAt(source, ['parameters', index], `{{${parameter.name}}} is written nowhere`)]),
  ])
}

/** What a drawn value may hold: it is put into HTML, YAML and command lines as it is. */
const PLAIN = /^[\w.:/-]{1,60}$/u

function isUsed({ goals, reference, statement }: Exercise, name: string): boolean {
  return JSON.stringify([goals, reference, statement]).includes(`{{${name}}}`)
}

/** Every question earns points in a goal, every goal's question exists, and the reference answers all of them. */
function questionFaults(source: YamlSource, exercise: Exercise): readonly Fault[] {
  const asked = exercise.goals.flatMap((goal) => questionsOf(goal.check))
  const known = exercise.questions.map((question) => question.id)
  return [
    ...exercise.questions.flatMap(({ id }, index) => [
      ...(known.indexOf(id) === index ? [] : [faultAt(source, ['questions', index], `the id ${id} is used twice`)]),
      ...(asked.includes(id) ? [] : [faultAt(source, ['questions', index], `no goal asks for the answer to ${id}`)]),
      ...(Object.hasOwn(exercise.referenceAnswers, id)
        ? []
        : [faultAt(source, ['referenceAnswers'], `the reference does not answer ${id}`)]),
    ]),
    ...exercise.goals.flatMap((goal, index) =>
      questionsOf(goal.check)
        .filter((id) => !known.includes(id))
        .map((id) => faultAt(source, ['goals', index, 'check'], `there is no question ${id}`)),
    ),
  ]
}

function questionsOf(predicate: Predicate): readonly string[] {
  return predicate.kind === 'answer' ? [predicate.question] : partsOf(predicate).flatMap(questionsOf)
}

const HINT_KINDS = ['concept', 'command', 'flags'] as const

/** Hints come in the order concept, command, flags, each dearer than the one before; a goal has a concept at least. */
function hintFaults(source: YamlSource, exercise: Exercise): readonly Fault[] {
  return exercise.goals.flatMap((goal, index) => {
    const order = goal.hints.map((hint) => HINT_KINDS.indexOf(hint.kind))
    const isRising = goal.hints.every((hint, at) => {
      const before = goal.hints[at - 1]
      return before === undefined || ((order[at] ?? 0) > (order[at - 1] ?? 0) && hint.cost > before.cost)
    })
    const total = goal.hints.reduce((sum, hint) => sum + hint.cost, 0)
    const at = ['goals', index, 'hints']
    return [
      ...(goal.hints.length > 0 ? [] : [faultAt(source, ['goals', index], 'has no hint')]),
      ...(isRising ? [] : [faultAt(source, at, 'must go concept, command, flags, each dearer than the one before')]),
      ...(total <= 1 ? [] : [faultAt(source, at, 'cost more than the goal together')]),
    ]
  })
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
