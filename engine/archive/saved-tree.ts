import { digestOf } from '../entropy'
import { type DirectoryNode, emptyDirectory, type FileNode, textFile, withNode } from '../files/tree'
import type { Image, Layer } from '../image/image'
import type { SavedImage } from './archive'

/** The files inside an archive of `docker save` of engine 20.10: a folder a layer, configurations, a manifest. */
export function savedTree(images: readonly SavedImage[], at: number): DirectoryNode {
  const layers = images.flatMap(({ image }) => image.layers)
  const withLayers = layers.reduce((tree, layer) => withNode(tree, [folderOf(layer)], layerFolder(layer, at)), {
    ...emptyDirectory(at),
  })
  const withConfigs = images.reduce(
    (tree, { image }) => withNode(tree, [configName(image)], opaqueFile(1024, at)),
    withLayers,
  )
  return withNode(withConfigs, ['manifest.json'], textFile(manifestOf(images), at))
}

/** The folder of a layer in the archive. */
export function folderOf(layer: Layer): string {
  return digestOf(`saved ${layer.chainId}`).replace(/^sha256:/, '')
}

function configName(image: Image): string {
  return `${image.id.replace(/^sha256:/, '')}.json`
}

function layerFolder(layer: Layer, at: number): DirectoryNode {
  const files = { VERSION: textFile('1.0', at), json: opaqueFile(482, at), 'layer.tar': opaqueFile(layer.tarSize, at) }
  return { ...emptyDirectory(at), entries: files }
}

function opaqueFile(size: number, at: number): FileNode {
  return { ...textFile('', at), content: { kind: 'opaque', format: 'data', size, payload: null } }
}

function manifestOf(images: readonly SavedImage[]): string {
  const rows = images.map(({ image, names }) => ({
    Config: configName(image),
    RepoTags: names.map(({ repository, tag }) => `${repository.replace(/^docker\.io\/(?:library\/)?/, '')}:${tag}`),
    Layers: image.layers.map((layer) => `${folderOf(layer)}/layer.tar`),
  }))
  return `${JSON.stringify(rows)}\n`
}
