'use client'

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import type { CheckQuestionProps } from './check-question'

/** So early that nobody sees the change. */
const AHEAD = '1200px'

/**
 * A check-yourself question, made answerable when the reader comes near it: what answering takes is most of a chapter's
 * script, and many readers never get there. Until then `children` show it.
 */
export function LazyCheckQuestion({ children, ...props }: CheckQuestionProps & { readonly children: ReactNode }) {
  const place = useRef<HTMLLIElement>(null)
  const [Loaded, setLoaded] = useState<ComponentType<CheckQuestionProps> | null>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) {
      return
    }
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          watch.disconnect()
          import('./check-question').then(
            ({ CheckQuestion }) => setLoaded(() => CheckQuestion),
            // Without network the question stays as it is shown; a reload brings it back.
            () => undefined,
          )
        }
      },
      { rootMargin: AHEAD },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return Loaded === null ? (
    <li ref={place} className="plate grid gap-4 p-5 sm:p-7">
      {children}
    </li>
  ) : (
    <Loaded {...props} />
  )
}
