import type { Container } from '../container/container'
import { isRunning } from '../container/lookup'
import { recordEvent } from '../events/event'
import { shortId } from '../format/container-columns'
import type { EngineState, Transaction } from '../state'
import type { Image, NamedImage } from './image'
import { familiarNamed, familiarRepository, findImage, hasLayer, namesOf, removeName } from './store'

export type RemoveResult =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly error: string; readonly reason: 'absent' | 'conflict' }

export interface RemoveOptions {
  readonly force: boolean
  /** Parents without a name go too. */
  readonly prune: boolean
}

/** Removes a name of an image, and the image with its last name; the lines are what `docker rmi` prints. */
export function removeImage(transaction: Transaction, text: string, options: RemoveOptions): RemoveResult {
  const found = findImage(transaction.state, text)
  if (!found.ok) return { ok: false, error: found.message, reason: found.reason === 'absent' ? 'absent' : 'conflict' }
  return found.named === null
    ? removeById(transaction, found.image, options)
    : removeByName(transaction, found.image, found.named, text, options)
}

function removeByName(
  transaction: Transaction,
  image: Image,
  named: NamedImage,
  text: string,
  options: RemoveOptions,
): RemoveResult {
  const { state } = transaction
  const names = namesOf(state, image.id)
  const isLast = !names.some((name) => name.tag !== null && name !== named)
  const isDigest = named.tag === null
  const user = usersOf(state, image)[0]
  if (isLast && !isDigest && user !== undefined && !options.force) {
    const error = `conflict: unable to remove repository reference "${text}" (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(image.id)}`
    return { ok: false, error, reason: 'conflict' }
  }
  const lines = untag(transaction, named)
  if (!isLast) {
    const sameRepository = names.some(
      (name) => name !== named && name.tag !== null && name.repository === named.repository,
    )
    const digests = names.filter((name) => name.tag === null && name.repository === named.repository)
    return {
      ok: true,
      lines: sameRepository ? lines : [...lines, ...digests.flatMap((name) => untag(transaction, name))],
    }
  }
  for (const name of names) if (name.tag === null && name !== named) lines.push(...untag(transaction, name))
  if (usersOf(state, image).some(isRunning)) return { ok: true, lines }
  if (isParentOf(transaction.state, image)) return { ok: true, lines }
  return { ok: true, lines: [...lines, ...deleteImage(transaction, image, options)] }
}

function removeById(transaction: Transaction, image: Image, options: RemoveOptions): RemoveResult {
  const { state } = transaction
  const names = namesOf(state, image.id)
  const conflict = conflictOf(state, image, names, options)
  if (conflict !== null) return { ok: false, error: conflict, reason: 'conflict' }
  const lines = names.flatMap((name) => untag(transaction, name))
  return { ok: true, lines: [...lines, ...deleteImage(transaction, image, options)] }
}

function conflictOf(
  state: EngineState,
  image: Image,
  names: readonly NamedImage[],
  { force }: RemoveOptions,
): string | null {
  const id = shortId(image.id)
  const cannot = (kind: 'cannot be forced' | 'must be forced', why: string) =>
    `conflict: unable to delete ${id} (${kind}) - ${why}`
  const users = usersOf(state, image)
  const running = users.find(isRunning)
  if (running !== undefined)
    return cannot('cannot be forced', `image is being used by running container ${shortId(running.id)}`)
  if (isParentOf(state, image)) return cannot('cannot be forced', 'image has dependent child images')
  const repositories = new Set(names.map((name) => name.repository))
  const tags = names.filter((name) => name.tag !== null)
  if (!force && (repositories.size > 1 || tags.length > 1))
    return cannot('must be forced', 'image is referenced in multiple repositories')
  const stopped = users[0]
  if (!force && stopped !== undefined)
    return cannot('must be forced', `image is being used by stopped container ${shortId(stopped.id)}`)
  return null
}

function usersOf(state: EngineState, image: Image): readonly Container[] {
  return state.containers.filter((container) => container.image.id === image.id)
}

function isParentOf(state: EngineState, image: Image): boolean {
  return state.images.some((other) => other.parent === image.id)
}

function untag(transaction: Transaction, named: NamedImage): string[] {
  removeName(transaction, named)
  const text =
    named.tag === null ? `${familiarRepository(named.repository)}@${named.digest ?? ''}` : familiarNamed(named)
  recordEvent(transaction, { type: 'image', action: 'untag', id: named.imageId, attributes: { name: named.imageId } })
  return [`Untagged: ${text}`]
}

/** Takes the image away and reports its id, then each layer nothing else uses, the topmost first. */
function deleteImage(transaction: Transaction, image: Image, options: RemoveOptions): readonly string[] {
  const { state } = transaction
  transaction.state = { ...state, images: state.images.filter((one) => one.id !== image.id) }
  recordEvent(transaction, { type: 'image', action: 'delete', id: image.id, attributes: { name: image.id } })
  const gone = image.layers.filter((layer) => !hasLayer(transaction.state, layer.chainId)).toReversed()
  const lines = [`Deleted: ${image.id}`]
  const parent = transaction.state.images.find((one) => one.id === image.parent)
  const isFree = parent !== undefined && options.prune && namesOf(transaction.state, parent.id).length === 0
  if (isFree && !isParentOf(transaction.state, parent) && usersOf(transaction.state, parent).length === 0) {
    const own = gone.filter((layer) => !parent.layers.includes(layer))
    return [...lines, ...own.map((layer) => `Deleted: ${layer.chainId}`), ...deleteImage(transaction, parent, options)]
  }
  return [...lines, ...gone.map((layer) => `Deleted: ${layer.chainId}`)]
}
