import { describe, expect, it } from 'vitest'
import { createDraw, drawQuestions, shuffle } from './draw'
import type { Question } from './question'
import { type Quiz, questionCount } from './quiz'

const text = { fr: 'x', en: 'x' }

function question(id: string, keepOrder = false): Question {
  const options = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    id: name,
    text,
    correct: name === 'a',
    feedback: text,
  }))
  return { id, type: 'single', chapter: 'c', objective: 'o', difficulty: 1, prompt: text, keepOrder, options }
}

function quiz(ids: readonly string[], shuffleBoth = true): Quiz {
  return {
    id: 'quiz',
    version: '1',
    title: text,
    description: text,
    shuffle: { questions: shuffleBoth, options: shuffleBoth },
    questions: ids.map((id) => question(id)),
    pools: [],
  }
}

const order = (drawn: readonly Question[]) =>
  drawn.map((one) => `${one.id}:${'options' in one ? one.options.map((option) => option.id).join('') : ''}`)

/** From a second implementation, in Python, of the documented generator. */
const FIRST_DRAWS = [29, 97, 67, 17, 68, 31, 40, 15, 41, 57, 89, 76]

describe('createDraw', () => {
  it('gives for ever what it gives today: attempts are redrawn from their stored seed', () => {
    const draw = createDraw(2026, 'label')
    expect(Array.from({ length: 12 }, () => draw(100))).toEqual(FIRST_DRAWS)
  })

  it('stays within its bound and uses all of it evenly', () => {
    const draw = createDraw(1, 'even')
    const counts = [0, 0, 0, 0, 0, 0]
    for (let turn = 0; turn < 6000; turn += 1) {
      const value = draw(6)
      counts[value] = (counts[value] ?? 0) + 1
    }
    expect(counts).toHaveLength(6)
    for (const count of counts) {
      expect(count).toBeGreaterThan(880)
      expect(count).toBeLessThan(1120)
    }
  })
})

describe('shuffle', () => {
  it('is a permutation and leaves its input alone', () => {
    const items = Object.freeze([1, 2, 3, 4, 5, 6, 7])
    const drawn = shuffle(items, createDraw(3, 'x'))
    expect([...drawn].sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('drawQuestions', () => {
  it('[Q1] depends on the seed alone', () => {
    const ten = quiz(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10'])
    expect(order(drawQuestions(ten, 7))).toEqual(order(drawQuestions(ten, 7)))
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => order(drawQuestions(ten, seed)).join()))
    expect(orders.size).toBe(50)
  })

  it('keeps the order of a question’s options when questions are added to the quiz', () => {
    const before = order(drawQuestions(quiz(['q1', 'q2']), 11))
    const after = order(drawQuestions(quiz(['q0', 'q1', 'q2', 'q3']), 11))
    expect(after).toEqual(expect.arrayContaining(before))
  })

  it('leaves in place what must not be shuffled', () => {
    expect(order(drawQuestions(quiz(['q1', 'q2'], false), 5))).toEqual(['q1:abcde', 'q2:abcde'])
    const scale: Quiz = { ...quiz([]), questions: [question('scale', true)] }
    expect(order(drawQuestions(scale, 5))).toEqual(['scale:abcde'])
  })
})

describe('pools', () => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`)
  const pool = (count: number, ids: readonly string[]) => ({ count, candidates: ids.map((id) => question(id)) })
  const pooled: Quiz = { ...quiz(['fixed'], false), pools: [pool(3, names.slice(0, 6)), pool(4, names)] }
  const idsOf = (seed: number, seen?: ReadonlySet<string>) => drawQuestions(pooled, seed, seen).map(({ id }) => id)

  it('draw their count after the fixed questions, never one question twice', () => {
    expect(questionCount(pooled)).toBe(8)
    for (let seed = 0; seed < 100; seed += 1) {
      const ids = idsOf(seed)
      expect(ids[0]).toBe('fixed')
      expect(new Set(ids).size).toBe(8)
      for (const id of ids.slice(1, 4)) {
        expect(names.slice(0, 6)).toContain(id)
      }
    }
  })

  it('draw every candidate equally often', () => {
    const even: Quiz = { ...quiz([], false), pools: [pool(3, names)] }
    const counts = new Map(names.map((name) => [name, 0]))
    for (let seed = 0; seed < 4000; seed += 1) {
      for (const { id } of drawQuestions(even, seed)) {
        counts.set(id, (counts.get(id) ?? 0) + 1)
      }
    }
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(880)
      expect(count).toBeLessThan(1120)
    }
  })

  it('[Q2] repeat nothing the student saw while something unseen is left', () => {
    const three: Quiz = { ...quiz([], false), pools: [pool(4, names)] }
    const seen = new Set<string>()
    for (const attempt of [1, 2, 3]) {
      const drawn = drawQuestions(three, attempt, seen).map(({ id }) => id)
      expect(drawn.filter((id) => seen.has(id))).toEqual([])
      for (const id of drawn) {
        seen.add(id)
      }
    }
    expect([...seen].sort()).toEqual([...names].sort())
    expect(drawQuestions(three, 4, seen)).toHaveLength(4)
    seen.delete('p7')
    expect(drawQuestions(three, 5, seen).map(({ id }) => id)[0]).toBe('p7')
  })

  it('keep what they drew when a question comes into the bank, unless it is drawn itself', () => {
    const before: Quiz = { ...quiz([], false), pools: [pool(3, names)] }
    const after: Quiz = { ...quiz([], false), pools: [pool(3, ['new', ...names])] }
    for (let seed = 0; seed < 50; seed += 1) {
      const drawn = drawQuestions(after, seed).map(({ id }) => id)
      const old = drawQuestions(before, seed).map(({ id }) => id)
      expect(drawn.filter((id) => id !== 'new')).toEqual(old.slice(0, drawn.includes('new') ? 2 : 3))
    }
  })
})

describe('pools of variants', () => {
  const made: number[] = []
  const variants: Quiz = {
    ...quiz([], false),
    pools: [
      {
        count: 3,
        family: 'kin',
        variants: 10,
        variant: (number) => {
          made.push(number)
          // The parameters of 0 to 4 are those of 5 to 9.
          return { ...question(`kin-v${number}`), prompt: { fr: 'x', en: `prompt ${number % 5}` } }
        },
      },
    ],
  }
  const drawn = (seed: number, seen?: ReadonlySet<string>) => drawQuestions(variants, seed, seen)

  it('draw their count with different parameters, unseen ones first, and make no more than needed', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      made.length = 0
      const questions = drawn(seed)
      expect(new Set(questions.map(({ prompt }) => prompt.en)).size).toBe(3)
      expect(made.length).toBeLessThan(9)
    }
    const seen = new Set(['kin-v0', 'kin-v1', 'kin-v2', 'kin-v3', 'kin-v5', 'kin-v6', 'kin-v7'])
    expect(
      drawn(1, seen)
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/v[89]|v4/)]))
    expect(drawn(1, seen).filter(({ id }) => !seen.has(id)).length).toBe(2)
  })
})

describe('what is drawn within a question', () => {
  it('never shows an ordering in its right order, and any other one', () => {
    const items = ['c', 'a', 'b'].map((id) => ({ id, text }))
    const ordering: Question = {
      ...question('order'),
      type: 'ordering',
      items,
      order: ['c', 'a', 'b'],
      feedback: { right: text, wrong: text },
      mistakes: [],
    }
    const orders = new Set<string>()
    for (let seed = 0; seed < 60; seed += 1) {
      const [drawn] = drawQuestions({ ...quiz([]), questions: [ordering] }, seed)
      orders.add(drawn?.type === 'ordering' ? drawn.items.map(({ id }) => id).join('') : '')
    }
    expect([...orders].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cba'])
  })
})
