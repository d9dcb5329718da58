import { assertNever } from '@/engine/assert-never'
import type { OrderingItem, Question } from './question'
import type { Quiz } from './quiz'

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
    const left = pool.candidates.filter(({ id }) => !taken.has(id))
    const ranked = byRank(left, (question) => createDraw(seed, `${quiz.id} draws ${question.id}`)(RANKS))
    const unseen = ranked.filter(({ id }) => !seen.has(id))
    const again = ranked.filter(({ id }) => seen.has(id))
    for (const question of [...unseen, ...again].slice(0, pool.count)) {
      taken.set(question.id, question)
    }
  }
  return [...taken.values()]
}

const RANKS = 2 ** 32

/** In the order of their rank: unlike a shuffle, it stays when others come into the bank or leave it. */
function byRank(questions: readonly Question[], rankOf: (question: Question) => number): readonly Question[] {
  return questions
    .map((question) => ({ question, rank: rankOf(question) }))
    .sort((left, right) => left.rank - right.rank || (left.question.id < right.question.id ? -1 : 1))
    .map(({ question }) => question)
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
