'use client'

import { Timer } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { formatDateTime } from '@/components/ui/date-time'
import { formatRemaining } from './attempt-clock'
import type { ShownClock } from './use-attempt-clock'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** At these many minutes before the end it is said aloud. */
const SPOKEN_MINUTES = [1, 5, 10] as const

/** How much time is left and when it ends; nothing where the attempt has no end. */
export function ClockLine({ clock, timeZone }: { readonly clock: ShownClock; readonly timeZone: string }) {
  const t = useTranslations('quiz')
  const language = useLocale()
  if (clock.endsAt === null) {
    return null
  }
  const remaining = clock.remainingMs ?? null
  const ends = t('endsAt', { time: formatDateTime(clock.endsAt, timeZone, language) })
  const urgent = remaining !== null && remaining <= 5 * MINUTE_MS
  return (
    <p className={`flex items-center gap-2 text-sm ${urgent ? 'font-semibold text-port' : 'text-soft'}`} title={ends}>
      <Timer aria-hidden className="size-4 shrink-0" />
      <span role="timer" className="min-w-14 font-mono font-semibold" data-remaining>
        {remaining === null ? '' : shown(remaining, (days) => t('daysLeft', { days }))}
      </span>
      <span className="sr-only sm:not-sr-only">{ends}</span>
      <span role="status" className="sr-only">
        {spoken(remaining, (minutes) => t('minutesLeft', { minutes }))}
        {clock.moved ? ` ${t('endMoved')} ${ends}` : ''}
      </span>
    </p>
  )
}

/** Nobody counts hundreds of hours: seconds are shown from the last two days on. */
function shown(remainingMs: number, inDays: (days: number) => string): string {
  const days = Math.floor(remainingMs / DAY_MS)
  return days < 2 ? formatRemaining(remainingMs) : inDays(days)
}

/** Changes only when a threshold is passed, so that it is read out then and not every second. */
function spoken(remainingMs: number | null, say: (minutes: number) => string): string {
  const passed = SPOKEN_MINUTES.find((minutes) => remainingMs !== null && remainingMs <= minutes * MINUTE_MS)
  return passed === undefined || remainingMs === 0 ? '' : say(passed)
}
