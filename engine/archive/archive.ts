import { drawHex } from '../entropy'
import type { DirectoryNode } from '../files/tree'
import type { Content } from '../files/view'
import type { Image } from '../image/image'
import type { EngineState, Transaction } from '../state'

/** An image inside an archive of `docker save`, with the names it was saved under (`docker.io/library/nginx`, `latest`). */
export interface SavedImage {
  readonly image: Image
  readonly names: readonly { readonly repository: string; readonly tag: string }[]
}

/**
 * What a tar file holds. The state keeps it by id; the file itself is opaque content whose payload is that id, so that
 * copying or compressing the file keeps its meaning.
 */
export type Archive =
  | { readonly kind: 'files'; readonly root: DirectoryNode /** Bytes as a layer counts them. */; readonly size: number }
  | { readonly kind: 'images'; readonly images: readonly SavedImage[] }

/** Keeps an archive and gives the content of its file; `bytes` is the file's size. */
export function storeArchive(transaction: Transaction, archive: Archive, bytes: number): Content {
  const id = drawHex(transaction, 16)
  transaction.state = { ...transaction.state, archives: { ...transaction.state.archives, [id]: archive } }
  return { kind: 'opaque', format: 'tar', size: bytes, payload: { archive: id } }
}

/** The archive a file's content stands for, compressed or not; null for any other content. */
export function readArchive(state: EngineState, content: Content): Archive | null {
  if (content.kind !== 'opaque') return null
  const { payload } = content
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload) || !('archive' in payload)) return null
  const id = payload.archive
  return typeof id === 'string' && Object.hasOwn(state.archives, id) ? (state.archives[id] ?? null) : null
}

/** How the engine refuses what is no archive; since 23 it unpacks in its own process and says no more than that (moby 44210). */
export function brokenArchive({ rules }: EngineState): string {
  return rules.refusalWording === 'old' ? 'Error processing tar file(exit status 1): unexpected EOF' : 'unexpected EOF'
}
