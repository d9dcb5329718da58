import { type ContainerConfig, EMPTY_CONFIG } from '../container/config'
import { createContainer } from '../container/create'
import { HOST_DEFAULTS } from '../container/host-defaults'
import { containerWithId } from '../container/lookup'
import { openFiles } from '../files/space-view'
import { type DirectoryNode, emptyDirectory } from '../files/tree'
import type { FileView } from '../files/view'
import type { Image, Layer } from '../image/image'
import type { Transaction } from '../state'

/** Most layers the storage driver stacks. */
export const LAYERS_MAX = 125

/** An image that is nothing but these layers: what a step of a build works on. */
export function stepImage(id: string, layers: readonly Layer[], config: ContainerConfig = EMPTY_CONFIG): Image {
  return {
    id,
    created: '',
    config,
    containerConfig: null,
    layers,
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

/**
 * Lets `work` read and write files over these layers; gives what it wrote as a tree to lie on top. The state is as before:
 * the container the files are seen through never existed.
 */
export function workOnLayers<T>(
  transaction: Transaction,
  layers: readonly Layer[],
  work: (files: FileView) => T,
): { readonly value: T; readonly upper: DirectoryNode } {
  const before = transaction.state
  const config = { ...EMPTY_CONFIG, Cmd: ['/bin/true'] }
  const made = createContainer(transaction, stepImage('', layers), {
    name: null,
    config,
    hostConfig: { ...HOST_DEFAULTS, NetworkMode: 'none' },
    endpoints: [],
  })
  if (!made.ok) throw new Error(made.error)
  const value = work(openFiles(transaction, made.container.id, 'root'))
  const upper = containerWithId(transaction.state, made.container.id)?.upper ?? emptyDirectory()
  transaction.state = before
  return { value, upper }
}
