/** Rows in ascending order of their number, in pieces: replacing one copies one piece instead of everything. */
export type Table<Row> = readonly (readonly Row[])[]

/** What gives a row's number. */
export type Numbering<Row> = (row: Row) => number

const pieceLength = 16

/** All rows, in order. */
export function rowsOf<Row>(table: Table<Row>): readonly Row[] {
  const [first = []] = table
  return table.length <= 1 ? first : table.flat()
}

/** Index of the piece that may have that number: the last one that begins at or below it; -1 without one. */
function pieceIndex<Row>(table: Table<Row>, numberOf: Numbering<Row>, number: number): number {
  for (let index = table.length - 1; index >= 0; index -= 1) {
    const first = table[index]?.[0]
    if (first !== undefined && numberOf(first) <= number) return index
  }
  return -1
}

function indexIn<Row>(piece: readonly Row[], numberOf: Numbering<Row>, number: number): number {
  for (let index = piece.length - 1; index >= 0; index -= 1) {
    const row = piece[index]
    if (row !== undefined && numberOf(row) === number) return index
  }
  return -1
}

export function findRow<Row>(table: Table<Row>, numberOf: Numbering<Row>, number: number): Row | null {
  const piece = table[pieceIndex(table, numberOf, number)]
  return piece?.[indexIn(piece, numberOf, number)] ?? null
}

/** The table with the row of the same number replaced; a row that is gone stays gone. */
export function replaceRow<Row>(table: Table<Row>, numberOf: Numbering<Row>, row: Row): Table<Row> {
  const number = numberOf(row)
  const at = pieceIndex(table, numberOf, number)
  const piece = table[at]
  const index = piece === undefined ? -1 : indexIn(piece, numberOf, number)
  return piece === undefined || index < 0 ? table : table.with(at, piece.with(index, row))
}

/** The table with a row behind all others: its number is the highest. */
export function appendRow<Row>(table: Table<Row>, row: Row): Table<Row> {
  const last = table.at(-1)
  return last === undefined || last.length >= pieceLength
    ? [...table, [row]]
    : table.with(table.length - 1, [...last, row])
}

/** The table with each row changed (the same row: unchanged) or taken out (null). Pieces without a change stay. */
export function changeRows<Row>(table: Table<Row>, change: (row: Row) => Row | null): Table<Row> {
  let isSame = true
  const pieces: (readonly Row[])[] = []
  for (const piece of table) {
    const changed = changePiece(piece, change)
    if (changed !== piece) isSame = false
    if (changed.length > 0) pieces.push(changed)
  }
  return isSame ? table : pieces
}

function changePiece<Row>(piece: readonly Row[], change: (row: Row) => Row | null): readonly Row[] {
  let changed: Row[] | null = null
  for (let index = 0; index < piece.length; index += 1) {
    const row = piece[index]
    if (row === undefined) continue
    const next = change(row)
    if (next !== row && changed === null) changed = piece.slice(0, index)
    if (changed !== null && next !== null) changed.push(next)
  }
  return changed ?? piece
}
