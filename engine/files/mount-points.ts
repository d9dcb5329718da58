import type { Container } from '../container/container'
import { containerWithId, updateContainer } from '../container/lookup'
import { imageRoot } from '../image/root'
import type { EngineState, Transaction } from '../state'
import { changeVolume, volumeNamed } from '../volume/lookup'
import { DEVICES } from './devices'
import { findMerged, mergeTrees, writeUpper } from './overlay'
import { type DirectoryNode, emptyDirectory, nodeAt, splitPath, type TreeNode, withNode } from './tree'

/** One tree of a space's file system and how to write into it. */
export interface MountPoint {
  readonly destination: readonly string[]
  readonly writable: boolean
  /** The node mounted: a directory, or a file for single-file mounts; null if it has gone. */
  readonly root: (state: EngineState) => TreeNode | null
  /** As {@link findMerged}, where the tree is quicker to look into than to make whole. */
  readonly look?: (state: EngineState, parts: readonly string[]) => TreeNode | null | undefined
  /** Replaces (null: removes) the node at these components below the destination. */
  readonly write: (transaction: Transaction, parts: readonly string[], node: TreeNode | null) => void
}

/** The trees the processes of a space see, the root first. */
export function mountPointsOf(state: EngineState, space: string): readonly MountPoint[] {
  const container = space === 'host' ? null : containerWithId(state, space)
  if (container === null) return HOST_POINTS
  const known = knownPoints.get(container.ownFiles)
  if (known !== undefined && isSameSpace(known, container)) return known.points
  const { id, mounts, hostConfig } = container
  const points = pointsIn(container)
  knownPoints.set(container.ownFiles, { id, mounts, hostConfig, points })
  return points
}

/** By the container's own files, which stay the same object while it runs, whatever it writes and logs. */
const knownPoints = new WeakMap<Container['ownFiles'], Mounted & { readonly points: readonly MountPoint[] }>()

/** What the mounts of a container follow from, besides its own files. */
type Mounted = Pick<Container, 'id' | 'mounts' | 'hostConfig'>

/** Whether the same trees are mounted in both, which are one container at two times. */
function isSameSpace(one: Mounted, other: Mounted): boolean {
  return one.id === other.id && one.mounts === other.mounts && one.hostConfig === other.hostConfig
}

function pointsIn(container: Container): readonly MountPoint[] {
  return [
    containerRoot(container),
    devicesPoint(),
    ...Object.keys(container.ownFiles).map((path) => ownFilePoint(container.id, path)),
    ...container.mounts.map((mount) => {
      const destination = splitPath(mount.destination)
      if (mount.type === 'volume') return { ...volumePoint(mount.name, destination), writable: mount.writable }
      if (mount.type === 'bind') return { ...hostPoint(destination, splitPath(mount.source)), writable: mount.writable }
      return { ...tmpfsPoint(container.id, mount.destination), writable: mount.writable }
    }),
  ]
}

/** The merged tree of a container: its image's layers and what it wrote. */
export function containerTree(container: Container): DirectoryNode {
  return mergeTrees(imageRoot(container.image.layers), container.upper)
}

function containerRoot({ id, hostConfig }: Container): MountPoint {
  return {
    destination: [],
    writable: !hostConfig.ReadonlyRootfs,
    root: (state) => {
      const container = containerWithId(state, id)
      return container === null ? null : containerTree(container)
    },
    look: (state, parts) => {
      const container = containerWithId(state, id)
      return container === null ? undefined : findMerged(imageRoot(container.image.layers), container.upper, parts)
    },
    write: (transaction, parts, node) =>
      updateContainer(transaction, id, (container) => ({
        ...container,
        upper: writeUpper(imageRoot(container.image.layers), container.upper, parts, node),
      })),
  }
}

function hostPoint(destination: readonly string[], source: readonly string[]): MountPoint {
  return {
    destination,
    writable: true,
    root: (state) => nodeAt(state.host.root, source),
    write: (transaction, parts, node) => {
      const { state } = transaction
      transaction.state = {
        ...state,
        host: { ...state.host, root: withNode(state.host.root, [...source, ...parts], node) },
      }
    },
  }
}

function devicesPoint(): MountPoint {
  return { destination: ['dev'], writable: false, root: () => DEVICES, write: () => undefined }
}

const HOST_POINTS: readonly MountPoint[] = [hostPoint([], []), devicesPoint()]

function ownFilePoint(containerId: string, path: string): MountPoint {
  return {
    destination: splitPath(path),
    writable: true,
    root: (state) => containerWithId(state, containerId)?.ownFiles[path] ?? null,
    write: (transaction, _parts, node) => {
      if (node?.type !== 'file') return
      updateContainer(transaction, containerId, (one) => ({ ...one, ownFiles: { ...one.ownFiles, [path]: node } }))
    },
  }
}

function volumePoint(name: string, destination: readonly string[]): MountPoint {
  return {
    destination,
    writable: true,
    root: (state) => volumeNamed(state, name)?.root ?? null,
    write: (transaction, parts, node) => {
      transaction.state = changeVolume(transaction.state, name, (volume) => ({
        ...volume,
        root: withNode(volume.root, parts, node),
      }))
    },
  }
}

function tmpfsPoint(containerId: string, path: string): MountPoint {
  return {
    destination: splitPath(path),
    writable: true,
    root: (state) => containerWithId(state, containerId)?.tmpfs[path] ?? emptyDirectory(0, 0o1777),
    write: (transaction, parts, node) =>
      updateContainer(transaction, containerId, (one) => {
        const tree = one.tmpfs[path] ?? emptyDirectory(0, 0o1777)
        return { ...one, tmpfs: { ...one.tmpfs, [path]: withNode(tree, parts, node) } }
      }),
  }
}
