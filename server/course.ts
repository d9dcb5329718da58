import type { Course } from '@/course/course'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import type { Exercise } from '@/grader/exercise'
import type { LocalizedText } from '@/grader/localized-text'
import type { Quiz } from '@/grader/quiz/quiz'
import type { AssignmentKind } from './views/assignment-view'

const CONTENT_FOLDER = 'content'

let loaded: Course | undefined

/** The course, read from `content/` once in a process. What has a fault is absent; each fault is logged. */
export function getCourse(): Course {
  if (loaded === undefined) {
    loaded = loadCourse(nodeFiles(CONTENT_FOLDER))
    for (const fault of loaded.faults) {
      console.error(`${CONTENT_FOLDER}/${fault.file}:${fault.line} ${fault.message}`)
    }
  }
  return loaded
}

/** The quiz of an assignment; `null` when content no longer has it. */
export function findQuiz(slug: string): Quiz | null {
  return getCourse().quizzes.find((quiz) => quiz.id === slug) ?? null
}

/** The exercise of an assignment; `null` when content no longer has it. */
export function findExercise(slug: string): Exercise | null {
  return getCourse().exercises.find((exercise) => exercise.slug === slug) ?? null
}

/** An assignment's title; its slug where content no longer has it, so that a gradebook can still name it. */
export function assignmentTitle(kind: AssignmentKind, slug: string): LocalizedText {
  const found = kind === 'quiz' ? findQuiz(slug) : findExercise(slug)
  return found?.title ?? { fr: slug, en: slug }
}
