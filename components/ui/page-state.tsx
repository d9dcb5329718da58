import type { ReactNode } from 'react'

/** What a page shows instead of its content: nothing yet, not found, not allowed, failed. */
export function PageState({
  code,
  title,
  text,
  children,
  level = 'h1',
}: {
  /** The stencilled word above the title. */
  readonly code: string
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
  readonly level?: 'h1' | 'h2'
}) {
  const Heading = level
  return (
    <div className="plate corrugated max-w-2xl p-8 sm:p-12">
      <p className="stencil text-faint">{code}</p>
      <Heading className="mt-3 text-2xl">{title}</Heading>
      <p className="mt-3 max-w-prose text-soft">{text}</p>
      {children === undefined ? null : <div className="mt-6 flex flex-wrap gap-3">{children}</div>}
    </div>
  )
}
