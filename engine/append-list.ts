/** A list that only grows at its end, in pieces: adding an item copies one piece instead of everything. */
export type AppendList<T> = {
  readonly full: readonly (readonly T[])[]
  readonly last: readonly T[]
}

const PIECE_LENGTH = 32

const EMPTY: AppendList<never> = { full: [], last: [] }

export function emptyList(): AppendList<never> {
  return EMPTY
}

/** The list with one more item; of more than `maxPieces` full pieces the oldest goes. */
export function appendItem<T>(list: AppendList<T>, item: T, maxPieces = Number.POSITIVE_INFINITY): AppendList<T> {
  if (list.last.length < PIECE_LENGTH) return { full: list.full, last: [...list.last, item] }
  const full = list.full.length >= maxPieces ? list.full.slice(1) : list.full
  return { full: [...full, list.last], last: [item] }
}

export function listItems<T>(list: AppendList<T>): readonly T[] {
  return list.full.length === 0 ? list.last : [...list.full.flat(), ...list.last]
}

export function listLength<T>(list: AppendList<T>): number {
  return list.full.length * PIECE_LENGTH + list.last.length
}
