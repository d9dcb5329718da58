import { flagIsGiven, flagIsOn } from '../cli/command-line'
import { shortId } from '../format/container-columns'
import { truncateWithEllipsis } from '../format/ellipsis'
import { formatHumanDuration } from '../format/human-duration'
import { formatHumanSize } from '../format/human-size'
import { HISTORY_LIST } from '../format/list-layouts'
import { formatRfc3339 } from '../format/timestamp'
import type { HistoryEntry, Image } from '../image/image'
import { findImage } from '../image/store'
import { type Call, daemonError, type Ending } from './call'
import { printListing } from './listing'

interface HistoryRow {
  readonly entry: HistoryEntry
  /** Bytes of its layer; 0 where it has none. */
  readonly size: number
  /** Id of the image after this step, or null where only the building machine has it. */
  readonly id: string | null
}

const CREATED_BY_WIDTH = 45
const MISSING = '<missing>'

/** `docker history` */
export function history(call: Call): Ending {
  const { command, transaction } = call
  const found = findImage(transaction.state, command.args[0] ?? '')
  if (!found.ok) return daemonError(call, found.message)
  const noTrunc = flagIsOn(command, 'no-trunc')
  const human = !flagIsGiven(command, 'human') || flagIsOn(command, 'human')
  const { clock } = transaction.state
  return printListing(call, {
    layout: HISTORY_LIST,
    rows: rowsOf(found.image),
    columns: ['ID', human ? 'CreatedSince' : 'CreatedAt', 'CreatedBy', 'Size', 'Comment'],
    fields: {
      Comment: ({ entry }) => entry.comment,
      CreatedAt: ({ entry }) => formatRfc3339(Date.parse(entry.created)),
      CreatedBy: ({ entry }) => {
        const text = entry.createdBy.replaceAll('\t', ' ')
        return noTrunc ? text : truncateWithEllipsis(text, CREATED_BY_WIDTH)
      },
      CreatedSince: ({ entry }) => `${formatHumanDuration(clock - Date.parse(entry.created))} ago`,
      ID: ({ id }) => (id === null ? MISSING : noTrunc ? id : shortId(id)),
      Size: ({ size }) => (human ? formatHumanSize(size) : String(size)),
    },
  })
}

/** Newest step first; the top one is the image itself. */
function rowsOf(image: Image): readonly HistoryRow[] {
  let layer = 0
  const rows = image.history.map((entry, index): HistoryRow => {
    const size = entry.empty ? 0 : (image.layers[layer]?.size ?? 0)
    if (!entry.empty) layer += 1
    const isTop = index === image.history.length - 1
    return { entry, size, id: isTop ? image.id : (entry.imageId ?? null) }
  })
  return rows.toReversed()
}
