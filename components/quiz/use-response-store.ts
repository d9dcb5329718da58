'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AttemptClock, AttemptView, SavedResponse } from '@/server/views/attempt-view'
import {
  createResponseStore,
  isUnsent,
  type KeptResponse,
  type ResponseStore,
  type SaveReply,
  type WaitingChange,
} from './response-store'
import { createWaitingAnswers } from './waiting-answers'

/** How an attempt's answers travel, and how the server reaches the page. */
export interface AttemptTransport {
  readonly send: (change: WaitingChange) => Promise<SaveReply>
  /** What a former visit could not send any more. */
  readonly waiting: readonly WaitingChange[]
  /** What waits in this browser's storage now. */
  readonly stored: () => readonly WaitingChange[]
  /** Opens the push channel; the function it gives back closes it. */
  readonly listen: (tell: (clock: AttemptClock) => void) => () => void
}

/** The attempt's answers, kept in step with the server; sends again when the network is back. */
export function useResponseStore(attempt: AttemptView, transport: AttemptTransport): ResponseStore {
  const [store] = useState(() =>
    createResponseStore(new Map(attempt.responses.map(asKept)), transport.waiting, {
      send: transport.send,
      newKey: () => newKey(),
      now: () => new Date().toISOString(),
      schedule: (act, delayMs) => window.setTimeout(act, delayMs),
      keep: createWaitingAnswers(attempt.id, attempt.sealingKey).keep,
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

/** A random UUID. `crypto.randomUUID` exists on encrypted connections only. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function asKept({ questionId, answer, certainty, revision, savedAt }: SavedResponse): readonly [string, KeptResponse] {
  const kept = {
    response: answer,
    certainty,
    revision,
    saveKey: '',
    at: savedAt,
    sealed: null,
    state: 'saved',
  } as const
  return [questionId, kept]
}
