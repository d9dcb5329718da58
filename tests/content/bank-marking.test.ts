import { expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import { feedbackText } from '@/grader/quiz/feedback'
import type { Question } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import { markOnEngine } from '@/grader/quiz/trial/mark-on-engine'
import { demoAnswer } from '@/server/demo/answers'

const files = nodeFiles('content')
const hub = loadHub(files)
const course = loadCourse(files)
const questions: readonly Question[] = [
  ...course.bank,
  ...course.quizzes.flatMap((quiz) => quiz.questions),
  ...course.families.flatMap((family) => [1, 2, 3].map((number) => family.variant(number))),
]

/** Feedback ids of a mark that say nothing. */
function silentIds(question: Question, response: Response): readonly string[] {
  return markOnEngine(question, response, hub).feedbackIds.filter((id) => feedbackText(question, id) === null)
}

it('the right answer to each question of the course earns all its points', () => {
  expect(questions.length).toBeGreaterThan(200)
  const lost = questions.filter((question) => !markOnEngine(question, demoAnswer(question, true), hub).correct)
  expect(lost.map(({ id }) => id)).toEqual([])
})

it('a wrong answer earns less', () => {
  const won = questions.filter((question) => markOnEngine(question, demoAnswer(question, false), hub).correct)
  expect(won.map(({ id }) => id)).toEqual([])
})

it('every mark says something of the answer', () => {
  const silent = questions.flatMap((question) =>
    [true, false].flatMap((right) =>
      silentIds(question, demoAnswer(question, right)).map((id) => `${question.id} ${id}`),
    ),
  )
  expect(silent).toEqual([])
})
