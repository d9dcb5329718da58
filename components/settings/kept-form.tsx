'use client'

import { type ReactNode, startTransition } from 'react'

/** A form whose fields keep what was typed after it was sent: React empties one that is given an action itself. */
export function KeptForm({
  send,
  className,
  children,
}: {
  readonly send: (form: FormData) => void
  readonly className: string
  readonly children: ReactNode
}) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        startTransition(() => send(form))
      }}
    >
      {children}
    </form>
  )
}
