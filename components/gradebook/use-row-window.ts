'use client'

import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Up to here all rows are in the page, where the browser's own search finds them. */
const WHOLE_MAX = 100

/** A first guess in pixels; each row is measured when it is drawn. */
const ROW_HEIGHT = 57
const HEAD_HEIGHT = 120
const FIRST_VIEW = { width: 1_000, height: 900 }
const OVERSCAN = 12

/** What the body of a long table consists of: rows that are drawn, and room for those that are not. */
export type RowPlace =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'room'; readonly before: number; readonly height: number }

export interface RowWindow {
  readonly places: readonly RowPlace[]
  /** Scrolls until a row is drawn and in view. */
  readonly reveal: (index: number) => void
  /** For each drawn row's element, which bears its `data-index`. */
  readonly measure: (row: HTMLTableRowElement | null) => void
}

/**
 * Draws only the rows in view of a long table, and the one that has the focus; all of them on paper.
 * @param kept the index of the row that stays drawn wherever the table is scrolled to.
 */
export function useRowWindow(
  count: number,
  frame: RefObject<HTMLElement | null>,
  kept: RefObject<{ readonly row: number }>,
): RowWindow {
  const whole = usePrinting() || count <= WHOLE_MAX
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    enabled: !whole,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    initialRect: FIRST_VIEW,
    overscan: OVERSCAN,
    scrollPaddingEnd: HEAD_HEIGHT,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), kept.current.row, count),
  })
  return {
    places: whole ? Array.from({ length: count }, (_, index) => ({ kind: 'row', index })) : placesOf(virtualizer),
    reveal: (index) => {
      if (!whole) {
        virtualizer.scrollToIndex(index)
      }
    },
    measure: whole ? () => undefined : virtualizer.measureElement,
  }
}

function withRow(drawn: readonly number[], kept: number, count: number): number[] {
  return [...new Set([...drawn, Math.min(kept, count - 1)])].sort((one, other) => one - other)
}

function placesOf(virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>): readonly RowPlace[] {
  const places: RowPlace[] = []
  let end = 0
  for (const { index, start, end: below } of virtualizer.getVirtualItems()) {
    if (start > end) {
      places.push({ kind: 'room', before: index, height: start - end })
    }
    places.push({ kind: 'row', index })
    end = below
  }
  const total = virtualizer.getTotalSize()
  return total > end ? [...places, { kind: 'room', before: virtualizer.options.count, height: total - end }] : places
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
