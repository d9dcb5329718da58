import type { AssignmentTitles } from '@/components/chapter/assignment-pointer'
import type { Language } from '@/messages/language'
import { getCourse } from '@/server/course'

/** What the course's quizzes and exercises are called, by slug. */
export function assignmentTitles(language: Language): AssignmentTitles {
  const { quizzes, exercises } = getCourse()
  return {
    quiz: Object.fromEntries(quizzes.map((quiz) => [quiz.id, quiz.title[language]])),
    exercise: Object.fromEntries(exercises.map((exercise) => [exercise.slug, exercise.title[language]])),
  }
}
