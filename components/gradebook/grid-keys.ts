'use client'

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/** Where the focus is in a grid, from 0; a row's number is its `data-index`. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

const FAR = Number.POSITIVE_INFINITY

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, -FAR],
  End: [0, FAR],
  'Ctrl+Home': [-FAR, -FAR],
  'Ctrl+End': [FAR, FAR],
}

/**
 * The keys of a grid (WAI-ARIA grid pattern): one cell is in the tab order, arrows move among those marked
 * `data-grid-cell`. The focus is moved in the document, so that a class of 500 need not be drawn anew at each key; a
 * row that is not drawn is revealed first.
 * @param place where the focus is; this hook keeps it up to date.
 */
export function useGridKeys(
  table: RefObject<HTMLTableElement | null>,
  place: RefObject<GridPlace>,
  rowCount: number,
  reveal: (row: number) => void,
): { readonly onKeyDown: (event: KeyboardEvent) => void; readonly onFocus: (event: FocusEvent) => void } {
  const awaited = useRef(false)
  useEffect(() => {
    const cell = cellAt(table.current, place.current)
    makeTabbable(table.current, cell ?? table.current?.querySelector<HTMLElement>('[data-grid-cell]') ?? null)
    if (awaited.current && cell !== null) {
      awaited.current = false
      cell.focus()
    }
  })
  return {
    onFocus: (event) => {
      place.current = placeOf(event.target) ?? place.current
    },
    onKeyDown: (event) => {
      const step = STEPS[event.ctrlKey ? `Ctrl+${event.key}` : event.key]
      const from = placeOf(event.target)
      if (step === undefined || from === null || event.metaKey || event.altKey) {
        return
      }
      event.preventDefault()
      place.current = {
        row: bounded(from.row + step[0], rowCount),
        column: bounded(from.column + step[1], cellsOf(event.target).length),
      }
      reveal(place.current.row)
      const cell = cellAt(table.current, place.current)
      awaited.current = cell === null
      makeTabbable(table.current, cell)
      cell?.focus()
    },
  }
}

function cellsOf(target: EventTarget | null): readonly HTMLElement[] {
  const row = target instanceof Element ? target.closest('tr') : null
  return [...(row?.querySelectorAll<HTMLElement>('[data-grid-cell]') ?? [])]
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof HTMLElement)) {
    return null
  }
  const column = cellsOf(target).indexOf(target)
  const row = target.closest('tr')?.dataset.index
  return column < 0 || row === undefined ? null : { row: Number(row), column }
}

function cellAt(table: HTMLTableElement | null, { row, column }: GridPlace): HTMLElement | null {
  return cellsOf(table?.querySelector(`tr[data-index="${String(row)}"]`) ?? null)[column] ?? null
}

function makeTabbable(table: HTMLTableElement | null, cell: HTMLElement | null): void {
  if (cell === null || cell.tabIndex === 0) {
    return
  }
  for (const other of table?.querySelectorAll<HTMLElement>('[data-grid-cell][tabindex="0"]') ?? []) {
    other.tabIndex = -1
  }
  cell.tabIndex = 0
}

function bounded(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1)
}
