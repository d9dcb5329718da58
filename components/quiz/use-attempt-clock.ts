'use client'

import { useEffect, useRef, useState } from 'react'
import type { AttemptClock, AttemptView } from '@/server/views/attempt-view'
import { createCountdown } from './attempt-clock'

export interface ShownClock {
  readonly endsAt: string | null
  /** `null` without an end, and before the page runs. */
  readonly remainingMs: number | null
  /** Set once the end was moved while the page was open. */
  readonly moved: boolean
}

const TICK_MS = 500

/**
 * The attempt's countdown, kept right by the push channel.
 * @param listen opens the channel; the function it gives back closes it.
 * @param onSubmitted the attempt was handed in: here, elsewhere, or by the server.
 */
export function useAttemptClock(
  attempt: AttemptView,
  listen: (tell: (clock: AttemptClock) => void) => () => void,
  onSubmitted: () => void,
): ShownClock {
  const [clock, setClock] = useState<ShownClock>({ endsAt: attempt.endsAt, remainingMs: null, moved: false })
  const latest = useRef({ listen, onSubmitted })
  useEffect(() => {
    latest.current = { listen, onSubmitted }
  })
  useEffect(() => {
    const countdown = createCountdown(attempt, () => performance.now())
    const show = () =>
      setClock((shown) => {
        const [endsAt, remainingMs] = [countdown.endsAt(), countdown.remainingMs()]
        return { endsAt, remainingMs, moved: shown.moved || endsAt !== attempt.endsAt }
      })
    const close = latest.current.listen((told) => {
      countdown.tell(told)
      show()
      if (told.submitted) {
        latest.current.onSubmitted()
      }
    })
    show()
    const timer = window.setInterval(show, TICK_MS)
    return () => {
      window.clearInterval(timer)
      close()
    }
  }, [attempt])
  return clock
}
