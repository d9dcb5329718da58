'use client'

import { useCallback } from 'react'
import { LateAnswers } from '@/components/quiz/late-answers'
import { readWaiting } from '@/components/quiz/waiting-answers'
import { parseWaiting } from './waiting-schema'

/** What this browser still holds of an attempt that is over. */
export function OwnLateAnswers({ attemptId }: { readonly attemptId: string }) {
  const stored = useCallback(() => readWaiting(attemptId, parseWaiting), [attemptId])
  return <LateAnswers attemptId={attemptId} stored={stored} />
}
