import type { ContainerConfig } from '../container/config'
import type { DirectoryNode } from '../files/tree'

/** One file system layer. Layers are shared by identity of their chain, as Docker shares them. */
export interface Layer {
  /** `sha256:…` of the uncompressed content. */
  readonly diffId: string
  /** `sha256:…` of this layer on top of those below: what `docker rmi` reports as deleted. */
  readonly chainId: string
  /** `sha256:…` in the registry; what `docker pull` shows the first twelve digits of. */
  readonly digest: string
  /** Bytes as the engine counts them. */
  readonly size: number
  /** Bytes of the unpacked archive, as `docker load` shows them. */
  readonly tarSize: number
  readonly tree: DirectoryNode
}

export interface HistoryEntry {
  /** RFC 3339. */
  readonly created: string
  readonly createdBy: string
  readonly comment: string
  readonly author?: string
  /** No layer belongs to it. */
  readonly empty: boolean
  /** Id of the image after this step where this machine still has it. */
  readonly imageId?: string
}

export interface Image {
  /** `sha256:…` */
  readonly id: string
  /** RFC 3339 with the nanoseconds Docker shows. */
  readonly created: string
  readonly config: ContainerConfig
  readonly containerConfig: ContainerConfig | null
  readonly layers: readonly Layer[]
  readonly history: readonly HistoryEntry[]
  /** `sha256:…` of the image a classic build or a commit started from, or `''`. */
  readonly parent: string
  readonly comment: string
  readonly author: string
  readonly containerId: string
  readonly dockerVersion: string
  readonly architecture: string
  readonly os: string
  /** Milliseconds since the epoch; 0 if it never had a tag here. */
  readonly lastTaggedAt: number
}

/** A name of an image on this machine: with a tag, or with a digest. */
export interface NamedImage {
  /** Full name with registry: `docker.io/library/nginx`. */
  readonly repository: string
  readonly tag: string | null
  /** `sha256:…` */
  readonly digest: string | null
  readonly imageId: string
}
