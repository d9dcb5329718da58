import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/server/db'
import type { Choices } from '@/tests/support/random'
import type { Acknowledged } from '../support/acknowledged'
import type { Answer, HttpClient, SentRequest } from '../support/http-client'
import { saveRequest, startedAttempt, startRequest, submitRequest } from '../support/quiz-requests'
import { type AskedQuestion, askedQuestions, someAnswer } from '../support/some-answer'
import { type Latencies, openLatencies } from './latencies'
import type { QuizClass, QuizStudent } from './quiz-class'

const SAVES = 16

/** The three kinds of requests of somebody who takes a quiz. */
export interface QuizLatencies {
  readonly start: Latencies
  readonly save: Latencies
  readonly submit: Latencies
}

export interface QuizRun {
  readonly client: HttpClient
  readonly created: QuizClass
  readonly action: string
  readonly acknowledged: Acknowledged
  readonly latencies: QuizLatencies
}

export function openQuizLatencies(): QuizLatencies {
  return { start: openLatencies(), save: openLatencies(), submit: openLatencies() }
}

/** All at once, each sending the next request as soon as the last was answered: start, 16 saves, submit. */
export async function takeAtOnce(run: QuizRun): Promise<void> {
  await Promise.all(
    run.created.students.map(async (student) => {
      const attempt = await start(run, student)
      if (attempt === null) return
      for (let turn = 1; turn <= SAVES; turn += 1) await save(run, student, attempt, turn)
      await submit(run, student, attempt)
    }),
  )
}

/** Saves at a student's pace, 5 to 15 s after the last one, until the window is over. */
export async function takeWithThought(run: QuizRun, windowMs: number, choices: Choices): Promise<void> {
  const attempts = await inTurns(run.created.students, 8, async (student) => ({
    student,
    attempt: await start(run, student),
  }))
  const until = performance.now() + windowMs
  await Promise.all(
    attempts.map(async ({ student, attempt }) => {
      await sleep(choices.number(15_000))
      for (let turn = 1; attempt !== null && performance.now() < until; turn += 1) {
        await save(run, student, attempt, turn)
        await sleep(5_000 + choices.number(10_000))
      }
    }),
  )
  await inTurns(attempts, 8, ({ student, attempt }) => (attempt === null ? undefined : submit(run, student, attempt)))
}

interface OpenAttempt {
  readonly id: string
  readonly questions: readonly AskedQuestion[]
}

async function start(run: QuizRun, student: QuizStudent): Promise<OpenAttempt | null> {
  const answer = await timed(
    run,
    'start',
    startRequest(student.cookie, run.created.assignmentId, run.action),
    (given) => startedAttempt(given) !== null,
  )
  const id = answer === null ? null : startedAttempt(answer)
  if (id === null) return null
  // The browser has them from the page of the attempt, whose drawing is not part of the figure.
  const { questions } = await db().attempt.findUniqueOrThrow({ where: { id }, select: { questions: true } })
  return { id, questions: askedQuestions(questions) }
}

async function save(run: QuizRun, student: QuizStudent, attempt: OpenAttempt, turn: number): Promise<void> {
  const question = attempt.questions[turn % attempt.questions.length]
  if (question === undefined) return
  const sent = {
    attemptId: attempt.id,
    questionId: question.id,
    revision: turn,
    saveKey: randomUUID(),
    answer: someAnswer(question, turn),
  }
  const answer = await timed(run, 'save', saveRequest(student.cookie, sent), ({ status }) => status === 200)
  if (answer?.status === 200) run.acknowledged.note(sent)
}

async function submit(run: QuizRun, student: QuizStudent, attempt: OpenAttempt): Promise<void> {
  await timed(run, 'submit', submitRequest(student.cookie, attempt.id), ({ status }) => status === 200)
}

/** Sends and times it; `null` where no answer came. */
async function timed(
  { client, latencies }: QuizRun,
  kind: keyof QuizLatencies,
  request: SentRequest,
  isRight: (answer: Answer) => boolean,
): Promise<Answer | null> {
  const before = performance.now()
  const answer = await client.send(request).catch(() => null)
  latencies[kind].add(performance.now() - before, answer !== null && isRight(answer))
  return answer
}

/** Works through all of them, `width` at a time. */
async function inTurns<Item, Done>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Done> | Done,
): Promise<readonly Done[]> {
  const done: Done[] = []
  const left = items.entries()
  const worker = async () => {
    for (const [index, item] of left) done[index] = await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
  return done
}
