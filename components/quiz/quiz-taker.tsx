'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { isAnswered } from '@/grader/quiz/response'
import type { AttemptView } from '@/server/views/attempt-view'
import { chooseByDigit } from './choose-by-digit'
import { ClockLine } from './clock-line'
import { QuestionOverview } from './question-overview'
import { QuestionPlate, questionAnchor } from './question-plate'
import { QuestionSteps } from './question-steps'
import { QuizBar } from './quiz-bar'
import { useQuizKeys } from './quiz-keys'
import { QuizNotices } from './quiz-notices'
import { isUnsent } from './response-store'
import { SignInAgain, type SignInFailure } from './sign-in-again'
import { SubmitDialog, type SubmitState } from './submit-dialog'
import { useAttemptClock } from './use-attempt-clock'
import { type AttemptTransport, useResponseStore } from './use-response-store'

type Layout = 'one' | 'all'

/** What one does with an attempt beside answering; each tells whether it went through. */
export interface AttemptActions {
  readonly submit: () => Promise<boolean>
  /** Makes an answer final and shows its feedback, where that is given at once. */
  readonly check: (questionId: string) => Promise<boolean>
  /** Leaves a question for good, where there is no way back. */
  readonly leave: (questionId: string) => Promise<boolean>
  readonly signIn: (email: string, password: string) => Promise<SignInFailure | null>
  /** The attempt was handed in, here or elsewhere: show its result. */
  readonly showResult: () => void
}

/** Taking a quiz: every answer saved when given, all of it by mouse, touch or keyboard. */
export function QuizTaker({
  attempt,
  title,
  timeZone,
  transport,
  actions,
  feedback,
}: {
  readonly attempt: AttemptView
  readonly title: string
  readonly timeZone: string
  readonly transport: AttemptTransport
  readonly actions: AttemptActions
  /** By question, of those that were checked. */
  readonly feedback: Readonly<Record<string, ReactNode>>
}) {
  const store = useResponseStore(attempt, transport)
  const responses = store.snapshot()
  const { questions, rules } = attempt
  const clock = useAttemptClock(attempt, transport.listen, actions.showResult)
  const [layout, setLayout] = useState<Layout>('one')
  const [reached, setReached] = useState(attempt.reached)
  const [current, setCurrent] = useState(Math.min(attempt.reached, questions.length - 1))
  const [flags, setFlags] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const [submitState, setSubmitState] = useState<SubmitState>('idle')

  const isOver = clock.remainingMs === 0
  const entries = questions.map((question) => {
    const response = responses.get(question.id)?.response ?? null
    return { id: question.id, answered: response !== null && isAnswered(response), flagged: flags.has(question.id) }
  })
  const states = [...responses.values()]
  const unsent = states.filter(isUnsent).length
  const answered = entries.filter((entry) => entry.answered).length
  const first = rules.oneWay ? reached : 0

  const open = (index: number) => {
    setCurrent(index)
    window.setTimeout(() => document.getElementById(questionAnchor(index + 1))?.focus(), 0)
  }
  const isFinal = (id: string, index: number) =>
    isOver || id in feedback || index < first || responses.get(id)?.state === 'refused'
  const question = questions[current]
  const goOn = async () => {
    if (rules.oneWay && question !== undefined) {
      store.flush()
      if (!(await actions.leave(question.id))) {
        return false
      }
      setReached(Math.max(reached, current + 1))
    }
    open(Math.min(current + 1, questions.length - 1))
    return true
  }
  useQuizKeys({
    onDigit: (digit) => {
      const kept = question === undefined ? undefined : responses.get(question.id)
      const chosen = question === undefined ? null : chooseByDigit(question, kept?.response ?? null, digit)
      if (question !== undefined && chosen !== null && !isFinal(question.id, current)) {
        store.change(question.id, chosen)
      }
    },
    onMove: (step) => {
      if (step === -1) {
        open(Math.max(current - 1, first))
      } else if (current < questions.length - 1 && !(rules.oneWay && unsent > 0)) {
        void goOn()
      }
    },
    onFlag: () => (question === undefined ? undefined : setFlags(toggled(flags, question.id))),
  })
  const handIn = async () => {
    setSubmitState('submitting')
    setSubmitState((await actions.submit()) ? 'submitting' : 'failed')
  }
  useAtEnd(isOver, store.flush, unsent === 0 && submitState === 'idle', () => void handIn())

  return (
    <div className="grid gap-6">
      <QuizBar
        title={title}
        answered={answered}
        total={questions.length}
        unsent={unsent}
        layout={rules.oneWay ? null : layout}
        onLayout={setLayout}
        onSubmit={() => {
          store.flush()
          setAsking(true)
        }}
        clock={<ClockLine clock={clock} timeZone={timeZone} />}
      />
      <QuizNotices attemptId={attempt.id} stored={transport.stored} states={states} isOver={isOver} />
      <QuestionOverview entries={entries} current={current} first={first} onOpen={open} />
      {questions.map((one, index) =>
        (layout === 'all' && !rules.oneWay) || index === current ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: only notes which question the reader is at; nothing is operated here.
          <div key={one.id} onFocus={() => setCurrent(index)}>
            <QuestionPlate
              question={one}
              number={index + 1}
              total={questions.length}
              kept={responses.get(one.id)}
              flagged={flags.has(one.id)}
              isFinal={isFinal(one.id, index)}
              asksCertainty={rules.certainty}
              check={rules.checkAtOnce && !(one.id in feedback) ? () => actions.check(one.id) : null}
              feedback={feedback[one.id] ?? null}
              onChange={(response, certainty) => store.change(one.id, response, certainty)}
              onFlag={() => setFlags(toggled(flags, one.id))}
            />
          </div>
        ) : null,
      )}
      {layout === 'one' || rules.oneWay ? (
        <QuestionSteps
          hasPrevious={current > first}
          hasNext={current < questions.length - 1}
          oneWay={rules.oneWay}
          isWaiting={rules.oneWay && unsent > 0}
          onPrevious={() => open(current - 1)}
          onNext={goOn}
        />
      ) : null}
      <SubmitDialog
        isOpen={asking}
        onOpenChange={setAsking}
        counts={{ unanswered: questions.length - answered, flagged: flags.size, unsent }}
        state={submitState}
        onSubmit={() => void handIn()}
      />
      <SignInPrompt
        isSignedOut={states.some(({ state }) => state === 'signed-out')}
        isSettled={unsent === 0}
        signIn={async (email, password) => {
          const failure = await actions.signIn(email, password)
          if (failure === null) {
            store.flush()
          }
          return failure
        }}
      />
    </div>
  )
}

/** When time is over: sends what is left, then hands in once all of it has arrived. What cannot arrive, the server ends. */
function useAtEnd(isOver: boolean, flush: () => void, isReady: boolean, handIn: () => void): void {
  const latest = useRef({ flush, handIn })
  useEffect(() => {
    latest.current = { flush, handIn }
  })
  useEffect(() => {
    if (isOver) {
      latest.current.flush()
    }
  }, [isOver])
  useEffect(() => {
    if (isOver && isReady) {
      latest.current.handIn()
    }
  }, [isOver, isReady])
}

/**
 * Opens by itself when the session has expired; it can be put aside to go on reading. While answers are tried again it
 * stays as it is, with what was typed.
 */
function SignInPrompt({
  isSignedOut,
  isSettled,
  signIn,
}: {
  readonly isSignedOut: boolean
  /** Nothing waits for a session. */
  readonly isSettled: boolean
  readonly signIn: (email: string, password: string) => Promise<SignInFailure | null>
}) {
  const [isOpen, setIsOpen] = useState(false)
  const [hasExpired, setHasExpired] = useState(false)
  useEffect(() => {
    if (isSignedOut) {
      setHasExpired(true)
    } else if (isSettled) {
      setHasExpired(false)
    }
  }, [isSignedOut, isSettled])
  useEffect(() => setIsOpen(hasExpired), [hasExpired])
  return (
    <SignInAgain
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      signIn={async (email, password) => {
        const failure = await signIn(email, password)
        if (failure === null) {
          setHasExpired(false)
        }
        return failure
      }}
    />
  )
}

function toggled(flags: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(flags)
  if (!next.delete(id)) {
    next.add(id)
  }
  return next
}
