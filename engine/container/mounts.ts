import { drawId } from '../entropy'
import { emptyDirectory, joinPath, nodeAt, splitPath, withNode } from '../files/tree'
import type { Image } from '../image/image'
import { imageRoot } from '../image/root'
import type { Transaction } from '../state'
import { createVolume } from '../volume/create'
import { changeVolume, volumePath } from '../volume/lookup'
import type { ContainerConfig, HostConfig, MountRequest } from './config'
import type { Mount } from './container'
import { findContainer } from './lookup'
import { mountsError } from './mount-errors'

export type MountsResult =
  | { readonly ok: true; readonly mounts: readonly Mount[] }
  | { readonly ok: false; readonly error: string }

/**
 * Prepares everything a new container mounts: its binds and named volumes, `--mount`, `--volumes-from`, tmpfs, and an
 * anonymous volume for each VOLUME nothing else covers. Empty volumes are filled from the image.
 */
export function prepareMounts(
  transaction: Transaction,
  image: Image,
  config: ContainerConfig,
  hostConfig: HostConfig,
): MountsResult {
  const invalid = mountsError(transaction.state, hostConfig)
  if (invalid !== null) return { ok: false, error: invalid }
  const byDestination = new Map<string, Mount>()
  for (const from of hostConfig.VolumesFrom ?? []) {
    const taken = mountsFrom(transaction, from)
    if (!taken.ok) return taken
    for (const mount of taken.mounts) byDestination.set(mount.destination, mount)
  }
  for (const bind of hostConfig.Binds ?? []) add(byDestination, bindMount(transaction, bind))
  for (const request of hostConfig.Mounts ?? []) {
    add(byDestination, requestedMount(transaction, request))
  }
  for (const path of Object.keys(hostConfig.Tmpfs ?? {})) add(byDestination, tmpfsMount(normalise(path)))
  for (const path of Object.keys(config.Volumes ?? {})) {
    if (!byDestination.has(normalise(path)))
      add(byDestination, volumeMount(transaction, drawId(transaction), path, '', true))
  }
  const mounts = [...byDestination.values()]
  for (const mount of mounts) fillVolume(transaction, image, mount)
  return { ok: true, mounts }
}

function add(mounts: Map<string, Mount>, mount: Mount): void {
  mounts.set(mount.destination, mount)
}

function normalise(path: string): string {
  return joinPath(splitPath(path))
}

/** `source:destination[:mode]`; a source with a slash is a path of the host, made where it is missing. */
function bindMount(transaction: Transaction, bind: string): Mount {
  const [source = '', destination = '', mode = ''] = bind.split(':')
  if (!source.startsWith('/')) return volumeMount(transaction, source, destination, mode, false)
  makeHostDirectory(transaction, source)
  return hostMount(source, destination, mode, !mode.split(',').includes('ro'))
}

function hostMount(source: string, destination: string, mode: string, writable: boolean): Mount {
  return {
    type: 'bind',
    name: '',
    source: normalise(source),
    destination: normalise(destination),
    driver: '',
    mode,
    writable,
    propagation: 'rprivate',
    anonymous: false,
  }
}

function volumeMount(
  transaction: Transaction,
  name: string,
  destination: string,
  mode: string,
  anonymous: boolean,
): Mount {
  const volume = createVolume(transaction, { name, anonymous })
  return {
    type: 'volume',
    name: volume.name,
    source: volumePath(volume.name),
    destination: normalise(destination),
    driver: 'local',
    mode: mode === '' && !anonymous ? 'z' : mode,
    writable: !mode.split(',').includes('ro'),
    propagation: '',
    anonymous,
  }
}

function tmpfsMount(destination: string): Mount {
  const mount = hostMount('/', destination, '', true)
  return { ...mount, type: 'tmpfs', source: '', propagation: '' }
}

function requestedMount(transaction: Transaction, request: MountRequest): Mount {
  const { Type: type, Source: source = '', Target: target, ReadOnly: readOnly = false } = request
  if (type === 'tmpfs') return tmpfsMount(normalise(target))
  if (type === 'bind') return hostMount(source, target, '', !readOnly)
  const name = source === '' ? drawId(transaction) : source
  return { ...volumeMount(transaction, name, target, readOnly ? 'ro' : '', source === ''), mode: 'z' }
}

function mountsFrom(transaction: Transaction, from: string): MountsResult {
  const [name = '', mode = 'rw'] = from.split(':')
  const found = findContainer(transaction.state, name)
  if (!found.ok) return { ok: false, error: `No such container: ${name}` }
  const readOnly = mode.split(',').includes('ro')
  return {
    ok: true,
    mounts: found.container.mounts.map((mount) => ({ ...mount, mode: '', writable: mount.writable && !readOnly })),
  }
}

function makeHostDirectory(transaction: Transaction, path: string): void {
  const { state } = transaction
  const parts = splitPath(path)
  if (nodeAt(state.host.root, parts) !== null) return
  transaction.state = {
    ...state,
    host: { ...state.host, root: withNode(state.host.root, parts, emptyDirectory(state.clock)) },
  }
}

/** An empty volume gets what the image has at the place it is mounted. */
function fillVolume(transaction: Transaction, image: Image, mount: Mount): void {
  if (mount.type !== 'volume') return
  const below = nodeAt(imageRoot(image.layers), splitPath(mount.destination))
  if (below?.type !== 'directory') return
  transaction.state = changeVolume(transaction.state, mount.name, (volume) =>
    Object.keys(volume.root.entries).length > 0 ? volume : { ...volume, root: { ...below } },
  )
}
