'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { startEngine } from './engine-client'
import { openPracticeController, type PracticeController } from './practice-controller'
import type { PracticePlan } from './practice-plan'
import { NEW_SESSION, type Session } from './session'

/** How often a command at work is looked at, in real milliseconds: its time is the student's. */
const TICK_MS = 1_000

const never = () => () => {}

/**
 * A practice terminal for as long as the component is there.
 * @param name of the session in this browser; `null` opens nothing yet.
 */
export function usePractice(
  name: string | null,
  plan: PracticePlan,
  hubAddress: string,
): { readonly session: Session; readonly controls: PracticeController | null } {
  const [controls, setControls] = useState<PracticeController | null>(null)
  useEffect(() => {
    if (name === null) return
    const opened = openPracticeController({ name, plan, hubAddress, startEngine })
    setControls(opened)
    return () => opened.close()
  }, [name, plan, hubAddress])
  const session = useSyncExternalStore(
    controls?.subscribe ?? never,
    controls?.session ?? (() => NEW_SESSION),
    () => NEW_SESSION,
  )
  const isAtWork = session.standing?.isBusy === true
  useEffect(() => {
    if (!isAtWork) return
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') controls?.tick()
    }, TICK_MS)
    return () => window.clearInterval(timer)
  }, [isAtWork, controls])
  return { session, controls }
}
