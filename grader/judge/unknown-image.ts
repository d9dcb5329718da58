import { digestOf } from '@/engine/entropy'
import { emptyDirectory, withChild } from '@/engine/files/tree'
import type { Image } from '@/engine/image/image'
import { pullImage } from '@/engine/image/pull'
import { imageRoot } from '@/engine/image/root'
import { findImage, nameImage, storeImage } from '@/engine/image/store'
import { canonicalName } from '@/engine/reference/print-reference'
import { dockerReferenceRules, parseReference } from '@/engine/reference/reference'
import type { Hub } from '@/engine/registry/hub'
import { executable } from '@/engine/registry/root-files'
import type { Transaction } from '@/engine/state'
import type { Terminal } from '@/shell/terminal'

/** Name of the image of containers whose image the paste does not show. */
export const UNKNOWN_IMAGE = 'unknown'

/** Gives the machine an image: the Hub's where it has it, otherwise one of which nothing but the name is known. */
export function adoptUnknownImage(terminal: Terminal, name: string): Terminal {
  const parsed = parseReference(name, dockerReferenceRules(terminal.state.profile.client))
  if (!parsed.ok || findImage(terminal.state, name).ok) return terminal
  const transaction: Transaction = { state: terminal.state }
  if (pullImage(transaction, terminal.io.hub, parsed.reference).ok) return { ...terminal, state: transaction.state }
  const image = opaqueImage(name, terminal.io.hub)
  const fresh: Transaction = { state: terminal.state }
  storeImage(fresh, image)
  nameImage(fresh, {
    repository: canonicalName(parsed.reference),
    tag: parsed.reference.digest === null ? (parsed.reference.tag ?? 'latest') : null,
    digest: parsed.reference.digest,
    imageId: image.id,
  })
  return { ...terminal, state: fresh.state }
}

/** First word of the command line of containers whose image is not known: what they run, print and end with is not judged. */
export const UNKNOWN_COMMAND = '/unknown-command'

/** A shell where somebody sits at its terminal, otherwise something that goes on until it is stopped. */
const UNKNOWN_PROGRAM = '[ -t 0 ] && exec sh; while :; do sleep 1000000; done'

/** The machine with an image of which nothing but its id is known, and no name. */
export function adoptNamelessImage(terminal: Terminal, id: string): Terminal {
  const image = { ...opaqueImage(id, terminal.io.hub), id: `sha256:${(id + digestOf(id)).slice(0, 64)}` }
  const fresh: Transaction = { state: terminal.state }
  storeImage(fresh, image)
  return { ...terminal, state: fresh.state }
}

function opaqueImage(name: string, hub: Hub): Image {
  const base = hub.repositories['docker.io/library/alpine']?.tags[0]?.image
  const root = withChild(base ? imageRoot(base.layers) : emptyDirectory(0), UNKNOWN_COMMAND.slice(1), executable('sh'))
  const digest = `sha256:${digestOf(name)}`
  return {
    id: digest,
    created: '2026-01-01T00:00:00Z',
    config: { ...EMPTY_CONFIG, Entrypoint: [UNKNOWN_COMMAND, '-c', UNKNOWN_PROGRAM] },
    containerConfig: null,
    layers: [{ diffId: digest, chainId: digest, digest, size: 0, tarSize: 0, tree: root }],
    history: [],
    parent: '',
    comment: '',
    author: '',
    containerId: '',
    dockerVersion: '',
    architecture: 'amd64',
    os: 'linux',
    lastTaggedAt: 0,
  }
}

const EMPTY_CONFIG: Image['config'] = {
  Hostname: '',
  Domainname: '',
  User: '',
  AttachStdin: false,
  AttachStdout: false,
  AttachStderr: false,
  Tty: false,
  OpenStdin: false,
  StdinOnce: false,
  Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
  Cmd: null,
  Image: '',
  Volumes: null,
  WorkingDir: '',
  Entrypoint: null,
  OnBuild: null,
  Labels: null,
}
