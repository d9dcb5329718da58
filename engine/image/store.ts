import { canonicalName, familiarName } from '../reference/print-reference'
import { dockerReferenceRules, type ImageReference, parseAnyReference } from '../reference/reference'
import type { EngineState, Transaction } from '../state'
import type { Image, NamedImage } from './image'

export function imageWithId(state: EngineState, id: string): Image | null {
  return state.images.find((image) => image.id === id) ?? null
}

export type ImageLookup =
  | {
      readonly ok: true
      readonly image: Image /** The name that was meant, if it was no id. */
      readonly named: NamedImage | null
    }
  | { readonly ok: false; readonly reason: 'absent' | 'ambiguous' | 'invalid'; readonly message: string }

/** Finds a local image as the engine does: by full id, by name, then by an id's prefix. */
export function findImage(state: EngineState, text: string): ImageLookup {
  const parsed = parseAnyReference(text, dockerReferenceRules(state.profile.client))
  if (!parsed.ok) return byPrefix(state, text) ?? { ok: false, reason: 'invalid', message: parsed.error }
  if ('digest' in parsed) {
    const image = imageWithId(state, parsed.digest)
    return image === null
      ? { ok: false, reason: 'absent', message: `No such image: ${text}` }
      : { ok: true, image, named: null }
  }
  const named = findNamed(state, parsed.reference)
  const image = named === null ? null : imageWithId(state, named.imageId)
  if (named !== null && image !== null) return { ok: true, image, named }
  const withTag = parsed.reference.tag === null && parsed.reference.digest === null ? `${text}:latest` : text
  return byPrefix(state, text) ?? { ok: false, reason: 'absent', message: `No such image: ${withTag}` }
}

/** The local name a reference means; without tag and digest that is `latest`. */
export function findNamed(state: EngineState, reference: ImageReference): NamedImage | null {
  const repository = canonicalName(reference)
  if (reference.digest !== null) {
    return state.references.find((one) => one.repository === repository && one.digest === reference.digest) ?? null
  }
  const tag = reference.tag ?? 'latest'
  return state.references.find((one) => one.repository === repository && one.tag === tag) ?? null
}

function byPrefix(state: EngineState, text: string): ImageLookup | null {
  const digits = text.startsWith('sha256:') ? text.slice('sha256:'.length) : text
  if (!/^[0-9a-f]{1,64}$/.test(digits)) return null
  const matches = state.images.filter((image) => image.id.startsWith(`sha256:${digits}`))
  const [image] = matches
  if (image === undefined) return null
  if (matches.length > 1)
    return { ok: false, reason: 'ambiguous', message: `Multiple IDs found with provided prefix: ${digits}` }
  return { ok: true, image, named: null }
}

/** Names of an image, in the order they were given. */
export function namesOf(state: EngineState, imageId: string): readonly NamedImage[] {
  return state.references.filter((one) => one.imageId === imageId)
}

/** `nginx:latest`, or `nginx@sha256:…` */
export function familiarNamed(named: NamedImage): string {
  return familiarRepository(named.repository) + (named.tag === null ? `@${named.digest ?? ''}` : `:${named.tag}`)
}

/** `nginx` for docker.io/library/nginx. */
export function familiarRepository(repository: string): string {
  const slash = repository.indexOf('/')
  return familiarName({
    domain: repository.slice(0, slash),
    path: repository.slice(slash + 1),
    tag: null,
    digest: null,
  })
}

/** Adds an image unless it is known already. */
export function storeImage(transaction: Transaction, image: Image): void {
  const { state } = transaction
  if (imageWithId(state, image.id) === null) transaction.state = { ...state, images: [...state.images, image] }
}

/** Gives an image a name, taking it from the one that had it. */
export function nameImage(transaction: Transaction, name: NamedImage): void {
  const { state } = transaction
  const others = state.references.filter((one) => !isSameName(one, name))
  const images = state.images.map((image) =>
    image.id === name.imageId ? { ...image, lastTaggedAt: state.clock } : image,
  )
  transaction.state = { ...state, images, references: [...others, name] }
}

export function removeName(transaction: Transaction, name: NamedImage): void {
  const { state } = transaction
  transaction.state = { ...state, references: state.references.filter((one) => !isSameName(one, name)) }
}

function isSameName(one: NamedImage, other: NamedImage): boolean {
  return (
    one.repository === other.repository && one.tag === other.tag && (one.tag !== null || one.digest === other.digest)
  )
}

/** Whether a layer's chain is on this machine, in an image or under a container. */
export function hasLayer(state: EngineState, chainId: string): boolean {
  return (
    state.images.some((image) => image.layers.some((layer) => layer.chainId === chainId)) ||
    state.containers.some((container) => container.image.layers.some((layer) => layer.chainId === chainId))
  )
}
