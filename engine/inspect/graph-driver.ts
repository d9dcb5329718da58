import { digestOf } from '../entropy'
import type { Layer } from '../image/image'
import type { Json } from '../json'

const ROOT = '/var/lib/docker/overlay2'

/** Where overlay2 keeps a layer: a folder that follows from what it is. */
function folderOf(key: string): string {
  return `${ROOT}/${digestOf(`overlay2 ${key}`)}`
}

/** `GraphDriver` of an image: its top layer over those below. */
export function imageGraphDriver(layers: readonly Layer[]): Json {
  const [top, ...below] = layers.toReversed().map((layer) => folderOf(layer.chainId))
  const lower = below.length > 0 ? { LowerDir: below.map((folder) => `${folder}/diff`).join(':') } : {}
  return { Data: { ...lower, ...upperOf(top ?? folderOf('')) }, Name: 'overlay2' }
}

/** `GraphDriver` of a container: its own layer over its init layer and the image's. */
export function containerGraphDriver(id: string, layers: readonly Layer[]) {
  const own = folderOf(id)
  const below = layers.toReversed().map((layer) => `${folderOf(layer.chainId)}/diff`)
  return { Data: { LowerDir: [`${own}-init/diff`, ...below].join(':'), ...upperOf(own) }, Name: 'overlay2' }
}

function upperOf(folder: string) {
  return { MergedDir: `${folder}/merged`, UpperDir: `${folder}/diff`, WorkDir: `${folder}/work` }
}
