import type { Exercise } from '@/grader/exercise'
import type { Question } from '@/grader/quiz/question'
import type { Quiz } from '@/grader/quiz/quiz'
import type { Chapter } from './chapter/chapter-document'
import type { GlossaryTerm } from './glossary/glossary-schema'
import type { Misconceptions, Outline } from './outline'
import type { LoadedFamily } from './quiz/load-families'
import type { Fault } from './source/fault'

/**
 * All of `content/`. What has a fault is left out of its list, so that whoever
 * shows the rest shows nothing half-read; `faults` says what to correct.
 */
export type Course = {
  /** Null when `course.yaml` itself cannot be read. */
  readonly outline: Outline | null
  /** The chapters that are written, in the order of the course. */
  readonly chapters: readonly Chapter[]
  /** Questions that quizzes draw; none of them is a check-yourself question. */
  readonly bank: readonly Question[]
  readonly families: readonly LoadedFamily[]
  readonly quizzes: readonly Quiz[]
  readonly exercises: readonly Exercise[]
  readonly misconceptions: Misconceptions
  /** The words of the course with their other forms, by language. */
  readonly glossary: readonly GlossaryTerm[]
  /** By file, then by line. */
  readonly faults: readonly Fault[]
}
