import { assertNever } from '@/engine/assert-never'
import type { OrderingItem, Question } from './question'
import type { BankPool, Quiz, VariantPool } from './quiz'

/** Draws an integer n with 0 ≤ n < bound. */
export type Draw = (bound: number) => number

/**
 * Our own small generator, so that an attempt can be redrawn for ever from its
 * stored seed. The label is hashed with 32-bit FNV-1a into the start of a Weyl
 * sequence (step 2³²/φ), each term of which is mixed by two multiplications
 * (the splitmix construction of Steele, Lea and Flood, in 32 bits).
 * `label` keeps draws apart: the options of one question do not move because
 * another question was added to the quiz.
 */
export function createDraw(seed: number, label: string): Draw {
  let state = hashLabel(label) ^ Math.imul(seed, 0x9e3779b1)
  return (bound) => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296) * bound)
  }
}

function hashLabel(label: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** The same items in a drawn order (Fisher–Yates); the input is left as it was. */
export function shuffle<Item>(items: readonly Item[], draw: Draw): readonly Item[] {
  const rest = [...items]
  const drawn: Item[] = []
  while (rest.length > 0) {
    drawn.push(...rest.splice(draw(rest.length), 1))
  }
  return drawn
}

const NOTHING_SEEN: ReadonlySet<string> = new Set()

/**
 * The questions of an attempt in the order its seed gives, with their options in order too.
 * @param seen ids of questions the student met before; a pool repeats one only
 * when nothing unseen is left in it.
 */
export function drawQuestions(quiz: Quiz, seed: number, seen: ReadonlySet<string> = NOTHING_SEEN): readonly Question[] {
  const selected = selectQuestions(quiz, seed, seen)
  return quiz.shuffle.options ? selected.map((question) => arrangeOptions(question, seed)) : selected
}

/**
 * The questions of an attempt in the order its seed gives, each as its author wrote it: what an attempt keeps, so that
 * a class that gets the same questions keeps each once.
 */
export function selectQuestions(
  quiz: Quiz,
  seed: number,
  seen: ReadonlySet<string> = NOTHING_SEEN,
): readonly Question[] {
  const drawn = [...quiz.questions, ...drawPools(quiz, seed, seen)]
  return quiz.shuffle.questions ? shuffle(drawn, createDraw(seed, `questions of ${quiz.id}`)) : drawn
}

/** Pools draw one after the other; what one has taken the next leaves. */
function drawPools(quiz: Quiz, seed: number, seen: ReadonlySet<string>): readonly Question[] {
  const taken = new Map<string, Question>()
  for (const pool of quiz.pools) {
    const rankOf = (id: string): number => createDraw(seed, `${quiz.id} draws ${id}`)(RANKS)
    const drawn = 'family' in pool ? drawVariants(pool, rankOf, seen, taken) : drawFromBank(pool, rankOf, seen, taken)
    for (const question of drawn) {
      taken.set(question.id, question)
    }
  }
  return [...taken.values()]
}

type Taken = ReadonlyMap<string, Question>

function drawFromBank(
  { candidates, count }: BankPool,
  rankOf: (id: string) => number,
  seen: ReadonlySet<string>,
  taken: Taken,
): readonly Question[] {
  const left = candidates.filter(({ id }) => !taken.has(id))
  return unseenFirst(left, rankOf, seen).slice(0, count)
}

/** Variants whose parameters happen to be the same are drawn once. */
function drawVariants(
  { family, variants, variant, count }: VariantPool,
  rankOf: (id: string) => number,
  seen: ReadonlySet<string>,
  taken: Taken,
): readonly Question[] {
  const all = Array.from({ length: variants }, (_, number) => ({ number, id: `${family}-v${number}` }))
  const prompts = new Set([...taken.values()].map(({ prompt }) => prompt.en))
  const drawn: Question[] = []
  for (const { number, id } of unseenFirst(all, rankOf, seen)) {
    if (drawn.length === count) {
      break
    }
    const question = taken.has(id) ? null : variant(number)
    if (question !== null && !prompts.has(question.prompt.en)) {
      prompts.add(question.prompt.en)
      drawn.push(question)
    }
  }
  return drawn
}

function unseenFirst<Any extends { readonly id: string }>(
  candidates: readonly Any[],
  rankOf: (id: string) => number,
  seen: ReadonlySet<string>,
): readonly Any[] {
  const ranked = byRank(candidates, rankOf)
  return [...ranked.filter(({ id }) => !seen.has(id)), ...ranked.filter(({ id }) => seen.has(id))]
}

const RANKS = 2 ** 32

/** In the order of their rank: unlike a shuffle, it stays when others come into the bank or leave it. */
function byRank<Any extends { readonly id: string }>(
  candidates: readonly Any[],
  rankOf: (id: string) => number,
): readonly Any[] {
  return candidates
    .map((candidate) => ({ candidate, rank: rankOf(candidate.id) }))
    .sort((left, right) => left.rank - right.rank || (left.candidate.id < right.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate)
}

/** A question with its options in the order that the attempt's seed gives, where their order means nothing. */
export function arrangeOptions(question: Question, seed: number): Question {
  const draw = createDraw(seed, `options of ${question.id}`)
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.keepOrder ? question : { ...question, options: shuffle(question.options, draw) }
    case 'ordering':
      return { ...question, items: misplaced(question.items, question.order, draw) }
    case 'matching':
      return { ...question, pairs: shuffle(question.pairs, draw), choices: shuffle(question.choices, draw) }
    case 'predict':
      return { ...question, rows: shuffle(question.rows, draw) }
    case 'true-false':
    case 'numeric':
    case 'text':
    case 'fill':
    case 'command':
    case 'dockerfile':
      return question
    default:
      return assertNever(question)
  }
}

/** The items in any order but the right one, so that leaving them as they are is no answer. */
export function misplaced(
  items: readonly OrderingItem[],
  order: readonly string[],
  draw: Draw,
): readonly OrderingItem[] {
  const drawn = shuffle(items, draw)
  const [first, ...rest] = drawn
  return first !== undefined && drawn.every(({ id }, place) => id === order[place]) ? [...rest, first] : drawn
}
