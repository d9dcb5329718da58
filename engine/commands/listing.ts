import { flagIsOn, flagText } from '../cli/command-line'
import { formatTable } from '../format/table'
import type { Json } from '../json'
import type { Call } from './call'
import { print } from './call'
import { printTemplateRows } from './listing-template'

/** A list command's table: how each field of a row is worked out, and which make the columns. */
export interface Listing<T> {
  readonly rows: readonly T[]
  /** Every field a template may name; the row's type in the client's words for its errors. */
  readonly fields: Readonly<Record<string, (row: T) => Json>>
  readonly headers: Readonly<Record<string, string>>
  /** Fields of the table that is printed without --format. */
  readonly columns: readonly string[]
  /** The field --quiet prints. */
  readonly quiet: string
  /** `formatter.ContainerContext` */
  readonly typeName: string
  /** The client tries the template on an empty row before it asks the engine (`ps`). */
  readonly triesFirst?: boolean
}

/** Prints a list as its flags --quiet and --format ask. Returns the exit code. */
export function printListing<T>(call: Call, listing: Listing<T>): number {
  const format = flagText(call.command, 'format') ?? ''
  const quiet = flagIsOn(call.command, 'quiet')
  if (quiet && (format === '' || format === 'table')) {
    print(call, listing.rows.map((row) => `${textOf(listing, row, listing.quiet)}\n`).join(''))
    return 0
  }
  if (format !== '' && format !== 'table') return printTemplateRows(call, listing, format)
  const headers = listing.columns.map((column) => listing.headers[column] ?? '')
  const rows = listing.rows.map((row) => listing.columns.map((column) => textOf(listing, row, column)))
  print(call, formatTable(headers, rows))
  return 0
}

function textOf<T>(listing: Listing<T>, row: T, field: string): string {
  const value = listing.fields[field]?.(row) ?? ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
