import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { markResponse, type QuestionMark } from '@/grader/quiz/mark'
import type { PlainQuestion, Question } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import { QuestionReview } from './question-review'

const both = (text: string) => ({ fr: text, en: text })
const base = {
  id: 'q',
  chapter: '11-stop-start-kill',
  objective: 'o',
  difficulty: 1,
  prompt: both('<p>What?</p>'),
} as const
const feedback = { right: both('<p>Because.</p>'), wrong: both('<p>Think again.</p>') }

function review(question: Question, answer: Response, mark: QuestionMark): string {
  render(
    <ol>
      <QuestionReview
        language="en"
        marked={{ question, answer, mark, certainty: null, points: mark.points }}
        number={1}
        own
      />
    </ol>,
  )
  return screen.getAllByRole('listitem')[0]?.textContent ?? ''
}

const plain = (question: PlainQuestion, answer: Response) => review(question, answer, markResponse(question, answer))

it('sets an order beside the right one', () => {
  const question: PlainQuestion = {
    ...base,
    type: 'ordering',
    items: ['b', 'a', 'c'].map((id) => ({ id, text: both(id.toUpperCase()) })),
    order: ['a', 'b', 'c'],
    feedback,
    mistakes: [],
  }
  expect(plain(question, { type: 'ordering', order: ['b', 'a', 'c'] })).toBe(
    'Question 11 pointPartlyWhat?Your answer1. B2. A3. CRight answer1. A2. B3. CThink again.Reread the chapter',
  )
  expect(screen.getAllByRole('img').map((sign) => sign.getAttribute('aria-label'))).toEqual(['Wrong', 'Wrong', 'Right'])
})

it('says for each line what was chosen and what is right', () => {
  const question: PlainQuestion = {
    ...base,
    type: 'matching',
    pairs: [
      { id: 'l1', text: both('137'), choice: 'killed', feedback: both('<p>128 + 9.</p>') },
      { id: 'l2', text: both('0'), choice: 'fine', feedback: both('<p>Success.</p>') },
    ],
    choices: [
      { id: 'killed', text: both('Killed') },
      { id: 'fine', text: both('Fine') },
    ],
    feedback: { right: both('<p>Yes.</p>') },
  }
  expect(plain(question, { type: 'matching', pairs: { l1: 'fine', l2: 'fine' } })).toBe(
    'Question 11 pointPartlyWhat?137given FineRightKilled0given Fine128 + 9.Reread the chapter'.replace(
      'FineRight',
      'Fineright ',
    ),
  )
})

it('numbers the blanks and says what belongs in each', () => {
  const blank = (id: string, accepted: string) => ({
    id,
    accepted: [accepted],
    typos: 0 as const,
    caseSensitive: true,
    feedback: both(`<p>About ${id}.</p>`),
    mistakes: [],
  })
  const question: PlainQuestion = {
    ...base,
    type: 'fill',
    code: true,
    body: both('FROM {{one}}\nCMD {{two}}'),
    blanks: [blank('one', 'alpine'), blank('two', 'sh')],
    feedback: { right: both('<p>Yes.</p>') },
  }
  expect(plain(question, { type: 'fill', blanks: { one: 'alpine' } })).toBe(
    'Question 11 pointPartlyWhat?FROM [1]\nCMD [2][1]given alpine[2]given No answerright shAbout two.Reread the chapter',
  )
})

it('marks the rows of a prediction', () => {
  const question: PlainQuestion = {
    ...base,
    type: 'predict',
    lines: ['docker ps -a'],
    ask: 'rows',
    answer: 'web Up',
    rows: [
      { id: 'row-1', text: 'web Up', correct: true },
      { id: 'row-2', text: 'db Up', correct: false, feedback: both('<p>Never started.</p>') },
    ],
    feedback,
    mistakes: [],
  }
  expect(plain(question, { type: 'predict', text: '', rows: ['row-2'] })).toBe(
    'Question 11 pointWrongWhat?web Upto be chosendb UpchosenThink again.Never started.Reread the chapter',
  )
})

it('shows a command, a model answer and what the engine answered', () => {
  const question: Question = {
    ...base,
    points: 2,
    type: 'command',
    start: { images: [], commands: [], files: {} },
    references: ['docker stop web'],
    compare: 'effect',
    feedback,
    mistakes: [],
  }
  const mark: QuestionMark = {
    points: 0,
    correct: false,
    feedbackIds: ['answer:refused'],
    misconceptions: [],
    shown: 'No such container: <b>',
  }
  expect(review(question, { type: 'command', text: 'docker stop wbe' }, mark)).toBe(
    'Question 12 pointsWrongWhat?Your answerdocker stop wbeOne right answerdocker stop webWhat the engine answeredNo such container: <b>Docker refused. Read what it answered.Reread the chapter',
  )
})
