import { drawExercise } from '@/grader/draw-exercise'
import type { Exercise } from '@/grader/exercise'
import { toStudentExerciseQuestion } from '@/grader/question/student-question'
import type { StudentExercise, StudentGoal } from '../views/exercise-view'

/** Picks the fields one by one, so that one added to `Exercise` later stays on the server until it is named here. */
export function toStudentExercise(exercise: Exercise, drawSeed: number): StudentExercise {
  const { slug, chapter, minutes, title, statement, goals, files, questions } = drawExercise(exercise, drawSeed)
  return {
    slug,
    chapter,
    minutes,
    title,
    statement,
    goals: goals.map(toStudentGoal),
    files: files.map(({ name, language, initial }) => ({ name, language, initial })),
    questions: questions.map(toStudentExerciseQuestion),
  }
}

function toStudentGoal({ id, title, points, chapter }: Exercise['goals'][number]): StudentGoal {
  return { id, title, points, chapter }
}
