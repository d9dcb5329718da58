import { describe, expect, it } from 'vitest'
import type { LocalizedText } from '@/grader/localized-text'
import type { Option, Question } from '@/grader/quiz/question'
import { lintQuestion } from './lint-question'

const text = (en: string): LocalizedText => ({ fr: `${en} (fr)`, en })
const base = { id: 'q', chapter: '01-c', objective: 'o', difficulty: 1, prompt: text('?') } as const

function option(id: string, correct: boolean, length: number): Option {
  return { id, correct, text: text(id.repeat(length)), feedback: text('f') }
}

describe('lintQuestion', () => {
  it('wants right and wrong options in a multiple question', () => {
    const options = [option('a', true, 1), option('b', true, 1), option('c', true, 1)]
    expect(lintQuestion({ ...base, type: 'multiple', keepOrder: false, options })).toEqual([
      { path: ['options'], message: 'needs at least one correct and one wrong option' },
    ])
  })

  it('finds foreseen numbers that are right, or foreseen twice', () => {
    const mistake = (value: number) => ({ value, feedback: text('f') })
    const question: Question = {
      ...base,
      type: 'numeric',
      answer: 10,
      tolerance: 1,
      feedback: { right: text('r'), wrong: text('w') },
      mistakes: [mistake(11), mistake(12), mistake(12)],
    }
    expect(lintQuestion(question)).toEqual([
      { path: ['mistakes', 0, 'value'], message: 'is within the tolerance of the answer' },
      { path: ['mistakes', 2, 'value'], message: 'is listed twice' },
    ])
  })

  it('knows “all of the above” in both languages', () => {
    const options = [
      option('a', true, 1),
      option('b', false, 1),
      { ...option('c', false, 1), text: { fr: 'Toutes les réponses', en: 'All of the above' } },
    ]
    expect(lintQuestion({ ...base, type: 'single', keepOrder: false, options })).toEqual([
      { path: ['options', 2, 'text', 'fr'], message: 'an option must not speak about the other options' },
      { path: ['options', 2, 'text', 'en'], message: 'an option must not speak about the other options' },
    ])
  })
})
