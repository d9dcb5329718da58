'use client'

import { useEffect, useState } from 'react'
import { useLocale } from 'use-intl'
import { QuizTaker } from '@/components/quiz/quiz-taker'
import type { ResponseChange } from '@/components/quiz/response-store'
import { readUnsent } from '@/components/quiz/unsent-storage'
import type { AttemptView } from '@/server/views/attempt-view'
import { submitAttemptAction } from './actions'
import { parseUnsent, sendResponse } from './response-transport'

/** An open attempt, with the way its answers travel. */
export function TakeQuiz({ attempt }: { readonly attempt: AttemptView }) {
  const language = useLocale()
  const unsent = useUnsent(attempt.id)
  return (
    <QuizTaker
      key={unsent === null ? 'before' : 'after'}
      attempt={attempt}
      title={attempt.title[language]}
      transport={{ send: (change) => sendResponse(attempt.id, change), unsent: unsent ?? [] }}
      submit={async () => {
        try {
          return await submitAttemptAction(attempt.id)
        } catch {
          return false
        }
      }}
    />
  )
}

/** `null` until the browser's own storage could be read, which the server has none of. */
function useUnsent(attemptId: string): readonly ResponseChange[] | null {
  const [unsent, setUnsent] = useState<readonly ResponseChange[] | null>(null)
  useEffect(() => setUnsent(readUnsent(attemptId, parseUnsent)), [attemptId])
  return unsent
}
