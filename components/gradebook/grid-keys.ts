'use client'

import { type KeyboardEvent, type RefObject, useEffect } from 'react'

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}

/**
 * The keys of a grid (WAI-ARIA grid pattern): one cell is in the tab order, arrows move among those marked
 * `data-grid-cell`. The focus is moved in the document, so that a class of 500 need not be drawn anew at each key.
 */
export function useGridKeys(table: RefObject<HTMLTableElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    const cells = cellsOf(table.current)
    if (!cells.flat().some((cell) => cell.tabIndex === 0)) {
      cells[0]?.[0]?.setAttribute('tabindex', '0')
    }
  })
  return (event) => {
    const step = STEPS[event.key]
    const cells = cellsOf(table.current)
    const row = cells.findIndex((inRow) => inRow.some((cell) => cell === event.target))
    const column = cells[row]?.findIndex((cell) => cell === event.target) ?? -1
    if (step === undefined || row < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    event.preventDefault()
    const target = cells[bounded(row + step[0], cells.length)]
    const cell = target?.[bounded(column + step[1], target.length)]
    for (const other of cells.flat()) {
      other.tabIndex = other === cell ? 0 : -1
    }
    cell?.focus()
  }
}

function cellsOf(table: HTMLTableElement | null): readonly (readonly HTMLElement[])[] {
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])]
  return rows.map((row) => [...row.querySelectorAll<HTMLElement>('[data-grid-cell]')])
}

function bounded(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1)
}
