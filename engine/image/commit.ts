import type { ContainerConfig } from '../container/config'
import type { Container } from '../container/container'
import { commandText } from '../container/describe'
import { digestOf } from '../entropy'
import { type DirectoryNode, treeSize } from '../files/tree'
import { formatRfc3339Nano } from '../format/timestamp'
import { chainOf } from '../registry/load-hub'
import type { Transaction } from '../state'
import type { Image, Layer } from './image'
import { storeImage } from './store'

export interface CommitRequest {
  readonly config: ContainerConfig
  readonly comment: string
  readonly author: string
}

/** Makes an image of a container: its image's layers and what it wrote on top. */
export function commitContainer(transaction: Transaction, container: Container, request: CommitRequest): Image {
  const { clock } = transaction.state
  const created = formatRfc3339Nano(clock)
  const isEmpty = Object.keys(container.upper.entries).length === 0
  const layers = isEmpty
    ? container.image.layers
    : [...container.image.layers, layerOf(container.image.layers, container.upper)]
  const createdBy = commandText(container).replaceAll("'", '')
  const base = container.image
  const history = base.history.map((entry, index) =>
    index === base.history.length - 1 ? { ...entry, imageId: base.id } : entry,
  )
  const image: Image = {
    id: `sha256:${digestOf(`${container.id} ${created} ${JSON.stringify(request)}`)}`,
    created,
    config: request.config,
    containerConfig: container.config,
    layers,
    history: [
      ...history,
      {
        created,
        createdBy,
        comment: request.comment,
        empty: isEmpty,
        ...(request.author === '' ? {} : { author: request.author }),
      },
    ],
    parent: base.id,
    comment: request.comment,
    author: request.author,
    containerId: container.id,
    dockerVersion: '20.10.24+dfsg1',
    architecture: base.architecture,
    os: base.os,
    lastTaggedAt: 0,
  }
  storeImage(transaction, image)
  return image
}

/** A layer of this content on top of others; equal content on equal layers is the same layer. */
export function layerOf(below: readonly Layer[], tree: DirectoryNode, size = treeSize(tree)): Layer {
  const content = digestOf(JSON.stringify(tree))
  const diffId = `sha256:${digestOf(`layer ${content}`)}`
  return {
    diffId,
    chainId: chainOf(below.at(-1)?.chainId ?? null, diffId),
    digest: `sha256:${digestOf(`archive ${content}`)}`,
    size,
    tarSize: tarSizeOf(tree),
    tree,
  }
}

/** Bytes of a tree as a tar archive: a block of 512 for each entry, contents filled up to blocks, two blocks at the end. */
export function tarSizeOf(tree: DirectoryNode): number {
  const blocks = blocksOf(tree) + 2
  return Math.ceil(blocks / 20) * 20 * 512
}

function blocksOf(tree: DirectoryNode): number {
  let blocks = 0
  for (const node of Object.values(tree.entries)) {
    blocks += 1
    if (node.type === 'directory') blocks += blocksOf(node)
    else if (node.type === 'file')
      blocks += Math.ceil((node.content.kind === 'text' ? node.content.text.length : node.content.size) / 512)
  }
  return blocks
}
