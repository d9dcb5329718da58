import type { Question } from '@/grader/quiz/question'
import type { Pool } from '@/grader/quiz/quiz'
import type { Fault } from '../source/fault'
import { faultAt, type YamlSource } from '../source/read-yaml'
import type { WrittenQuestion } from './question-schema'
import type { QuizDraw } from './quiz-schema'

/** The pools of a quiz: each draw with the questions of the bank that it may take. */
export function quizPools(draws: readonly QuizDraw[], bank: readonly Question[]): readonly Pool[] {
  return draws.map((draw) => ({
    count: draw.count,
    candidates: fitting(draw, bank).map((question) =>
      draw.points === undefined ? question : { ...question, points: draw.points },
    ),
  }))
}

function fitting<Any extends Question | WrittenQuestion>(draw: QuizDraw, bank: readonly Any[]): readonly Any[] {
  return bank.filter((question) => fits(question, draw))
}

function fits(question: Question | WrittenQuestion, draw: QuizDraw): boolean {
  return (
    draw.chapters.includes(question.chapter) &&
    (draw.difficulty === undefined || draw.difficulty === question.difficulty) &&
    (draw.type === undefined || draw.type === question.type)
  )
}

/** Draws that name no chapter of the course, or ask more than the bank has. */
export function poolFaults(
  source: YamlSource,
  draws: readonly QuizDraw[],
  bank: readonly WrittenQuestion[],
  chapters: ReadonlySet<string> | null,
): readonly Fault[] {
  const pools = draws.map((draw) => ({ count: draw.count, candidates: fitting(draw, bank) }))
  return draws.flatMap((draw, index) => {
    const unknown = draw.chapters.flatMap((chapter, place) =>
      chapters?.has(chapter) === false
        ? [faultAt(source, ['draw', index, 'chapters', place], `no chapter ${chapter} in course.yaml`)]
        : [],
    )
    const short = shortage(pools, index)
    return short === null ? unknown : [...unknown, faultAt(source, ['draw', index], short)]
  })
}

/** What counting needs of a pool. */
type CountedPool = { readonly count: number; readonly candidates: readonly { readonly id: string }[] }

/** Whether every attempt gets all its questions. */
export function canServe(pools: readonly CountedPool[]): boolean {
  return pools.every((_, index) => shortage(pools, index) === null)
}

/**
 * What a pool lacks. Pools draw one after the other, so each needs as many
 * questions as it draws beside all that earlier ones may have taken of its own.
 */
function shortage(pools: readonly CountedPool[], index: number): string | null {
  const { count = 0, candidates = [] } = pools[index] ?? {}
  const taken = takenBefore(pools.slice(0, index), candidates)
  if (candidates.length - taken >= count) {
    return null
  }
  const before = taken === 0 ? '' : `, of which earlier draws may take ${taken}`
  return `draws ${count}, but the bank has ${candidates.length} that fit${before}`
}

function takenBefore(earlier: readonly CountedPool[], candidates: CountedPool['candidates']): number {
  const ids = new Set(candidates.map(({ id }) => id))
  return earlier.reduce((sum, pool) => {
    const shared = pool.candidates.filter(({ id }) => ids.has(id)).length
    return sum + Math.min(pool.count, shared)
  }, 0)
}
