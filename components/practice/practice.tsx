'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { PracticeStart } from '@/course/chapter/practice-start'
import { MachinePanel } from './machine-panel'
import { planPractice } from './practice-plan'
import { PracticeTerminal } from './practice-terminal'
import { StartList } from './start-list'
import { usePractice } from './use-practice'

interface PracticeProps {
  /** Names this page's sessions in the browser. */
  readonly name: string
  readonly hubAddress: string
  readonly starts: readonly PracticeStart[]
  /** The chapter whose examples these are; `null` on the page that has none. */
  readonly chapterHref: string | null
}

/** A terminal on a machine of one's own, in the start that the address names after `#`. */
export function Practice(props: PracticeProps) {
  const wanted = useSyncExternalStore(
    onHashChange,
    () => decodeHash(window.location.hash),
    () => null,
  )
  const start = props.starts.find(({ id }) => id === wanted) ?? props.starts[0]
  return start === undefined ? null : (
    <Started
      key={start.id}
      {...props}
      start={start}
      sessionName={wanted === null ? null : `${props.name}/${start.id}`}
    />
  )
}

function Started({
  sessionName,
  hubAddress,
  starts,
  chapterHref,
  start,
}: PracticeProps & {
  readonly start: PracticeStart
  /** `null` until the page has come alive. */
  readonly sessionName: string | null
}) {
  const plan = useMemo(() => planPractice(starts, start), [starts, start])
  const { session, controls } = usePractice(sessionName, plan, hubAddress)
  const place = starts.indexOf(start)
  return (
    <div className="practice">
      <PracticeTerminal
        plan={plan}
        session={session}
        controls={controls}
        exampleHref={chapterHref === null ? null : `${chapterHref}#example-${start.id}`}
        next={chapterHref === null ? null : (starts[place + 1] ?? null)}
      />
      <MachinePanel standing={session.standing} before={session.before} />
      <StartList starts={starts} current={start} isChapter={chapterHref !== null} />
    </div>
  )
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}
