import type { AskedFile, Exercise, Goal } from '@/grader/exercise'
import type { LocalizedText } from '@/grader/localized-text'
import type { StudentExerciseQuestion } from '@/grader/question/student-question'
import type { AssignmentView } from './assignment-view'

/** A goal as a student may know it: what, and for how much; not how it is checked. */
export interface StudentGoal extends Pick<Goal, 'id' | 'points' | 'chapter'> {
  /** Sanitised HTML, inline. */
  readonly title: LocalizedText
}

/** An exercise as a student may see it before doing it: without solutions, checks and hints not taken. */
export interface StudentExercise extends Pick<Exercise, 'slug' | 'chapter' | 'minutes'> {
  readonly title: LocalizedText
  /** Sanitised HTML, with the student's own parameters in it. */
  readonly statement: LocalizedText
  readonly goals: readonly StudentGoal[]
  /** Files to hand in beside the session. */
  readonly files: readonly AskedFile[]
  readonly questions: readonly StudentExerciseQuestion[]
}

/** An exercise given to a class, with the viewer's own progress in it. */
export interface AssignedExercise {
  readonly assignment: AssignmentView
  readonly exercise: StudentExercise
}
