import type { ReactNode } from 'react'

/** The surface every transcript stands on: night water, a stencilled name, tools at the right. */
export function TerminalWindow({
  title,
  tools,
  children,
}: {
  readonly title: string
  readonly tools?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="terminal">
      <div className="terminal-bar">
        <span aria-hidden className="block size-2.5 bg-signal" />
        <span className="stencil mr-auto">{title}</span>
        {tools}
      </div>
      {children}
    </div>
  )
}
