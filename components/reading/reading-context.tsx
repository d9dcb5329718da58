'use client'

import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react'
import type { ChapterReading } from '@/server/views/progress-view'
import { createReadingStore, type ReadingStore, type Readings } from './reading-store'

const ReadingContext = createContext<ReadingStore | null>(null)

const STORAGE_KEY = 'quai-reading'

/** Loads how far the reader is, once for everything inside; the page itself is the same for everybody. */
export function ReadingProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => (typeof window === 'undefined' ? null : openStore()))
  return <ReadingContext value={store}>{children}</ReadingContext>
}

function openStore(): ReadingStore {
  return createReadingStore({
    load: async () => {
      const response = await fetch('/api/progress')
      const body: unknown = await response.json()
      return isRecord(body) && body.value === null ? null : readingsOf(body)
    },
    save: async (reading) => {
      await fetch('/api/progress', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(reading),
        keepalive: true,
      })
    },
    readLocal: () => {
      try {
        return readingsOf({ value: JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]') })
      } catch {
        return []
      }
    },
    writeLocal: (readings) => {
      try {
        localStorage.setItem(STORAGE_KEY, JSON.stringify(readings))
      } catch {
        // A full or closed storage: the place is forgotten with the page.
      }
    },
    schedule: (act, delayMs) => window.setTimeout(act, delayMs),
  })
}

function readingsOf(body: unknown): readonly ChapterReading[] {
  const list = isRecord(body) ? body.value : null
  return Array.isArray(list) ? list.filter(isReading) : []
}

function isReading(value: unknown): value is ChapterReading {
  return (
    isRecord(value) &&
    typeof value.chapterId === 'string' &&
    typeof value.section === 'string' &&
    typeof value.percent === 'number' &&
    isRecord(value.answers) &&
    Object.values(value.answers).every((answer) => isRecord(answer) && typeof answer.type === 'string')
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const NOWHERE = () => () => undefined

/** What is known of the reader; `null` until it is loaded, and outside a provider. */
export function useReadings(): Readings | null {
  const store = use(ReadingContext)
  return useSyncExternalStore(store?.subscribe ?? NOWHERE, store?.snapshot ?? (() => null), () => null)
}

export function useReadingStore(): ReadingStore | null {
  return use(ReadingContext)
}
