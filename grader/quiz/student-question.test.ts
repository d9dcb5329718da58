import { describe, expect, it } from 'vitest'
import type { LocalizedText } from '../localized-text'
import type { Question } from './question'
import { toStudentQuestion } from './student-question'

/** Stands in every field that a student must not see. */
const SECRET = 'KEY-7f3e'
const secret: LocalizedText = { fr: SECRET, en: SECRET }
const shown = (en: string): LocalizedText => ({ fr: `${en} (fr)`, en })

const base = {
  chapter: '11-stop-start-kill',
  objective: SECRET,
  difficulty: 2,
  prompt: shown('What?'),
} as const

const options = [
  { id: 'a', text: shown('first'), correct: true, feedback: secret },
  { id: 'b', text: shown('second'), correct: false, feedback: secret, misconception: SECRET },
]

const questions: readonly Question[] = [
  { ...base, id: 's', type: 'single', keepOrder: false, options },
  { ...base, id: 'm', type: 'multiple', keepOrder: false, options },
  {
    ...base,
    id: 't',
    type: 'true-false',
    answer: true,
    feedback: { true: secret, false: secret },
    misconception: SECRET,
  },
  {
    ...base,
    id: 'n',
    type: 'numeric',
    answer: 918273,
    tolerance: 645,
    unit: shown('s'),
    feedback: { right: secret, wrong: secret },
    mistakes: [{ value: 918274, feedback: secret, misconception: SECRET }],
  },
]

describe('toStudentQuestion', () => {
  it('keeps what a student needs and nothing else', () => {
    const common = { chapter: '11-stop-start-kill', difficulty: 2, prompt: shown('What?') }
    const choices = [
      { id: 'a', text: shown('first') },
      { id: 'b', text: shown('second') },
    ]
    expect(questions.map(toStudentQuestion)).toEqual([
      { ...common, id: 's', type: 'single', options: choices },
      { ...common, id: 'm', type: 'multiple', options: choices },
      { ...common, id: 't', type: 'true-false' },
      { ...common, id: 'n', type: 'numeric', unit: shown('s') },
    ])
  })

  it('serialises without key, feedback, misconception or objective', () => {
    const json = JSON.stringify(questions.map(toStudentQuestion))
    for (const part of [SECRET, 'correct', 'feedback', 'misconception', 'mistakes', 'answer', '918', 'tolerance']) {
      expect(json).not.toContain(part)
    }
  })
})
