import type { EngineState } from '../../state'
import type { CacheRecord } from './cache-record'

/** Whether an image of this machine has the layer too: then the cache takes no room of its own. */
export function isShared(state: EngineState, { layers }: CacheRecord): boolean {
  const top = layers.at(-1)?.chainId
  return top === undefined || state.images.some((image) => image.layers.some((layer) => layer.chainId === top))
}

/** Bytes the build cache takes besides the images. */
export function cacheBytes(state: EngineState, records: readonly CacheRecord[]): number {
  return records.reduce((sum, record) => sum + (isShared(state, record) ? 0 : record.size), 0)
}
