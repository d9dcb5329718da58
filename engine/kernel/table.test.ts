import { describe, expect, it } from 'vitest'
import { appendRow, changeRows, findRow, replaceRow, rowsOf, type Table } from './table'

interface Row {
  readonly number: number
  readonly text: string
}

const numberOf = (row: Row): number => row.number

function tableOf(count: number): Table<Row> {
  let table: Table<Row> = []
  for (let number = 0; number < count; number += 1) table = appendRow(table, { number: number * 2, text: 'old' })
  return table
}

describe('a table in pieces', () => {
  it('keeps its rows in order and finds each by its number', () => {
    const table = tableOf(100)
    expect(rowsOf(table).map(numberOf)).toEqual(Array.from({ length: 100 }, (_, index) => index * 2))
    expect(rowsOf(table).map((row) => findRow(table, numberOf, row.number))).toEqual(rowsOf(table))
    expect([-1, 31, 199, 500].map((number) => findRow(table, numberOf, number))).toEqual([null, null, null, null])
    expect(findRow([], numberOf, 1)).toBeNull()
  })

  it('replaces a row by copying its piece only, and never brings one back', () => {
    const table = tableOf(100)
    const replaced = replaceRow(table, numberOf, { number: 64, text: 'new' })
    expect(rowsOf(replaced).filter((row) => row.text === 'new')).toEqual([{ number: 64, text: 'new' }])
    expect(replaced.filter((piece, index) => piece !== table[index])).toHaveLength(1)
    expect(replaceRow(table, numberOf, { number: 65, text: 'new' })).toBe(table)
  })

  it('takes rows out and changes them, and stays the same where nothing changes', () => {
    const table = tableOf(40)
    const changed = changeRows(table, (row) =>
      row.number < 40 ? null : row.number === 50 ? { ...row, text: 'new' } : row,
    )
    expect(rowsOf(changed)).toEqual(
      rowsOf(table).flatMap((row) => (row.number < 40 ? [] : [row.number === 50 ? { number: 50, text: 'new' } : row])),
    )
    expect(changeRows(table, (row) => row)).toBe(table)
    expect(changeRows(table, () => null)).toEqual([])
  })
})
