import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { AttemptClock, AttemptView } from '@/server/views/attempt-view'
import { QuizTaker } from './quiz-taker'
import type { ResponseChange, SaveOutcome } from './response-store'
import { readWaiting } from './waiting-answers'

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
let calls: string[] = []
let tell: (clock: AttemptClock) => void = () => undefined
let goesThrough = true

beforeEach(() => {
  sent = []
  outcome = 'saved'
  calls = []
  goesThrough = true
  localStorage.clear()
})

function take(changes: Partial<AttemptView> = {}, feedback: Readonly<Record<string, ReactNode>> = {}) {
  const call = async (name: string) => {
    calls.push(name)
    return goesThrough
  }
  return render(
    <ClientMessages language="en" namespaces={['quiz', 'signIn']}>
      <QuizTaker
        attempt={{ ...ATTEMPT, ...changes }}
        title="Ends"
        timeZone="Europe/Paris"
        feedback={feedback}
        transport={{
          send: async (change) => {
            if ('answer' in change) {
              sent.push(change)
            }
            return { outcome }
          },
          waiting: [],
          stored: () => [],
          listen: (listener) => {
            tell = listener
            return () => undefined
          },
        }}
        actions={{
          submit: () => call('submit'),
          check: (id) => call(`check ${id}`),
          leave: (id) => call(`leave ${id}`),
          signIn: async (email, password) => {
            calls.push(`sign in ${email} ${password}`)
            outcome = 'saved'
            return null
          },
          showResult: () => void call('show result'),
        }}
      />
    </ClientMessages>,
  )
}

it('is answered by digits, moved in by n and p, flagged by f', async () => {
  take()
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

it('says what each question counts, one point where the quiz says nothing', async () => {
  const [first, ...others] = ATTEMPT.questions
  take({ questions: first === undefined ? [] : [{ ...first, points: 2 }, ...others] })
  const user = userEvent.setup()
  expect(screen.getByRole('region', { name: 'Question 1 of 4' })).toHaveAccessibleDescription('2 points')
  await user.keyboard('n')
  expect(screen.getByRole('region', { name: 'Question 2 of 4' })).toHaveAccessibleDescription('1 point')
})

it('leaves digits typed into a number alone', async () => {
  take()
  const user = userEvent.setup()
  await user.keyboard('nnn')
  await user.type(screen.getByRole('textbox'), '137')
  await waitFor(() => expect(sent.at(-1)?.answer).toEqual({ type: 'numeric', text: '137' }), { timeout: 3_000 })
  expect(new Set(sent.map((change) => change.questionId))).toEqual(new Set(['q4']))
})

it('says so and keeps the answer in the browser while the server is out of reach', async () => {
  outcome = 'unreachable'
  take()
  const user = userEvent.setup()
  await user.keyboard('1')
  expect(await screen.findByText(/Offline: kept here/)).toBeVisible()
  const kept = readWaiting(ATTEMPT.id, (json) => JSON.parse(json))
  expect(kept.map(({ questionId, revision }) => ({ questionId, revision }))).toEqual([
    { questionId: 'q1', revision: 1 },
  ])
  expect(screen.getByRole('button', { name: 'Save these answers to a file' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  expect(screen.getByRole('button', { name: 'Hand in my answers' })).toBeDisabled()
})

it('asks before handing in, naming what is missing, and hands in once', async () => {
  take()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  expect(screen.getByRole('dialog')).toHaveTextContent('4 questions have no answer.')
  await user.keyboard('1')
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Hand in my answers' }))
  expect(calls).toEqual(['submit'])
  expect(screen.getByRole('button', { name: 'Handing in…' })).toBeDisabled()
})

it('shows all questions together when asked to', async () => {
  take()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'All together' }))
  expect(screen.getAllByRole('region').map((region) => region.id)).toEqual([
    'question-1',
    'question-2',
    'question-3',
    'question-4',
  ])
})

it('counts days while the end is far, and seconds from the last two days on', () => {
  take({ endsAt: '2026-12-14T10:20:00.000Z' })
  expect(screen.getByRole('timer')).toHaveTextContent(/^21 days$/)
  act(() => tell({ endsAt: '2026-11-25T09:59:00.000Z', submitted: false, serverTime: '2026-11-23T10:00:00.000Z' }))
  expect(screen.getByRole('timer')).toHaveTextContent(/^47:5\d:\d\d$/)
})

it('shows the time left, takes a new end from the server, and hands in when it is over', async () => {
  const standing = vi.spyOn(performance, 'now').mockReturnValue(0)
  take({ endsAt: '2026-11-23T10:20:00.000Z' })
  expect(screen.getByRole('timer')).toHaveTextContent('20:00')
  expect(screen.getByText('Ends Mon 23 Nov, 11:20 CET')).toBeVisible()
  act(() => tell({ endsAt: '2026-11-23T10:30:00.000Z', submitted: false, serverTime: '2026-11-23T10:00:01.000Z' }))
  expect(screen.getByRole('timer')).toHaveTextContent('29:59')
  expect(screen.getByText(/The end has moved/)).toBeInTheDocument()
  act(() => tell({ endsAt: '2026-11-23T10:30:00.000Z', submitted: false, serverTime: '2026-11-23T10:30:00.000Z' }))
  await waitFor(() => expect(calls).toEqual(['submit']))
  expect(screen.getByText(/Time is over/)).toBeVisible()
  standing.mockRestore()
  const user = userEvent.setup()
  await user.keyboard('1')
  expect(sent).toEqual([])
})

it('shows the result when the attempt was handed in elsewhere', () => {
  take()
  act(() => tell({ endsAt: null, submitted: true, serverTime: '2026-11-23T10:00:01.000Z' }))
  expect(calls).toEqual(['show result'])
})

it('asks to sign in again in place, and then sends what waited', async () => {
  outcome = 'signed-out'
  take()
  const user = userEvent.setup()
  await user.keyboard('1')
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
  await user.type(within(dialog).getByLabelText('Email address'), 'camille@example.test')
  await user.type(within(dialog).getByLabelText('Password'), 'secret')
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }))
  expect(calls).toEqual(['sign in camille@example.test secret'])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByText('Everything is saved')).toBeVisible()
})

const RULES = ATTEMPT.rules

it('goes one way only where the quiz says so, and not while an answer is on its way', async () => {
  take({ rules: { ...RULES, oneWay: true }, reached: 1 })
  const user = userEvent.setup()
  expect(screen.getByRole('region', { name: 'Question 2 of 4' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Question 1, not answered' })).toBeDisabled()
  expect(screen.queryByRole('button', { name: 'All together' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Next →' }))
  expect(calls).toEqual(['leave q2'])
  expect(screen.getByRole('region', { name: 'Question 3 of 4' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Question 2, not answered' })).toBeDisabled()
  goesThrough = false
  await user.click(screen.getByRole('button', { name: 'Next →' }))
  expect(screen.getByRole('alert')).toHaveTextContent('The server does not answer')
  expect(screen.getByRole('region', { name: 'Question 3 of 4' })).toBeVisible()
})

it('asks how sure an answer is, and sends that with it', async () => {
  take({ rules: { ...RULES, certainty: true } })
  const user = userEvent.setup()
  expect(screen.queryByRole('radiogroup', { name: 'How sure are you?' })).toBeNull()
  await user.keyboard('1')
  await user.click(screen.getByRole('radio', { name: 'Certain' }))
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ questionId: 'q1', revision: 2, certainty: 3 }))
})

it('checks a saved answer at once where that is offered, and changes it no more', async () => {
  const { unmount } = take({ rules: { ...RULES, checkAtOnce: true } })
  const user = userEvent.setup()
  expect(screen.getByRole('button', { name: 'Check my answer' })).toBeDisabled()
  await user.keyboard('1')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Check my answer' })).toBeEnabled())
  await user.click(screen.getByRole('button', { name: 'Check my answer' }))
  expect(calls).toEqual(['check q1'])
  unmount()
  sent = []
  take({ rules: { ...RULES, checkAtOnce: true } }, { q1: <p>Because.</p> })
  await user.keyboard('2')
  expect(screen.getByText('Because.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Check my answer' })).toBeNull()
  expect(sent).toEqual([])
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
