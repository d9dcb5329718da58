import { questionCount } from '@/grader/quiz/quiz'
import { readAssignment } from '../assignments'
import { findQuiz } from '../course'
import { fail, type Result, succeed } from '../result'
import type { QuizCover } from '../views/quiz-view'
import type { Viewer } from '../views/viewer'

/** What may be told of a quiz before an attempt is started. */
export async function readQuizCover(viewer: Viewer | null, assignmentId: string): Promise<Result<QuizCover>> {
  const read = await readAssignment(viewer, assignmentId)
  if (!read.ok) {
    return read
  }
  const quiz = read.value.kind === 'quiz' ? findQuiz(read.value.slug) : null
  return quiz === null
    ? fail('not-found')
    : succeed({
        assignment: read.value,
        description: quiz.description,
        questions: questionCount(quiz),
        timeLimitMinutes: quiz.timeLimitMinutes ?? null,
      })
}
