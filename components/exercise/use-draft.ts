import { useEffect, useRef, useState } from 'react'
import { keepDraft, readDraft } from './draft-storage'
import { emptyDraft, type SubmissionDraft } from './submission-draft'

/** How long typing must rest before the draft is written down: a long paste takes its time. */
const REST_MS = 400

/** Whether the draft lies in this browser's storage; `unkept` where that is full or closed. */
export type Keeping = 'nothing' | 'kept' | 'unkept'

type Asked = Parameters<typeof emptyDraft>[0]

/** The draft of one assignment, read from this browser and kept in it. `key` names assignment and student. */
export function useDraft(key: string, asked: Asked) {
  const [draft, setDraft] = useState(() => emptyDraft(asked))
  const [keeping, setKeeping] = useState<Keeping>('nothing')
  const unsaved = useRef<SubmissionDraft | null>(null)
  useEffect(() => {
    const kept = readDraft(key)
    if (kept !== null) {
      setDraft(withAsked(kept, asked))
      setKeeping('kept')
    }
    // Leaving the page does not wait for the rest.
    const save = () => {
      if (unsaved.current !== null) keepDraft(key, unsaved.current)
    }
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [key, asked])
  useEffect(() => {
    if (unsaved.current !== draft) return
    const timer = window.setTimeout(() => {
      // Handed in meanwhile.
      if (unsaved.current !== draft) return
      setKeeping(keepDraft(key, draft) ? 'kept' : 'unkept')
      unsaved.current = null
    }, REST_MS)
    return () => window.clearTimeout(timer)
  }, [key, draft])
  const change = (next: SubmissionDraft) => {
    unsaved.current = next
    setDraft(next)
  }
  const forget = () => {
    unsaved.current = null
    keepDraft(key, null)
  }
  return { draft, change, forget, keeping }
}

/** A kept draft with the files that the exercise asks for by now. */
function withAsked(kept: SubmissionDraft, asked: Asked): SubmissionDraft {
  const missing = emptyDraft(asked).files.filter(({ name }) => !kept.files.some((file) => file.name === name))
  return { ...kept, files: [...kept.files, ...missing] }
}
