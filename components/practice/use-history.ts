import { useRef, useState } from 'react'

/** Earlier lines, called back one by one onto the line that is being typed. */
export interface LineHistory {
  readonly older: () => void
  readonly newer: () => void
  /** The next call begins at the newest line again. */
  readonly rewind: () => void
}

/** Walks through what was entered before; what was being typed comes back at the end. */
export function useHistory(lines: readonly string[], draft: string, onDraft: (draft: string) => void): LineHistory {
  /** How far back the line on show is; 0 is the one being typed. */
  const [back, setBack] = useState(0)
  const own = useRef('')
  const goTo = (to: number) => {
    if (to < 0 || to > lines.length) return
    if (back === 0) own.current = draft
    setBack(to)
    onDraft(to === 0 ? own.current : (lines[lines.length - to] ?? ''))
  }
  return { older: () => goTo(back + 1), newer: () => goTo(back - 1), rewind: () => setBack(0) }
}
