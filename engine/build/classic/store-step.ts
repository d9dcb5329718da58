import type { ContainerConfig } from '../../container/config'
import { orderConfig } from '../../container/order-config'
import { digestOf } from '../../entropy'
import type { DirectoryNode } from '../../files/tree'
import { formatRfc3339Nano } from '../../format/timestamp'
import { layerOf } from '../../image/commit'
import type { Image } from '../../image/image'
import { storeImage } from '../../image/store'
import type { Transaction } from '../../state'
import { LAYERS_MAX } from '../layered-files'
import { BuildFault } from './classic-build'

/** What one step of the classic builder adds to the image before it. */
export interface StepResult {
  /** Null for the first step of `FROM scratch`. */
  readonly parent: Image | null
  readonly config: ContainerConfig
  readonly containerConfig: ContainerConfig
  readonly containerId: string
  readonly author: string
  /** What the step wrote. */
  readonly upper: DirectoryNode
}

/** Commits a step: every step of the classic builder is an image. */
export function storeStep(transaction: Transaction, step: StepResult): Image {
  const { parent, config, containerConfig, containerId, author, upper } = step
  const created = formatRfc3339Nano(transaction.state.clock)
  const below = parent?.layers ?? []
  const empty = Object.keys(upper.entries).length === 0
  if (!empty && below.length >= LAYERS_MAX) throw new BuildFault('max depth exceeded')
  const layers = empty ? below : [...below, layerOf(below, upper)]
  const createdBy = (containerConfig.Cmd ?? []).join(' ')
  const history = (parent?.history ?? []).map((entry, index, all) =>
    index === all.length - 1 && parent !== null ? { ...entry, imageId: parent.id } : entry,
  )
  const image: Image = {
    id: `sha256:${digestOf(`${parent?.id ?? ''} ${created} ${containerId} ${createdBy} ${JSON.stringify(config)} ${layers.at(-1)?.chainId ?? ''}`)}`,
    created,
    config: orderConfig(config),
    containerConfig: orderConfig(containerConfig),
    layers,
    history: [...history, { created, createdBy, comment: '', empty, ...(author === '' ? {} : { author }) }],
    parent: parent?.id ?? '',
    comment: '',
    author,
    containerId,
    dockerVersion: '20.10.24+dfsg1',
    architecture: 'amd64',
    os: 'linux',
    lastTaggedAt: 0,
  }
  storeImage(transaction, image)
  return image
}
