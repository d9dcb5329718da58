import { FAMILIES } from '@/grader/quiz/families/registry'
import type { Question } from '@/grader/quiz/question'
import type { Pool, VariantPool } from '@/grader/quiz/quiz'
import type { Fault } from '../source/fault'
import { faultAt, type YamlSource } from '../source/read-yaml'
import type { LoadedFamily } from './load-families'
import type { WrittenQuestion } from './question-schema'
import type { QuizDraw } from './quiz-schema'

type BankDraw = Extract<QuizDraw, { chapters: unknown }>

/** The pools of a quiz: each draw with the questions of the bank that it may take, or with its family. */
export function quizPools(
  draws: readonly QuizDraw[],
  bank: readonly Question[],
  families: readonly LoadedFamily[],
): readonly Pool[] {
  return draws.flatMap((draw): readonly Pool[] => {
    if ('family' in draw) {
      return familyPool(draw, families)
    }
    const { points } = draw
    return [{ count: draw.count, candidates: fitting(draw, bank).map((question) => counted(question, points)) }]
  })
}

/** A pool of variants of a family; none where the course has no such family. */
export function familyPool(
  draw: { readonly family: string; readonly count: number; readonly points?: number | undefined },
  families: readonly LoadedFamily[],
): readonly VariantPool[] {
  const { count, points } = draw
  const family = families.find(({ id }) => id === draw.family)
  return family === undefined
    ? []
    : [
        {
          count,
          family: family.id,
          variants: family.variants,
          ...(points === undefined ? {} : { points }),
          variant: (number) => counted(family.variant(number), points),
        },
      ]
}

function counted(question: Question, points: number | undefined): Question {
  return points === undefined ? question : { ...question, points }
}

function fitting<Any extends Question | WrittenQuestion>(draw: BankDraw, bank: readonly Any[]): readonly Any[] {
  return bank.filter(
    (question) =>
      draw.chapters.includes(question.chapter) &&
      (draw.difficulty === undefined || draw.difficulty === question.difficulty) &&
      (draw.type === undefined || draw.type === question.type),
  )
}

/** Draws that name no chapter or family of the course, or ask more than the bank has. */
export function poolFaults(
  source: YamlSource,
  draws: readonly QuizDraw[],
  bank: readonly WrittenQuestion[],
  chapters: ReadonlySet<string> | null,
): readonly Fault[] {
  const pools = draws.map((draw) => ('family' in draw ? null : { count: draw.count, candidates: fitting(draw, bank) }))
  return draws.flatMap((draw, index) => {
    if ('family' in draw) {
      return FAMILIES.some(({ id }) => id === draw.family)
        ? []
        : [faultAt(source, ['draw', index, 'family'], `there is no family ${draw.family}`)]
    }
    const unknown = draw.chapters.flatMap((chapter, place) =>
      chapters?.has(chapter) === false
        ? [faultAt(source, ['draw', index, 'chapters', place], `no chapter ${chapter} in course.yaml`)]
        : [],
    )
    const short = shortage(pools, index)
    return short === null ? unknown : [...unknown, faultAt(source, ['draw', index], short)]
  })
}

/** What counting needs of a pool of the bank; a family always has enough. */
type CountedPool = { readonly count: number; readonly candidates: readonly { readonly id: string }[] } | null

/** Whether every attempt gets all its questions. */
export function canServe(draws: readonly QuizDraw[], pools: readonly Pool[]): boolean {
  const counted = pools.map((pool) => ('family' in pool ? null : pool))
  return draws.length === pools.length && pools.every((_, index) => shortage(counted, index) === null)
}

/**
 * What a pool lacks. Pools draw one after the other, so each needs as many
 * questions as it draws beside all that earlier ones may have taken of its own.
 */
function shortage(pools: readonly CountedPool[], index: number): string | null {
  const pool = pools[index] ?? null
  if (pool === null) {
    return null
  }
  const taken = takenBefore(pools.slice(0, index), pool.candidates)
  if (pool.candidates.length - taken >= pool.count) {
    return null
  }
  const before = taken === 0 ? '' : `, of which earlier draws may take ${taken}`
  return `draws ${pool.count}, but the bank has ${pool.candidates.length} that fit${before}`
}

function takenBefore(earlier: readonly CountedPool[], candidates: readonly { readonly id: string }[]): number {
  const ids = new Set(candidates.map(({ id }) => id))
  return earlier.reduce((sum, pool) => {
    const shared = pool?.candidates.filter(({ id }) => ids.has(id)).length ?? 0
    return sum + Math.min(pool?.count ?? 0, shared)
  }, 0)
}
