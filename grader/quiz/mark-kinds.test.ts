import { describe, expect, it } from 'vitest'
import type { LocalizedText } from '../localized-text'
import { feedbackText } from './feedback'
import { markResponse } from './mark'
import { acceptsText, fitsPattern } from './match-text'
import type { FillQuestion, MatchingQuestion, OrderingQuestion, PredictQuestion, TextQuestion } from './question'

const text = (en: string): LocalizedText => ({ fr: `${en} (fr)`, en })
const base = { id: 'q', chapter: '11-stop-start-kill', objective: 'read', difficulty: 1, prompt: text('?') } as const
const feedback = { right: text('right'), wrong: text('wrong') }
const right = { points: 1, correct: true, feedbackIds: ['answer:right'], misconceptions: [] }
const wrong = { points: 0, correct: false, feedbackIds: ['answer:wrong'], misconceptions: [] }
const nothing = { points: 0, correct: false, feedbackIds: [], misconceptions: [] }

const word: TextQuestion = {
  ...base,
  type: 'text',
  accepted: ['SIGTERM', 'TERM', 'signal * 15'],
  typos: 1,
  caseSensitive: false,
  code: false,
  feedback,
  mistakes: [{ accepted: ['SIGKILL', 'KILL'], feedback: text('that comes later'), misconception: 'belief' }],
}

describe('short text', () => {
  const mark = (answer: string) => markResponse(word, { type: 'text', text: answer })

  it('[Q5] forgives capitals, spaces, a full stop and one typo in a long word', () => {
    for (const answer of [
      'SIGTERM',
      ' sigterm. ',
      'Sigterm',
      'SIGTREM',
      'SIGTERN',
      'SIGTER',
      'term',
      'signal  number 15',
    ]) {
      expect([answer, mark(answer)]).toEqual([answer, right])
    }
  })

  it('forgives no typo in a short word, nor two', () => {
    for (const answer of ['tern', 'SIGTRM x', 'sigtr', 'x'.repeat(10_000)]) {
      expect([answer, mark(answer)]).toEqual([answer, wrong])
    }
  })

  it('takes a foreseen mistake for what it is, never for a typo', () => {
    expect(mark('sigkill')).toEqual({ ...nothing, feedbackIds: ['foreseen:0'], misconceptions: ['belief'] })
    expect(feedbackText(word, 'foreseen:0')).toEqual(text('that comes later'))
    expect(feedbackText(word, 'answer:wrong')).toEqual(text('wrong'))
    expect(mark('  ')).toEqual(nothing)
  })

  it('compares typeset and typed signs as the same', () => {
    const rule = { accepted: ["--name 'web'"], typos: 0, caseSensitive: true } as const
    expect(acceptsText(rule, '--name ‘web’')).toBe(true)
    expect(acceptsText(rule, "--name 'Web'")).toBe(false)
  })

  it('matches patterns of many stars in few steps', () => {
    expect(fitsPattern('docker rm -f web', 'docker *rm * web')).toBe(true)
    expect(fitsPattern('docker rmi web', 'docker rm * web')).toBe(false)
    expect(fitsPattern('', '***')).toBe(true)
    expect(fitsPattern('a'.repeat(500), `${'*a'.repeat(90)}*b`)).toBe(false)
  })
})

describe('ordering', () => {
  const question: OrderingQuestion = {
    ...base,
    type: 'ordering',
    items: ['start', 'create', 'pull', 'attach'].map((id) => ({ id, text: text(id) })),
    order: ['pull', 'create', 'start', 'attach'],
    feedback,
    mistakes: [{ first: 'start', second: 'create', feedback: text('nothing to start yet'), misconception: 'belief' }],
  }
  const mark = (...order: string[]) => markResponse(question, { type: 'ordering', order })

  it('[Q4] counts pairs in the right order minus pairs in the wrong one, never below 0', () => {
    expect(mark('pull', 'create', 'start', 'attach')).toEqual(right)
    expect(mark('create', 'pull', 'start', 'attach')).toEqual({ ...wrong, points: 0.6667 })
    expect(mark('attach', 'pull', 'create', 'start')).toEqual(wrong)
    expect(mark('attach', 'start', 'create', 'pull')).toEqual({
      ...nothing,
      feedbackIds: ['foreseen:0'],
      misconceptions: ['belief'],
    })
  })

  it('takes an order with an item missing, unknown or twice for none', () => {
    expect(mark()).toEqual(nothing)
    expect(mark('pull', 'create', 'start')).toEqual(nothing)
    expect(mark('pull', 'create', 'start', 'start')).toEqual(nothing)
    expect(mark('pull', 'create', 'start', 'attach', 'x')).toEqual(nothing)
  })
})

describe('matching', () => {
  const pair = (id: string, choice: string) => ({ id, choice, text: text(id), feedback: text(`about ${id}`) })
  const question: MatchingQuestion = {
    ...base,
    type: 'matching',
    pairs: [
      { ...pair('zero', 'fine'), misconception: 'belief' },
      pair('code-125', 'docker'),
      pair('code-137', 'killed'),
    ],
    choices: ['fine', 'docker', 'killed', 'missing'].map((id) => ({ id, text: text(id) })),
    feedback: { right: text('right') },
  }
  const mark = (pairs: Readonly<Record<string, string>>) => markResponse(question, { type: 'matching', pairs })

  it('gives the share of lines that have their choice, with the reason of each other', () => {
    expect(mark({ zero: 'fine', 'code-125': 'docker', 'code-137': 'killed' })).toEqual(right)
    expect(mark({ zero: 'missing', 'code-125': 'docker' })).toEqual({
      points: 0.3333,
      correct: false,
      feedbackIds: ['part:zero', 'part:code-137'],
      misconceptions: ['belief'],
    })
    expect(feedbackText(question, 'part:zero')).toEqual(text('about zero'))
    expect(mark({ zero: '' })).toEqual(nothing)
    expect(mark({ constructor: 'fine' })).toEqual({
      ...wrong,
      feedbackIds: ['part:zero', 'part:code-125', 'part:code-137'],
    })
  })
})

describe('fill-in', () => {
  const question: FillQuestion = {
    ...base,
    type: 'fill',
    body: { fr: 'FROM {{image}}\nRUN {{act}}', en: 'FROM {{image}}\nRUN {{act}}' },
    code: true,
    blanks: [
      {
        id: 'image',
        accepted: ['alpine'],
        typos: 0,
        caseSensitive: true,
        feedback: text('which image?'),
        mistakes: [],
      },
      {
        id: 'act',
        accepted: ['apk add *curl'],
        typos: 0,
        caseSensitive: true,
        feedback: text('how are packages installed?'),
        mistakes: [{ accepted: ['apt-get *'], feedback: text('that is Debian'), misconception: 'belief' }],
      },
    ],
    feedback: { right: text('right') },
  }
  const mark = (blanks: Readonly<Record<string, string>>) => markResponse(question, { type: 'fill', blanks })

  it('gives the share of blanks filled rightly', () => {
    expect(mark({ image: 'alpine', act: 'apk add --no-cache curl' })).toEqual(right)
    expect(mark({ image: 'alpine', act: 'apt-get install curl' })).toEqual({
      points: 0.5,
      correct: false,
      feedbackIds: ['part:act:0'],
      misconceptions: ['belief'],
    })
    expect(mark({ act: 'x' })).toEqual({ ...nothing, feedbackIds: ['part:image', 'part:act'] })
    expect(feedbackText(question, 'part:act:0')).toEqual(text('that is Debian'))
    expect(feedbackText(question, 'part:act')).toEqual(text('how are packages installed?'))
  })
})

describe('a prediction', () => {
  const shared = { ...base, type: 'predict', lines: ['docker ps -a'], feedback } as const
  const code: PredictQuestion = {
    ...shared,
    ask: 'exit-code',
    answer: '137',
    rows: [],
    mistakes: [{ answer: '9', feedback: text('plus 128'), misconception: 'code-is-signal' }],
  }
  const rows: PredictQuestion = {
    ...shared,
    ask: 'rows',
    answer: 'web Up\ndb Exited (0)',
    mistakes: [],
    rows: [
      { id: 'row-1', text: 'db Exited (0)', correct: true },
      { id: 'row-2', text: 'web Exited (0)', correct: false, feedback: text('it runs'), misconception: 'belief' },
      { id: 'row-3', text: 'web Up', correct: true },
    ],
  }

  it('of a code or a text is compared by its words', () => {
    expect(markResponse(code, { type: 'predict', text: ' 137 ', rows: [] })).toEqual(right)
    expect(markResponse(code, { type: 'predict', text: '9', rows: [] })).toEqual({
      ...nothing,
      feedbackIds: ['foreseen:0'],
      misconceptions: ['code-is-signal'],
    })
    expect(markResponse(code, { type: 'predict', text: '1', rows: [] })).toEqual(wrong)
    const lines: PredictQuestion = { ...code, ask: 'text', answer: 'a b\nc', mistakes: [] }
    expect(markResponse(lines, { type: 'predict', text: '  a   b\n\nc\n', rows: [] })).toEqual(right)
  })

  it('of rows is marked as a choice of several', () => {
    const mark = (...chosen: string[]) => markResponse(rows, { type: 'predict', text: '', rows: chosen })
    expect(mark('row-1', 'row-3')).toEqual(right)
    expect(mark('row-1')).toEqual({ ...wrong, points: 0.5 })
    expect(mark('row-1', 'row-2', 'row-3')).toEqual({
      ...nothing,
      feedbackIds: ['answer:wrong', 'option:row-2'],
      misconceptions: ['belief'],
    })
    expect(feedbackText(rows, 'option:row-2')).toEqual(text('it runs'))
    expect(feedbackText(rows, 'option:row-1')).toBeNull()
  })
})
