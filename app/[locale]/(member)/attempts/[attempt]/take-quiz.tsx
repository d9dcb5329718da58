'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useLocale } from 'use-intl'
import { QuizTaker } from '@/components/quiz/quiz-taker'
import type { WaitingChange } from '@/components/quiz/response-store'
import { readWaiting } from '@/components/quiz/waiting-answers'
import type { AttemptView } from '@/server/views/attempt-view'
import { attemptSignIn } from '../../../attempt-sign-in'
import { checkResponseAction } from './actions'
import { attemptTransport } from './response-transport'
import { parseWaiting } from './waiting-schema'

/** An open attempt, with the way its answers travel. */
export function TakeQuiz({
  attempt,
  timeZone,
  feedback,
}: {
  readonly attempt: AttemptView
  readonly timeZone: string
  readonly feedback: Readonly<Record<string, ReactNode>>
}) {
  const language = useLocale()
  const router = useRouter()
  const waiting = useWaiting(attempt.id)
  const transport = useMemo(() => attemptTransport(attempt.id), [attempt.id])
  return (
    <QuizTaker
      key={waiting === null ? 'before' : 'after'}
      attempt={attempt}
      title={attempt.title[language]}
      timeZone={timeZone}
      feedback={feedback}
      transport={{
        send: transport.send,
        listen: transport.listen,
        waiting: waiting ?? [],
        stored: () => readWaiting(attempt.id, parseWaiting),
      }}
      actions={{
        submit: async () => {
          const submitted = await transport.submit()
          if (submitted) {
            router.refresh()
          }
          return submitted
        },
        check: (questionId) => goesThrough(checkResponseAction({ attemptId: attempt.id, questionId })),
        leave: transport.leave,
        signIn: (email, password) => attemptSignIn('credentials', { email, password }),
        showResult: () => router.refresh(),
      }}
    />
  )
}

/** Without network, or with a server in trouble, an action throws. */
async function goesThrough(action: Promise<boolean>): Promise<boolean> {
  try {
    return await action
  } catch {
    return false
  }
}

/** `null` until the browser's own storage could be read, which the server has none of. */
function useWaiting(attemptId: string): readonly WaitingChange[] | null {
  const [waiting, setWaiting] = useState<readonly WaitingChange[] | null>(null)
  useEffect(() => setWaiting(readWaiting(attemptId, parseWaiting)), [attemptId])
  return waiting
}
