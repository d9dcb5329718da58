import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { PlainQuestion } from '@/grader/quiz/question'
import { LazyCheckQuestion } from './lazy-check-question'

const both = (html: string) => ({ fr: html, en: html })

const QUESTION: PlainQuestion = {
  type: 'true-false',
  id: 'so',
  chapter: '13-ports',
  objective: 'ports',
  difficulty: 1,
  prompt: both('<p>It is so.</p>'),
  answer: true,
  feedback: { true: both('Yes.'), false: both('No.') },
}

afterEach(() => vi.unstubAllGlobals())

it('can be read from the start, and answered once the reader comes near', async () => {
  const seen: { come: () => void }[] = []
  class Observer {
    constructor(tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
      seen.push({ come: () => tell([{ isIntersecting: true }]) })
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  render(
    <ClientMessages language="en" namespaces={['chapter', 'quiz']}>
      <LazyCheckQuestion chapterId="13-ports" question={QUESTION} number={1}>
        <p>It is so.</p>
      </LazyCheckQuestion>
    </ClientMessages>,
  )
  expect(screen.getByText('It is so.')).toBeVisible()
  expect(screen.queryByRole('radio')).toBeNull()
  act(() => seen[0]?.come())
  expect(await screen.findByRole('radio', { name: /True/ }, { timeout: 10_000 })).toBeVisible()
  expect(screen.getByText('It is so.')).toBeVisible()
})
