import type { ClientVersion } from '../cli/client-version'
import { familiarReference } from '../reference/print-reference'
import { dockerReferenceRules, parseReference } from '../reference/reference'
import { truncateWithEllipsis } from './ellipsis'
import { quoteGo } from './go-quote'
import { formatHumanSize } from './human-size'

const COMMAND_WIDTH = 20
const SHORT_ID_LENGTH = 12
const MOUNT_WIDTH = 15

/** The COMMAND column: the command and its arguments in double quotes, cut to twenty columns unless `noTrunc`. */
export function formatCommandColumn(command: string, noTrunc: boolean): string {
  return quoteGo(noTrunc ? command : truncateWithEllipsis(command, COMMAND_WIDTH))
}

/** The first twelve hexadecimal digits of an id, without its `sha256:`. */
export function shortId(id: string): string {
  const start = id.indexOf(':') + 1
  return id.slice(start, start + SHORT_ID_LENGTH)
}

/**
 * The IMAGE column (docker/cli `ContainerContext.Image`): unless `noTrunc`, an id of the image, or the image by that
 * digest, is cut to twelve digits; a name is made familiar and loses its digest.
 */
export function formatImageColumn(image: string, imageId: string, noTrunc: boolean, client: ClientVersion): string {
  if (image === '') return '<no image>'
  if (noTrunc) return image
  const short = shortId(imageId)
  if (short === shortId(image)) return short
  const parsed = parseReference(image, dockerReferenceRules(client))
  return parsed.ok ? familiarReference({ ...parsed.reference, digest: null }) : image
}

/** The SIZE column of `ps -s`: `1.09kB (virtual 133MB)`. */
export function formatContainerSize(writableBytes: number, virtualBytes: number): string {
  const own = formatHumanSize(writableBytes)
  return virtualBytes > 0 ? `${own} (virtual ${formatHumanSize(virtualBytes)})` : own
}

/** The NAMES column: the container's own name; with `noTrunc` also those that links give it (they have a second slash). */
export function formatNamesColumn(names: readonly string[], noTrunc: boolean): string {
  const bare = names.map((name) => (name.startsWith('/') ? name.slice(1) : name))
  const own = noTrunc ? undefined : bare.find((name) => !name.includes('/'))
  return own ?? bare.join(',')
}

/** The LABELS column: `key=value` pairs by key. */
export function formatLabels(labels: Readonly<Record<string, string>>): string {
  return Object.keys(labels)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((key) => `${key}=${labels[key]}`)
    .join(',')
}

/** The MOUNTS column: volume names or host paths, each cut to fifteen columns unless `noTrunc`. */
export function formatMountsColumn(mounts: readonly string[], noTrunc: boolean): string {
  return mounts.map((mount) => (noTrunc ? mount : truncateWithEllipsis(mount, MOUNT_WIDTH))).join(',')
}
