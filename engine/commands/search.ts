import { flagIsOn, flagNumber, flagTexts } from '../cli/command-line'
import { truncateWithEllipsis } from '../format/ellipsis'
import { SEARCH_LIST } from '../format/list-layouts'
import { invalidFilter } from '../refusals'
import type { Hub, SearchRow } from '../registry/hub'
import { collectFilters, type Filters, unknownFilterKey } from '../specs/filter'
import { type Call, daemonError, type Ending, isClient20 } from './call'
import { printListing } from './listing'

const DESCRIPTION_WIDTH = 45

/** `docker search` */
export function search(call: Call): Ending {
  const { command, io, transaction } = call
  const term = command.args[0] ?? ''
  const filters = collectFilters(flagTexts(command, 'filter'))
  const unknown = unknownFilterKey('search', filters)
  if (unknown !== null) return daemonError(call, invalidFilter(call.transaction.state.rules, unknown))
  const wrong = filters.stars?.find((text) => !/^[+-]?\d+$/.test(text))
  if (wrong !== undefined) return daemonError(call, invalidFilter(transaction.state.rules, `stars=${wrong}`))
  const limit = flagNumber(command, 'limit') ?? 25
  if (limit < 0 || limit > 100) return daemonError(call, `Limit ${limit} is outside the range of [1, 100]`)
  if (!transaction.state.host.online) {
    return daemonError(
      call,
      `Get "https://index.docker.io/v1/search?q=${term}&n=${limit}": dial tcp: lookup index.docker.io on 192.168.1.1:53: no such host`,
    )
  }
  const found = foundBy(io.hub.search, term)
  const rows = found.filter((row) => passes(row, filters)).slice(0, limit === 0 ? 25 : limit)
  const noTrunc = flagIsOn(command, 'no-trunc')
  return printListing(call, {
    layout: SEARCH_LIST,
    rows,
    columns: ['Name', 'Description', 'StarCount', 'IsOfficial', ...(isClient20(call) ? ['IsAutomated'] : [])],
    fields: {
      Description: (row) => {
        const text = row.description.replaceAll(/[\n\r]/g, ' ')
        return noTrunc ? text : truncateWithEllipsis(text, DESCRIPTION_WIDTH)
      },
      IsAutomated: (row) => (row.automated ? '[OK]' : ''),
      IsOfficial: (row) => (row.official ? '[OK]' : ''),
      Name: (row) => row.name,
      StarCount: (row) => String(row.stars),
    },
  })
}

/** Rows kept for that very term; otherwise those of all (under the empty term) whose name or description has it. */
function foundBy(search: Hub['search'], term: string): readonly SearchRow[] {
  if (Object.hasOwn(search, term)) return search[term] ?? []
  const wanted = term.toLowerCase()
  const rows = (search[''] ?? []).filter((row) => `${row.name} ${row.description}`.toLowerCase().includes(wanted))
  return rows.toSorted(
    (one, other) => Number(other.name === term) - Number(one.name === term) || other.stars - one.stars,
  )
}

function passes(row: SearchRow, filters: Filters): boolean {
  const stars = filters.stars ?? []
  if (!stars.every((text) => row.stars >= Number(text))) return false
  const isYes = (text: string) => /^(?:1|t|true)$/i.test(text)
  if (!(filters['is-official'] ?? []).every((text) => row.official === isYes(text))) return false
  return (filters['is-automated'] ?? []).every((text) => row.automated === isYes(text))
}
