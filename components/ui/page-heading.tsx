import type { ReactNode } from 'react'

/** The head of a page: stencilled place, title, one line of explanation, and what can be done at its right. */
export function PageHeading({
  place,
  title,
  lead,
  children,
}: {
  readonly place: ReactNode
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
      <div className="max-w-3xl">
        <div className="stencil text-faint">{place}</div>
        <h1 className="mt-2 text-3xl">{title}</h1>
        {lead === undefined ? null : <div className="mt-3 text-lg leading-snug text-soft">{lead}</div>}
      </div>
      {children === undefined ? null : <div className="flex flex-wrap gap-3">{children}</div>}
    </div>
  )
}
