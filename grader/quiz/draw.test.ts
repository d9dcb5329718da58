import { describe, expect, it } from 'vitest'
import { createDraw, drawQuestions, shuffle } from './draw'
import type { Question } from './question'
import type { Quiz } from './quiz'

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
  it('depends on the seed alone', () => {
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
