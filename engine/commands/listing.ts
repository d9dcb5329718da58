import { flagIsOn, flagText } from '../cli/command-line'
import { formatList, type ListRow } from '../format/list-formatter'
import type { ListLayout } from '../format/list-layouts'
import type { Json } from '../json'
import { type Call, print, printError } from './call'

/** What a list command shows: its layout, its rows, and how each field of a row is worked out. */
export interface Listing<T> {
  readonly layout: ListLayout
  readonly rows: readonly T[]
  readonly fields: Readonly<Record<string, (row: T) => Json>>
  /** The default table's columns where they are not the layout's. */
  readonly columns?: readonly string[]
  /** The client tries the template on an empty row before it asks the engine (`ps`). */
  readonly triesFirst?: boolean
}

/** Prints a list as its flags --quiet and --format ask. Returns the exit code. */
export function printListing<T>(call: Call, listing: Listing<T>): number {
  const { layout, columns = layout.columns } = listing
  const { client } = call.command
  const format = flagText(call.command, 'format') ?? ''
  const quiet = flagIsOn(call.command, 'quiet')
  const isDefault = format === '' || format === 'table'
  const needed = isDefault ? (quiet ? [layout.quiet] : columns) : Object.keys(listing.fields)
  const rows = listing.rows.map((row) => rowOf(listing, row, needed))
  const probe = listing.triesFirst === true && !isDefault ? { probe: blankRow(listing) } : {}
  const formatted = formatList({ layout, rows, format, quiet, client, columns, ...probe })
  print(call, formatted.stdout)
  if (formatted.stderr !== '') printError(call, formatted.stderr)
  return formatted.exitCode
}

/** Only the fields that will be shown: working them all out would be most of the cost of a list. */
function rowOf<T>({ fields }: Listing<T>, row: T, needed: readonly string[]): ListRow {
  return Object.fromEntries(needed.map((name) => [name, fieldValue(fields[name], row)]))
}

/** Null stays null: a template prints it as JSON does. */
function fieldValue<T>(read: ((row: T) => Json) | undefined, row: T): Json {
  return read === undefined ? '' : read(row)
}

function blankRow<T>({ fields }: Listing<T>): ListRow {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, name === 'Platform' ? null : '']))
}
