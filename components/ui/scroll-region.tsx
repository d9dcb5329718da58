'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A part that scrolls when it must, and only then can be focused to be scrolled by keyboard. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}) {
  const region = useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const element = region.current
    if (element === null) {
      return
    }
    const look = () => setOverflows(isOverflowing(element))
    const watch = new ResizeObserver(look)
    watch.observe(element)
    // A font that arrives later makes the content wider, not the part itself. It may be asked for later, too: the one
    // of terminals is, where a page's first terminal is shown.
    document.fonts?.addEventListener('loadingdone', look)
    return () => {
      watch.disconnect()
      document.fonts?.removeEventListener('loadingdone', look)
    }
  }, [])
  return (
    <div ref={region} className={className} {...(overflows ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {})}>
      {children}
    </div>
  )
}

/** A part whose height nothing limits is as high as what it holds. */
function isOverflowing(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
}
