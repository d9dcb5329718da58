import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { AttemptView } from '@/server/views/attempt-view'
import { QuizTaker } from './quiz-taker'
import type { ResponseChange, SaveOutcome } from './response-store'
import { readUnsent } from './unsent-storage'

const ATTEMPT: AttemptView = {
  id: 'attempt-1',
  assignmentId: 'assignment-1',
  quizSlug: 'ends',
  title: both('Ends'),
  ordinal: 1,
  startedAt: '2026-11-23T10:00:00.000Z',
  submittedAt: null,
  submittedByServer: false,
  endsAt: null,
  sealingKey: '',
  serverTime: '2026-11-23T10:00:00.000Z',
  questions: [
    question('q1', { type: 'single', options: [option('a'), option('b')] }),
    question('q2', { type: 'multiple', options: [option('a'), option('b'), option('c')] }),
    question('q3', { type: 'true-false' }),
    question('q4', { type: 'numeric' }),
  ],
  responses: [],
  rules: { checkAtOnce: false, oneWay: false, certainty: false, practice: false },
  reached: 0,
  checked: [],
  result: null,
  receipt: null,
}

let sent: ResponseChange[] = []
let outcome: SaveOutcome = 'saved'
let submitted = 0

beforeEach(() => {
  sent = []
  outcome = 'saved'
  submitted = 0
  localStorage.clear()
  render(
    <ClientMessages language="en" namespaces={['quiz']}>
      <QuizTaker
        attempt={ATTEMPT}
        title="Ends"
        transport={{
          send: async (change) => {
            sent.push(change)
            return outcome
          },
          unsent: [],
        }}
        submit={async () => {
          submitted += 1
          return true
        }}
      />
    </ClientMessages>,
  )
})

it('is answered by digits, moved in by n and p, flagged by f', async () => {
  const user = userEvent.setup()
  await user.keyboard('2n13')
  expect(screen.getByRole('region', { name: 'Question 2 of 4' })).toBeVisible()
  await user.keyboard('fn1')
  await waitFor(() => expect(screen.getByText(/Everything is saved/)).toBeVisible(), { timeout: 3_000 })
  const last = new Map(sent.map((change) => [change.questionId, change.answer]))
  expect(Object.fromEntries(last)).toEqual({
    q1: { type: 'single', choice: 'b' },
    q2: { type: 'multiple', choices: ['a', 'c'] },
    q3: { type: 'true-false', choice: true },
  })
  const overview = within(screen.getByRole('navigation', { name: 'Overview of the questions' }))
  expect(overview.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Question 1, answered',
    'Question 2, answered, flagged',
    'Question 3, answered',
    'Question 4, not answered',
  ])
})

it('leaves digits typed into a number alone', async () => {
  const user = userEvent.setup()
  await user.keyboard('nnn')
  await user.type(screen.getByRole('textbox'), '137')
  await waitFor(() => expect(sent.at(-1)?.answer).toEqual({ type: 'numeric', text: '137' }), { timeout: 3_000 })
  expect(new Set(sent.map((change) => change.questionId))).toEqual(new Set(['q4']))
})

it('says so and keeps the answer in the browser while the server is out of reach', async () => {
  outcome = 'unreachable'
  const user = userEvent.setup()
  await user.keyboard('1')
  expect(await screen.findByText(/Offline: kept here/)).toBeVisible()
  const kept = readUnsent(ATTEMPT.id, (json) => JSON.parse(json))
  expect(kept.map(({ questionId, answer }) => ({ questionId, answer }))).toEqual([
    { questionId: 'q1', answer: { type: 'single', choice: 'a' } },
  ])
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  expect(screen.getByRole('button', { name: 'Hand in my answers' })).toBeDisabled()
})

it('asks before handing in, naming what is missing, and hands in once', async () => {
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  expect(screen.getByRole('dialog')).toHaveTextContent('4 questions have no answer.')
  await user.keyboard('1')
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Hand in my answers' }))
  expect(submitted).toBe(1)
  expect(screen.getByRole('button', { name: 'Handing in…' })).toBeDisabled()
})

it('shows all questions together when asked to', async () => {
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'All together' }))
  expect(screen.getAllByRole('region').map((region) => region.id)).toEqual([
    'question-1',
    'question-2',
    'question-3',
    'question-4',
  ])
})

function both(html: string) {
  return { fr: html, en: html }
}

function option(id: string) {
  return { id, text: both(id.toUpperCase()) }
}

type Kind<Type> = Omit<
  Extract<AttemptView['questions'][number], { type: Type }>,
  'id' | 'chapter' | 'difficulty' | 'prompt'
>

function question(
  id: string,
  kind: Kind<'single'> | Kind<'multiple'> | Kind<'true-false'> | Kind<'numeric'>,
): AttemptView['questions'][number] {
  return { id, chapter: '11-stop-start-kill', difficulty: 1, prompt: both(`<p>${id}?</p>`), ...kind }
}
