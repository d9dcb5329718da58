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

const both = { right: secret, wrong: secret }

const choices = [
  { id: 'a', text: shown('first') },
  { id: 'b', text: shown('second') },
]

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
  {
    ...base,
    id: 'x',
    type: 'text',
    accepted: [SECRET],
    typos: 2,
    caseSensitive: true,
    code: true,
    feedback: both,
    mistakes: [{ accepted: [SECRET], feedback: secret, misconception: SECRET }],
  },
  {
    ...base,
    id: 'o',
    type: 'ordering',
    points: 2,
    items: choices,
    order: [SECRET],
    feedback: both,
    mistakes: [{ first: SECRET, second: SECRET, feedback: secret }],
  },
  {
    ...base,
    id: 'p',
    type: 'matching',
    pairs: [{ id: 'a', text: shown('line'), choice: SECRET, feedback: secret, misconception: SECRET }],
    choices,
    feedback: { right: secret },
  },
  {
    ...base,
    id: 'f',
    type: 'fill',
    body: { fr: 'dire {{word}} ou {{else}}', en: '{{word}} is said' },
    code: false,
    blanks: [{ id: 'word', accepted: [SECRET], typos: 0, caseSensitive: false, feedback: secret, mistakes: [] }],
    feedback: { right: secret },
  },
  {
    ...base,
    id: 'c',
    type: 'command',
    start: { images: [SECRET], commands: [SECRET], files: { [SECRET]: SECRET } },
    references: [SECRET],
    compare: 'output',
    feedback: both,
    mistakes: [{ command: SECRET, feedback: secret, misconception: SECRET }],
  },
  {
    ...base,
    id: 'r',
    type: 'predict',
    lines: ['docker ps'],
    ask: 'rows',
    answer: SECRET,
    rows: [{ id: 'row-1', text: 'web Up', correct: true, feedback: secret, misconception: SECRET }],
    feedback: both,
    mistakes: [{ answer: SECRET, feedback: secret }],
  },
  {
    ...base,
    id: 'd',
    type: 'dockerfile',
    files: { 'a.txt': 'A' },
    given: 'FROM alpine',
    reference: SECRET,
    checks: [{ id: SECRET, line: SECRET, feedback: secret, misconception: SECRET }],
    feedback: both,
  },
]

describe('toStudentQuestion', () => {
  it('[Q3] keeps what a student needs and nothing else', () => {
    const common = { chapter: '11-stop-start-kill', difficulty: 2, prompt: shown('What?') }
    expect(questions.map(toStudentQuestion)).toEqual([
      { ...common, id: 's', type: 'single', options: choices },
      { ...common, id: 'm', type: 'multiple', options: choices },
      { ...common, id: 't', type: 'true-false' },
      { ...common, id: 'n', type: 'numeric', unit: shown('s') },
      { ...common, id: 'x', type: 'text', code: true },
      { ...common, id: 'o', type: 'ordering', points: 2, items: choices },
      { ...common, id: 'p', type: 'matching', lines: [{ id: 'a', text: shown('line') }], choices },
      {
        ...common,
        id: 'f',
        type: 'fill',
        code: false,
        body: {
          fr: [{ text: 'dire ' }, { blank: 'word' }, { text: ' ou {{else}}' }],
          en: [{ blank: 'word' }, { text: ' is said' }],
        },
      },
      { ...common, id: 'c', type: 'command' },
      {
        ...common,
        id: 'r',
        type: 'predict',
        lines: ['docker ps'],
        ask: 'rows',
        rows: [{ id: 'row-1', text: 'web Up' }],
      },
      { ...common, id: 'd', type: 'dockerfile', given: 'FROM alpine', files: { 'a.txt': 'A' } },
    ])
  })

  it('serialises without key, feedback, misconception or objective', () => {
    const json = JSON.stringify(questions.map(toStudentQuestion))
    for (const part of [SECRET, 'correct', 'feedback', 'misconception', 'mistakes', 'answer', '918', 'tolerance']) {
      expect(json).not.toContain(part)
    }
  })
})
