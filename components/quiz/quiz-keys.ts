'use client'

import { useEffect, useRef } from 'react'

export interface QuizKeys {
  readonly onDigit: (digit: number) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onFlag: () => void
}

/** Digits choose, n and p move, f flags; not while something is typed, in a dialog, or with a modifier. */
export function useQuizKeys(keys: QuizKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isForQuiz(event)) {
        return
      }
      if (/^[1-9]$/.test(event.key)) {
        latest.current.onDigit(Number(event.key))
      } else if (event.key === 'n' || event.key === 'p') {
        latest.current.onMove(event.key === 'n' ? 1 : -1)
      } else if (event.key === 'f') {
        latest.current.onFlag()
      } else {
        return
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isForQuiz(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return false
  }
  const { target } = event
  return (
    target instanceof HTMLElement &&
    target.closest('textarea, select, [role="dialog"], input:not([type="radio"], [type="checkbox"])') === null
  )
}
