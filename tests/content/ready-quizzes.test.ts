import { expect, it } from 'vitest'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import { drawQuestions } from '@/grader/quiz/draw'
import { questionCount } from '@/grader/quiz/quiz'
import { toStudentQuestion } from '@/grader/quiz/student-question'

const { quizzes, chapters } = loadCourse(nodeFiles('content'))
const find = (id: string) => quizzes.filter((quiz) => quiz.id === id)
const parts = quizzes.filter(({ id }) => id.startsWith('part-'))

it('there are ten quizzes by part of the course, a placement test, a mock exam and an exam of forty questions', () => {
  expect(parts.length).toBe(10)
  expect(
    [...find('placement'), ...find('mock-exam'), ...find('exam')].map((quiz) => [quiz.id, questionCount(quiz)]),
  ).toEqual([
    ['placement', expect.any(Number)],
    ['mock-exam', 20],
    ['exam', 40],
  ])
})

it('each draws all its questions, none twice, whatever the seed', () => {
  for (const quiz of quizzes) {
    for (let seed = 0; seed < 12; seed += 1) {
      const questions = drawQuestions(quiz, seed)
      expect([quiz.id, seed, questions.length]).toEqual([quiz.id, seed, questionCount(quiz)])
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    }
  }
})

it('no pool is starved: each has at least twice what it draws', () => {
  const starved = quizzes.flatMap((quiz) =>
    quiz.pools.flatMap((pool) =>
      'candidates' in pool && pool.candidates.length < 2 * pool.count
        ? [`${quiz.id}: ${pool.count} of ${pool.candidates.map(({ id }) => id).join(' ')}`]
        : [],
    ),
  )
  expect(starved).toEqual([])
})

it('the exam asks about every chapter, the parts ask about theirs at every difficulty', () => {
  const all = chapters.map(({ id }) => id)
  for (const exam of find('exam')) {
    for (let seed = 0; seed < 5; seed += 1) {
      const asked = new Set(drawQuestions(exam, seed).map(({ chapter }) => chapter))
      expect(all.filter((id) => !asked.has(id))).toEqual([])
    }
  }
  const inParts = new Set(parts.flatMap((part) => drawQuestions(part, 1).map(({ chapter }) => chapter)))
  expect(all.filter((id) => !inParts.has(id))).toEqual([])
  for (const part of parts) {
    expect([part.id, new Set(drawQuestions(part, 1).map(({ difficulty }) => difficulty))]).toEqual([
      part.id,
      new Set([1, 2, 3]),
    ])
  }
})

it('never draws a check-yourself question', () => {
  const shown = new Set(chapters.flatMap(({ documents }) => documents.en.check.map(({ id }) => id)))
  for (const quiz of quizzes) {
    expect(drawQuestions(quiz, 1).filter(({ id }) => shown.has(id))).toEqual([])
  }
})

it('gives two students of an exam different questions, and the same to one student again', () => {
  for (const exam of find('exam')) {
    const ids = (seed: number) => drawQuestions(exam, seed).map(({ id }) => id)
    expect(ids(5)).toEqual(ids(5))
    const common = ids(5).filter((id) => ids(6).includes(id))
    expect(common.length).toBeLessThan(20)
  }
})

it('tells a student nothing of the key of a variant', () => {
  for (const exam of find('exam')) {
    const sent = JSON.stringify(drawQuestions(exam, 3).map(toStudentQuestion))
    expect(sent).not.toMatch(/"(correct|feedback|misconception|answer|accepted|references|reference|checks|order)":/u)
  }
})
