import { flagIsOn } from '../cli/command-line'
import { digestOf } from '../entropy'
import { recordEvent } from '../events/event'
import type { Image, Layer } from '../image/image'
import { imageWithId, nameImage } from '../image/store'
import { connectTo } from '../network/reach'
import { canonicalName, familiarName, withDefaultTag } from '../reference/print-reference'
import { dockerReferenceRules, type ImageReference, parseReference } from '../reference/reference'
import { repositoryNamed } from '../registry/hub'
import { type Call, type Ending, print, printError } from './call'

/** `docker push`: without a tag `latest`, with --all-tags every tag of the repository. */
export function push(call: Call): Ending {
  const { command, transaction } = call
  const text = command.args[0] ?? ''
  const parsed = parseReference(text, dockerReferenceRules(command.client))
  if (!parsed.ok) return refuse(call, parsed.error)
  const { reference } = parsed
  const all = flagIsOn(command, 'all-tags')
  if (all && reference.tag !== null) return refuse(call, "tag can't be used with --all-tags/-a")
  if (!all && reference.tag === null) print(call, 'Using default tag: latest\n')
  const repository = canonicalName(reference)
  print(call, `The push refers to repository [${repository}]\n`)
  const rows = transaction.state.references.filter((one) => one.repository === repository && one.tag !== null)
  const tag = withDefaultTag(reference).tag
  const chosen = all
    ? rows.toSorted((one, other) => ((one.tag ?? '') < (other.tag ?? '') ? -1 : 1))
    : rows.filter((one) => one.tag === tag)
  if (chosen.length === 0) {
    const name = familiarName(reference)
    if (rows.length === 0) return refuse(call, `An image does not exist locally with the tag: ${name}`)
    return refuse(call, `tag does not exist: ${name}:${tag ?? ''}`)
  }
  for (const row of chosen) {
    const image = imageWithId(transaction.state, row.imageId)
    const refusal =
      image === null
        ? 'denied: requested access to the resource is denied'
        : pushOne(call, reference, row.tag ?? '', image)
    if (refusal !== null) return refuse(call, refusal)
  }
  return 0
}

function refuse(call: Call, error: string): number {
  printError(call, `${error}\n`)
  return 1
}

function pushOne(call: Call, reference: ImageReference, tag: string, image: Image): string | null {
  const { transaction } = call
  const unreachable = unreachableError(call, reference)
  if (unreachable !== null) return unreachable
  const layers = image.layers.toReversed().map(shortId)
  const name = canonicalName(reference)
  if (!mayWrite(call, reference)) {
    const isOfficial = repositoryNamed(call.io.hub, name) !== null
    for (const id of layers) print(call, `${id}: ${isOfficial ? 'Layer already exists' : 'Preparing'}\n`)
    const denied = 'denied: requested access to the resource is denied'
    return isOfficial ? `errors:\n${denied}\nunauthorized: authentication required\n` : denied
  }
  for (const layer of image.layers.toReversed())
    print(call, `${shortId(layer)}: ${isKnownThere(call, reference, layer) ? 'Layer already exists' : 'Pushed'}\n`)
  const digest = digestFor(call, image)
  const pushed = transaction.state.pushed.filter((one) => !(one.repository === name && one.tag === tag))
  transaction.state = { ...transaction.state, pushed: [...pushed, { repository: name, tag, digest, image }] }
  nameImage(transaction, { repository: name, tag: null, digest, imageId: image.id })
  print(call, `${tag}: digest: ${digest} size: ${manifestSize(image)}\n`)
  const familiar = familiarName(reference)
  recordEvent(transaction, { type: 'image', action: 'push', id: `${familiar}:${tag}`, attributes: { name: familiar } })
  return null
}

function unreachableError({ transaction }: Call, { domain }: ImageReference): string | null {
  const { state } = transaction
  if (domain === 'docker.io') {
    return state.host.online
      ? null
      : 'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 192.168.1.1:53: no such host'
  }
  const [host = '', port = '443'] = domain.split(':')
  const reached = connectTo(state, 'host', host, Number(port))
  if (reached.ok && reached.peer.program === 'registry') return null
  if (host === 'localhost' || host.startsWith('127.'))
    return `Get "http://${domain}/v2/": dial tcp 127.0.0.1:${port}: connect: connection refused`
  return `Get "https://${domain}/v2/": dial tcp: lookup ${host} on 192.168.1.1:53: no such host`
}

/** On the Hub one pushes to one's own namespace only; an own registry takes everything. */
function mayWrite({ transaction }: Call, { domain, path }: ImageReference): boolean {
  if (domain !== 'docker.io') return true
  const user = transaction.state.credentials['docker.io']?.user
  return user !== undefined && path.split('/', 1)[0] === user
}

function shortId(layer: Layer): string {
  return layer.diffId.slice('sha256:'.length, 'sha256:'.length + 12)
}

/** Whether the registry has the layer, of this repository or another, so that it is not sent again. */
function isKnownThere({ io, transaction }: Call, { domain }: ImageReference, { chainId }: Layer): boolean {
  const isHub = domain === 'docker.io'
  const inHub =
    isHub &&
    Object.values(io.hub.repositories).some((row) =>
      row.tags.some((one) => one.image.layers.some((layer) => layer.chainId === chainId)),
    )
  const pushed = transaction.state.pushed.some(
    (one) => one.repository.startsWith(`${domain}/`) && one.image.layers.some((layer) => layer.chainId === chainId),
  )
  return inHub || pushed
}

/** The manifest's digest: the one the image was pulled by, else one that follows from the image. */
function digestFor({ transaction, io }: Call, image: Image): string {
  const known = transaction.state.references.find((one) => one.imageId === image.id && one.digest !== null)?.digest
  if (known !== undefined && known !== null) return known
  for (const { tags } of Object.values(io.hub.repositories)) {
    const row = tags.find((one) => one.image.id === image.id)
    if (row !== undefined) return row.digest
  }
  return `sha256:${digestOf(`manifest ${image.id}`)}`
}

/** Bytes of the manifest: a head and a part for each layer. */
function manifestSize(image: Image): number {
  return 317 + 211 * image.layers.length
}
