'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { SavedResponse } from '@/server/views/attempt-view'
import {
  createResponseStore,
  isUnsent,
  type ResponseChange,
  type ResponseStore,
  type SaveOutcome,
} from './response-store'
import { keepUnsent } from './unsent-storage'

export interface ResponseTransport {
  readonly send: (change: ResponseChange) => Promise<SaveOutcome>
  /** What a former visit could not send any more. */
  readonly unsent: readonly ResponseChange[]
}

/** The attempt's answers, kept in step with the server; sends again when the network is back. */
export function useResponseStore(
  attemptId: string,
  saved: readonly SavedResponse[],
  transport: ResponseTransport,
): ResponseStore {
  const [store] = useState(() =>
    createResponseStore(new Map(saved.map(asKept)), transport.unsent, {
      send: transport.send,
      newKey: () => crypto.randomUUID(),
      schedule: (act, delayMs) => window.setTimeout(act, delayMs),
      keep: (unsent) => keepUnsent(attemptId, unsent),
    }),
  )
  useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if ([...store.snapshot().values()].some(isUnsent)) {
        event.preventDefault()
      }
    }
    window.addEventListener('online', store.flush)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', store.flush)
      window.removeEventListener('beforeunload', warn)
    }
  }, [store])
  return store
}

function asKept({ questionId, answer, revision }: SavedResponse) {
  return [questionId, { response: answer, revision, saveKey: '', state: 'saved' }] as const
}
