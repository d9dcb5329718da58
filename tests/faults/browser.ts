import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SaveResponseRequest } from '@/server/requests'
import type { Acknowledged } from '../support/acknowledged'
import type { Answer, HttpClient, SentRequest } from '../support/http-client'
import { saveRequest, startedAttempt, startRequest, submitRequest } from '../support/quiz-requests'
import { type AskedQuestion, someAnswer } from '../support/some-answer'
import type { Delivery, ShownSession } from './schedule'

/** How often and how long what is on its way is tried again: through the start of a killed process on a busy machine. */
const TRIES = 600
const RETRY_MS = 100

/** One student's browser with two tabs: what it sends, and what it believes is saved. */
export interface FaultyBrowser {
  /** Begins so many times at once. The attempts that it was led to. */
  readonly start: (times: number) => Promise<ReadonlySet<string>>
  readonly open: (attemptId: string, questions: readonly AskedQuestion[]) => void
  readonly save: (tab: 0 | 1, question: number, delivery: Delivery, session: ShownSession) => Promise<void>
  readonly submit: (delivery: Delivery) => Promise<void>
  /** Sends again what has no answer yet, until all of it has one. */
  readonly settle: () => Promise<void>
  /** Saves that were refused for good: none of them may be stored. */
  readonly refused: () => ReadonlySet<string>
}

interface BrowserOptions {
  readonly client: HttpClient
  readonly cookies: Readonly<Record<ShownSession, string>>
  readonly assignmentId: string
  readonly action: string
  readonly acknowledged: Acknowledged
}

export function openFaultyBrowser(options: BrowserOptions): FaultyBrowser {
  const { client, cookies, acknowledged } = options
  const pending = new Map<string, SaveResponseRequest>()
  const refused = new Set<string>()
  const revisions: [Map<number, number>, Map<number, number>] = [new Map(), new Map()]
  let attempt: { readonly id: string; readonly questions: readonly AskedQuestion[] } = { id: '', questions: [] }
  let turn = 0

  const heard = (save: SaveResponseRequest, answer: Answer | null): void => {
    if (answer?.status === 200) {
      acknowledged.note(save)
      pending.delete(save.saveKey)
    } else if (answer?.status === 409) {
      if (!acknowledged.all().some((one) => one.saveKey === save.saveKey)) refused.add(save.saveKey)
      pending.delete(save.saveKey)
    } else if (answer !== null && answer.status !== 401 && answer.status < 500) {
      throw new Error(`a save was answered ${answer.status}: ${answer.text.slice(0, 200)}`)
    }
  }
  return {
    start: async (times) => {
      const request = startRequest(cookies.good, options.assignmentId, options.action)
      const begin = async () => startedAttempt(await insist(client, request, ({ status }) => status === 303))
      const attempts = await Promise.all(Array.from({ length: times }, begin))
      return new Set(attempts.filter((id) => id !== null))
    },
    open: (id, questions) => {
      attempt = { id, questions }
    },
    save: async (tab, index, delivery, session) => {
      const question = attempt.questions[index % attempt.questions.length]
      if (question === undefined) return
      const revision = (revisions[tab].get(index) ?? 0) + 1
      revisions[tab].set(index, revision)
      turn += 1
      const answer = someAnswer(question, turn)
      const save = { attemptId: attempt.id, questionId: question.id, revision, saveKey: randomUUID(), answer }
      pending.set(save.saveKey, save)
      const answers = await deliver(client, saveRequest(cookies[session], save), delivery, turn)
      // An answer to one of two that were sent is enough for the browser; both must hold.
      for (const one of answers) heard(save, one)
    },
    submit: async (delivery) => {
      await deliver(client, submitRequest(cookies.good, attempt.id), delivery, turn)
    },
    settle: async () => {
      for (const save of pending.values()) {
        heard(save, await insist(client, saveRequest(cookies.good, save), ({ status }) => status < 500))
      }
      if (pending.size > 0) throw new Error(`${pending.size} saves were never answered`)
    },
    refused: () => refused,
  }
}

async function deliver(
  client: HttpClient,
  request: SentRequest,
  delivery: Delivery,
  turn: number,
): Promise<readonly (Answer | null)[]> {
  const send = () => client.send(request).catch(() => null)
  switch (delivery) {
    case 'normal':
      return [await send()]
    case 'twice':
      return Promise.all([send(), send()])
    case 'cut-at-once':
      await client.sendAndCut(request, 0)
      return []
    case 'cut-later':
      await client.sendAndCut(request, 1 + (turn % 8))
      return []
  }
}

/** Sends again until an answer satisfies, as a person presses a button again. */
export async function insist(
  client: HttpClient,
  request: SentRequest,
  satisfies: (answer: Answer) => boolean,
): Promise<Answer> {
  let last = 'no answer'
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await client.send(request).catch(() => null)
    if (answer !== null && satisfies(answer)) return answer
    last = answer === null ? 'no answer' : `${answer.status} ${answer.text.slice(0, 200)}`
    await sleep(RETRY_MS)
  }
  throw new Error(`${request.method} ${request.path} never went through: ${last}`)
}
