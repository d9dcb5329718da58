import { flagIsOn, flagText, flagTexts } from '../cli/command-line'
import { shortId } from '../format/container-columns'
import { formatHumanDuration } from '../format/human-duration'
import { formatHumanSize } from '../format/human-size'
import { formatImageTree } from '../format/image-tree-table'
import { IMAGE_DIGEST_COLUMNS, IMAGE_LIST } from '../format/list-layouts'
import { formatGoTime } from '../format/timestamp'
import type { Image, NamedImage } from '../image/image'
import { imageSize } from '../image/root'
import { familiarRepository } from '../image/store'
import { invalidFilter } from '../refusals'
import { collectFilters, unknownFilterKey } from '../specs/filter'
import type { EngineState } from '../state'
import { type Call, daemonError, type Ending, print } from './call'
import { filterImages } from './image-filter'
import { type Listing, printListing } from './listing'

/** One line of `docker images`: an image under one of its names. */
export interface ImageRow {
  readonly image: Image
  readonly repository: string
  readonly tag: string
  readonly digest: string
}

const NONE = '<none>'

/** `docker images` */
export function images(call: Call): Ending {
  const { command, transaction } = call
  const { state } = transaction
  const [pattern] = command.args
  const filters = collectFilters(flagTexts(command, 'filter'))
  const unknown = unknownFilterKey('images', filters)
  if (unknown !== null) return daemonError(call, invalidFilter(call.transaction.state.rules, unknown))
  const filtered = filterImages(state, newestFirst(state), filters, pattern ?? null, flagIsOn(command, 'all'))
  if (!filtered.ok) return daemonError(call, filtered.error)
  const withDigests = flagIsOn(command, 'digests')
  const rows = filtered.images.flatMap(({ image, names }) => rowsOf(image, names, withDigests))
  const isTree = command.client === '29' && !flagIsOn(command, 'quiet') && (flagText(command, 'format') ?? '') === ''
  return isTree ? printTree(call, rows) : printListing(call, imageListing(call, rows))
}

/** The layout since 29.0. */
function printTree(call: Call, rows: readonly ImageRow[]): number {
  const { state } = call.transaction
  const tree = rows.map(({ image, repository, tag }) => ({
    name: tag === NONE ? null : `${repository}:${tag}`,
    id: shortId(image.id),
    diskUsage: image.layers.reduce((sum, layer) => sum + layer.tarSize, 0),
    contentSize: imageSize(image.layers),
    inUse: state.containers.some((container) => container.image.id === image.id),
  }))
  print(call, formatImageTree(tree, call.invocation.terminal.stdout ? call.invocation.columns : null))
  return 0
}

/** Images by their date of creation, the newest first. */
function newestFirst(state: EngineState): readonly Image[] {
  return state.images.toSorted((one, other) => (one.created < other.created ? 1 : one.created > other.created ? -1 : 0))
}

function rowsOf(image: Image, names: readonly NamedImage[], withDigests: boolean): readonly ImageRow[] {
  const tagged = names.filter((name) => name.tag !== null)
  const digests = names.filter((name) => name.tag === null)
  const digestOf = (repository: string) => digests.find((one) => one.repository === repository)?.digest ?? NONE
  const rows = tagged.map(
    ({ repository, tag }): ImageRow => ({
      image,
      repository: familiarRepository(repository),
      tag: tag ?? NONE,
      digest: digestOf(repository),
    }),
  )
  const bare = digests
    .filter((one) => !tagged.some((name) => name.repository === one.repository))
    .map(
      (one): ImageRow => ({
        image,
        repository: familiarRepository(one.repository),
        tag: NONE,
        digest: one.digest ?? NONE,
      }),
    )
  const all = [...rows, ...bare]
  if (all.length > 0) return withDigests ? all : distinctNames(all)
  return [{ image, repository: NONE, tag: NONE, digest: NONE }]
}

function distinctNames(rows: readonly ImageRow[]): readonly ImageRow[] {
  return rows.filter(
    (row, index) => rows.findIndex((one) => one.repository === row.repository && one.tag === row.tag) === index,
  )
}

/** The rows of `docker images` with all their fields. */
export function imageListing(call: Call, rows: readonly ImageRow[]): Listing<ImageRow> {
  const { command, transaction } = call
  const { clock } = transaction.state
  const noTrunc = flagIsOn(command, 'no-trunc')
  const withDigests = flagIsOn(command, 'digests')
  const size = (row: ImageRow) => formatHumanSize(imageSize(row.image.layers))
  return {
    layout: IMAGE_LIST,
    rows,
    ...(withDigests ? { columns: IMAGE_DIGEST_COLUMNS } : {}),
    fields: {
      Containers: () => 'N/A',
      CreatedAt: (row) => formatGoTime(Date.parse(row.image.created)),
      CreatedSince: (row) => createdSince(row.image, clock),
      Digest: (row) => (withDigests ? row.digest : NONE),
      ID: (row) => (noTrunc ? row.image.id : shortId(row.image.id)),
      Repository: (row) => row.repository,
      SharedSize: () => 'N/A',
      Size: size,
      Tag: (row) => row.tag,
      UniqueSize: () => 'N/A',
      VirtualSize: size,
    },
  }
}

/** An image without a date (built for reproducibility) shows `N/A`. */
function createdSince(image: Image, clock: number): string {
  const at = Date.parse(image.created)
  return at <= 0 || Number.isNaN(at) ? 'N/A' : `${formatHumanDuration(clock - at)} ago`
}
