import type { Question } from '@/grader/quiz/question'
import type { Pool } from '@/grader/quiz/quiz'
import type { Fault } from '../source/fault'
import { faultAt, type YamlSource } from '../source/read-yaml'
import type { QuizDraw } from './quiz-schema'

/** The pools of a quiz: each draw with the questions of the bank that it may take. */
export function quizPools(draws: readonly QuizDraw[], bank: readonly Question[]): readonly Pool[] {
  return draws.map((draw) => ({
    count: draw.count,
    candidates: bank
      .filter((question) => fits(question, draw))
      .map((question) => (draw.points === undefined ? question : { ...question, points: draw.points })),
  }))
}

function fits(question: Question, draw: QuizDraw): boolean {
  return (
    draw.chapters.includes(question.chapter) &&
    (draw.difficulty === undefined || draw.difficulty === question.difficulty) &&
    (draw.type === undefined || draw.type === question.type)
  )
}

/**
 * Draws that the bank cannot serve. Pools draw one after the other, so one needs
 * as many questions as it draws beside all that earlier ones may have taken of its own.
 */
export function poolFaults(
  source: YamlSource,
  draws: readonly QuizDraw[],
  bank: readonly Question[],
  chapters: ReadonlySet<string> | null,
): readonly Fault[] {
  const pools = quizPools(draws, bank)
  return draws.flatMap((draw, index) => {
    const unknown = draw.chapters.flatMap((chapter, place) =>
      chapters?.has(chapter) === false
        ? [faultAt(source, ['draw', index, 'chapters', place], `no chapter ${chapter} in course.yaml`)]
        : [],
    )
    const found = pools[index]?.candidates ?? []
    const left = found.length - takenBefore(pools.slice(0, index), found)
    return left >= draw.count ? unknown : [...unknown, faultAt(source, ['draw', index], shortage(draw, found, left))]
  })
}

function takenBefore(earlier: readonly Pool[], candidates: readonly Question[]): number {
  const ids = new Set(candidates.map(({ id }) => id))
  return earlier.reduce((sum, pool) => {
    const shared = pool.candidates.filter(({ id }) => ids.has(id)).length
    return sum + Math.min(pool.count, shared)
  }, 0)
}

function shortage(draw: QuizDraw, found: readonly Question[], left: number): string {
  const taken = found.length === left ? '' : `, of which earlier draws may take ${found.length - left}`
  return `draws ${draw.count}, but the bank has ${found.length} that fit${taken}`
}
