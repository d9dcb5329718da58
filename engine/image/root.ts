import { mergeTrees } from '../files/overlay'
import { type DirectoryNode, emptyDirectory } from '../files/tree'
import type { Layer } from './image'

const EMPTY = emptyDirectory()

const roots = new WeakMap<readonly Layer[], DirectoryNode>()

/** The files an image shows: its layers merged, computed once for a list of layers. */
export function imageRoot(layers: readonly Layer[]): DirectoryNode {
  const known = roots.get(layers)
  if (known !== undefined) return known
  const merged = layers.reduce((below, layer) => mergeTrees(below, layer.tree), EMPTY)
  roots.set(layers, merged)
  return merged
}

/** Bytes of an image: the sum of its layers. */
export function imageSize(layers: readonly Layer[]): number {
  return layers.reduce((sum, layer) => sum + layer.size, 0)
}
