import { describe, expect, it } from 'vitest'
import type { LocalizedText } from '../localized-text'
import { feedbackText } from './feedback'
import { markResponse } from './mark'
import type { MultipleQuestion, NumericQuestion, SingleQuestion, TrueFalseQuestion } from './question'
import { emptyResponse, isAnswered } from './response'

const text = (en: string): LocalizedText => ({ fr: `${en} (fr)`, en })

const base = { id: 'q', chapter: '11-stop-start-kill', objective: 'read', difficulty: 1, prompt: text('?') } as const

const option = (id: string, correct: boolean, misconception?: string) => ({
  id,
  text: text(id),
  correct,
  feedback: text(`about ${id}`),
  ...(misconception === undefined ? {} : { misconception }),
})

const single: SingleQuestion = {
  ...base,
  type: 'single',
  keepOrder: false,
  options: [option('a', false, 'belief'), option('b', true), option('c', false)],
}

const multiple: MultipleQuestion = {
  ...base,
  type: 'multiple',
  keepOrder: false,
  options: [option('a', true), option('b', true), option('c', true), option('d', false, 'belief'), option('e', false)],
}

const trueFalse: TrueFalseQuestion = {
  ...base,
  type: 'true-false',
  answer: false,
  misconception: 'belief',
  feedback: { true: text('no'), false: text('yes') },
}

const numeric: NumericQuestion = {
  ...base,
  type: 'numeric',
  answer: 137,
  tolerance: 0,
  feedback: { right: text('right'), wrong: text('wrong') },
  mistakes: [{ value: 9, feedback: text('add 128'), misconception: 'code-is-signal' }],
}

const ALL_TYPES = [
  'single',
  'multiple',
  'true-false',
  'numeric',
  'text',
  'ordering',
  'matching',
  'fill',
  'command',
  'predict',
  'dockerfile',
] as const

const nothing = { points: 0, correct: false, feedbackIds: [], misconceptions: [] }

describe('single choice', () => {
  it('gives all or nothing, with the feedback of the chosen option', () => {
    expect(markResponse(single, { type: 'single', choice: 'b' })).toEqual({
      points: 1,
      correct: true,
      feedbackIds: ['option:b'],
      misconceptions: [],
    })
    expect(markResponse(single, { type: 'single', choice: 'a' })).toEqual({
      points: 0,
      correct: false,
      feedbackIds: ['option:a'],
      misconceptions: ['belief'],
    })
  })

  it('gives nothing for no choice, an option that does not exist, or a response of another type', () => {
    expect(markResponse(single, { type: 'single', choice: null })).toEqual(nothing)
    expect(markResponse(single, { type: 'single', choice: 'z' })).toEqual(nothing)
    expect(markResponse(single, { type: 'numeric', text: '137' })).toEqual(nothing)
  })
})

describe('multiple choice', () => {
  const points = (...choices: string[]) => markResponse(multiple, { type: 'multiple', choices }).points

  it('counts the share of right options minus the share of wrong ones, never below 0', () => {
    expect(points('a', 'b', 'c')).toBe(1)
    expect(points('a', 'b')).toBe(0.6667)
    expect(points('a', 'b', 'c', 'd')).toBe(0.5)
    expect(points('a', 'd')).toBe(0)
    expect(points('d', 'e')).toBe(0)
    expect(points('a', 'b', 'c', 'd', 'e')).toBe(0)
    expect(points()).toBe(0)
  })

  it('counts an option once, however often it is sent', () => {
    expect(points('a', 'a', 'a')).toBe(0.3333)
  })

  it('says of each chosen option what the author said of it', () => {
    expect(markResponse(multiple, { type: 'multiple', choices: ['d', 'a'] })).toEqual({
      points: 0,
      correct: false,
      feedbackIds: ['option:a', 'option:d'],
      misconceptions: ['belief'],
    })
  })
})

describe('true or false', () => {
  it('names the misconception of the wrong answer only', () => {
    expect(markResponse(trueFalse, { type: 'true-false', choice: true })).toEqual({
      points: 0,
      correct: false,
      feedbackIds: ['answer:true'],
      misconceptions: ['belief'],
    })
    expect(markResponse(trueFalse, { type: 'true-false', choice: false })).toEqual({
      points: 1,
      correct: true,
      feedbackIds: ['answer:false'],
      misconceptions: [],
    })
    expect(markResponse(trueFalse, { type: 'true-false', choice: null })).toEqual(nothing)
  })
})

describe('numeric', () => {
  const mark = (answer: string) => markResponse(numeric, { type: 'numeric', text: answer })

  it('reads numbers as people write them', () => {
    for (const answer of ['137', ' 137 ', '+137', '137.0', '137,0', '1 37']) {
      expect(mark(answer)).toEqual({ points: 1, correct: true, feedbackIds: ['number:right'], misconceptions: [] })
    }
  })

  it('tells a foreseen mistake, another number and no number apart', () => {
    expect(mark('9')).toEqual({ ...nothing, feedbackIds: ['mistake:9'], misconceptions: ['code-is-signal'] })
    expect(mark('138')).toEqual({ ...nothing, feedbackIds: ['number:wrong'] })
    expect(mark('1e2')).toEqual({ ...nothing, feedbackIds: ['number:unreadable'] })
    expect(mark('0x89')).toEqual({ ...nothing, feedbackIds: ['number:unreadable'] })
    expect(mark('1'.repeat(5000))).toEqual({ ...nothing, feedbackIds: ['number:unreadable'] })
    expect(mark('  ')).toEqual(nothing)
  })

  it('accepts what lies within the tolerance, its bounds included', () => {
    const about: NumericQuestion = { ...numeric, answer: 0.3, tolerance: 0.1, mistakes: [] }
    const points = (answer: string) => markResponse(about, { type: 'numeric', text: answer }).points
    expect([points('0.2'), points('0,4'), points('0.41'), points('0.19')]).toEqual([1, 1, 0, 0])
  })
})

describe('feedback', () => {
  it('finds the sentence of every feedback id that marking can give', () => {
    expect(feedbackText(single, 'option:a')).toEqual(text('about a'))
    expect(feedbackText(single, 'option:z')).toBeNull()
    expect(feedbackText(trueFalse, 'answer:true')).toEqual(text('no'))
    expect(feedbackText(trueFalse, 'answer:false')).toEqual(text('yes'))
    expect(feedbackText(numeric, 'number:right')).toEqual(text('right'))
    expect(feedbackText(numeric, 'number:wrong')).toEqual(text('wrong'))
    expect(feedbackText(numeric, 'mistake:9')).toEqual(text('add 128'))
    expect(feedbackText(numeric, 'number:unreadable')?.en).toBe('<p>This is not a number: write it in digits.</p>')
    expect(feedbackText(numeric, 'option:a')).toBeNull()
  })
})

describe('responses', () => {
  it('begins unanswered in every type', () => {
    for (const type of ALL_TYPES) {
      expect(isAnswered(emptyResponse(type))).toBe(false)
    }
    expect(isAnswered({ type: 'true-false', choice: false })).toBe(true)
    expect(isAnswered({ type: 'numeric', text: ' ' })).toBe(false)
    expect(isAnswered({ type: 'multiple', choices: ['a'] })).toBe(true)
  })
})
