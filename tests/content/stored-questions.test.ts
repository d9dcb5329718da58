import { expect, it } from 'vitest'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import { arrangeOptions, selectQuestions } from '@/grader/quiz/draw'
import { toStudentQuestion } from '@/grader/quiz/student-question'

const { quizzes } = loadCourse(nodeFiles('content'))

it('asks from the database exactly what was drawn: every question of every quiz survives being stored', () => {
  const drawn = quizzes.flatMap((quiz) => [1, 2, 3].flatMap((seed) => selectQuestions(quiz, seed)))
  expect(new Set(drawn.map((question) => question.type)).size).toBeGreaterThan(8)
  for (const question of drawn) {
    const stored = JSON.parse(JSON.stringify(question))
    expect(stored).toStrictEqual(question)
    expect(toStudentQuestion(arrangeOptions(stored, 7))).toStrictEqual(toStudentQuestion(arrangeOptions(question, 7)))
  }
}, 120_000)
