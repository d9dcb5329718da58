import { recordEvent } from '../events/event'
import { connectTo } from '../network/reach'
import {
  canonicalName,
  canonicalReference,
  familiarName,
  familiarReference,
  withDefaultTag,
} from '../reference/print-reference'
import type { ImageReference } from '../reference/reference'
import { type Hub, hubTag, repositoryNamed } from '../registry/hub'
import type { EngineState, Transaction } from '../state'
import type { Image } from './image'
import { findNamed, hasLayer, nameImage, storeImage } from './store'

/** What the engine reports while it pulls, line by line, or why it refuses. */
export type PullResult =
  | { readonly ok: true; readonly lines: readonly string[]; readonly image: Image; readonly isNewer: boolean }
  | { readonly ok: false; readonly lines: readonly string[]; readonly error: string }

/** Pulls what a reference names (without tag or digest: `latest`) from the catalogue or from what was pushed. */
export function pullImage(transaction: Transaction, hub: Hub, given: ImageReference): PullResult {
  const reference = withDefaultTag(given)
  const refusal = refusalOf(transaction.state, hub, reference)
  if (refusal !== null) return { ok: false, lines: [], error: refusal }
  const found = remoteImage(transaction.state, hub, reference)
  if (found === null) {
    const error = `manifest for ${familiarReference(reference)} not found: manifest unknown: manifest unknown`
    return { ok: false, lines: [], error }
  }
  const head = reference.digest === null ? (reference.tag ?? '') : canonicalReference(reference)
  const lines = [`${head}: Pulling from ${reference.path}`]
  const before = findNamed(transaction.state, reference)
  const isKnown = transaction.state.images.some((image) => image.id === found.image.id)
  if (!isKnown) lines.push(...layerLines(transaction.state, found.image))
  const isNewer = before?.imageId !== found.image.id
  store(transaction, reference, found.digest, found.image)
  lines.push(`Digest: ${found.digest}`)
  lines.push(
    `Status: ${isNewer ? 'Downloaded newer image' : 'Image is up to date'} for ${familiarReference(reference)}`,
  )
  return { ok: true, lines, image: found.image, isNewer }
}

function layerLines(state: EngineState, image: Image): readonly string[] {
  return image.layers.map((layer) => {
    const id = layer.digest.slice('sha256:'.length, 'sha256:'.length + 12)
    return `${id}: ${hasLayer(state, layer.chainId) ? 'Already exists' : 'Pull complete'}`
  })
}

function store(transaction: Transaction, reference: ImageReference, digest: string, image: Image): void {
  const repository = canonicalName(reference)
  storeImage(transaction, image)
  if (reference.tag !== null)
    nameImage(transaction, { repository, tag: reference.tag, digest: null, imageId: image.id })
  const isNamed = transaction.state.references.some((one) => one.repository === repository && one.digest === digest)
  if (!isNamed) nameImage(transaction, { repository, tag: null, digest, imageId: image.id })
  const id = familiarReference(reference)
  recordEvent(transaction, {
    type: 'image',
    action: 'pull',
    id,
    attributes: { ...image.config.Labels, name: familiarName(reference) },
  })
}

/** The tags of a repository, the last pushed first; null where a registry gives nothing. */
export function remoteTags(state: EngineState, hub: Hub, reference: ImageReference): readonly string[] {
  const name = canonicalName(reference)
  const known = (repositoryNamed(hub, name)?.tags ?? []).map((row) => row.tag)
  const pushed = state.pushed.filter((one) => one.repository === name).map((one) => one.tag)
  return [...new Set([...known, ...pushed])].toSorted()
}

/** What a registry has under a name, without storing it; `refused`: no such repository, or none this user may read. */
export function lookUpRemote(state: EngineState, hub: Hub, given: ImageReference): RemoteImage | 'refused' | 'absent' {
  const reference = withDefaultTag(given)
  if (refusalOf(state, hub, reference) !== null) return 'refused'
  return remoteImage(state, hub, reference) ?? 'absent'
}

/** Why a registry gives nothing: no network, no such repository, or a private one. */
function refusalOf(state: EngineState, hub: Hub, reference: ImageReference): string | null {
  if (!state.host.online) return offlineError(reference)
  if (reference.domain === 'docker.io' && reference.path === 'library/scratch') return "'scratch' is a reserved name"
  const name = canonicalName(reference)
  const repository = repositoryNamed(hub, name)
  const isPushed = state.pushed.some((one) => one.repository === name)
  const owner = reference.path.split('/', 1)[0]
  const mayRead = repository?.private !== true || state.credentials[reference.domain]?.user === owner
  if (repository !== null && mayRead) return null
  if (reference.domain !== 'docker.io') return runsRegistry(state, reference.domain) ? null : registryError(reference)
  if (isPushed && mayRead) return null
  return `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`
}

/** Whether a registry of one's own listens at `host:port`. */
function runsRegistry(state: EngineState, domain: string): boolean {
  const [host = '', port = '443'] = domain.split(':')
  const reached = connectTo(state, 'host', host, Number(port))
  return reached.ok && reached.peer.program === 'registry'
}

function offlineError(reference: ImageReference): string {
  const host = reference.domain === 'docker.io' ? 'registry-1.docker.io' : reference.domain
  return `Get "https://${host}/v2/": dial tcp: lookup ${host.split(':')[0]} on 192.168.1.1:53: no such host`
}

function registryError({ domain, path, tag }: ImageReference): string {
  const isLocal = /^(?:localhost|127\.)/.test(domain)
  if (isLocal)
    return `Get "http://${domain}/v2/": dial tcp ${domain.replace('localhost', '127.0.0.1')}: connect: connection refused`
  return tag === null || path === ''
    ? 'manifest unknown'
    : `Get "https://${domain}/v2/": dial tcp: lookup ${domain.split(':')[0]}: no such host`
}

export interface RemoteImage {
  readonly image: Image
  readonly digest: string
}

function remoteImage(state: EngineState, hub: Hub, reference: ImageReference): RemoteImage | null {
  const name = canonicalName(reference)
  const pushed = state.pushed.find(
    (one) =>
      one.repository === name &&
      (reference.digest === null ? one.tag === reference.tag : one.digest === reference.digest),
  )
  if (pushed !== undefined) return { image: pushed.image, digest: pushed.digest }
  const repository = repositoryNamed(hub, name)
  return repository === null ? null : hubTag(repository, reference)
}
