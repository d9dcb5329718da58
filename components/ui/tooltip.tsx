'use client'

import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

/** A few words about a focusable control, shown on hover and focus. Never the only place something is said. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip offset={6} className="max-w-xs rounded-1 bg-ink px-2.5 py-1.5 text-xs text-reverse shadow-floating">
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
