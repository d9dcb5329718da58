import { drawId } from '../entropy'
import { emptyDirectory, joinPath, nodeAt, splitPath, textFile, withNode } from '../files/tree'
import type { Image } from '../image/image'
import { imageRoot } from '../image/root'
import type { Transaction } from '../state'
import { createVolume } from '../volume/create'
import { changeVolume, volumePath } from '../volume/lookup'
import type { ContainerConfig, HostConfig, MountRequest } from './config'
import type { Container, Mount } from './container'
import { findContainer } from './lookup'

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
  const byDestination = new Map<string, Mount>()
  for (const from of hostConfig.VolumesFrom ?? []) {
    const taken = mountsFrom(transaction, from)
    if (!taken.ok) return taken
    for (const mount of taken.mounts) byDestination.set(mount.destination, mount)
  }
  for (const bind of hostConfig.Binds ?? []) add(byDestination, bindMount(transaction, bind))
  for (const request of hostConfig.Mounts ?? []) {
    const mount = requestedMount(transaction, request)
    if (!mount.ok) return mount
    for (const one of mount.mounts) byDestination.set(one.destination, one)
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

function requestedMount(transaction: Transaction, request: MountRequest): MountsResult {
  const { Type: type, Source: source = '', Target: target, ReadOnly: readOnly = false } = request
  const mode = readOnly ? 'ro' : ''
  if (type === 'tmpfs') return { ok: true, mounts: [tmpfsMount(normalise(target))] }
  if (type === 'bind') {
    if (nodeAt(transaction.state.host.root, splitPath(source)) === null) {
      return { ok: false, error: `invalid mount config for type "bind": bind source path does not exist: ${source}` }
    }
    return { ok: true, mounts: [hostMount(source, target, '', !readOnly)] }
  }
  const mount = volumeMount(transaction, source === '' ? drawId(transaction) : source, target, mode, source === '')
  return { ok: true, mounts: [{ ...mount, mode: 'z' }] }
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

/** The files the engine itself mounts over the image's: names, addresses and servers. */
export function ownFilesOf(container: Pick<Container, 'config' | 'endpoints' | 'hostConfig' | 'id'>, at: number) {
  const { Hostname: hostname, Domainname: domain } = container.config
  const fullName = domain === '' ? hostname : `${hostname}.${domain} ${hostname}`
  const addresses = container.endpoints.flatMap((endpoint) =>
    endpoint.address === null ? [] : [`${endpoint.address}\t${fullName}\n`],
  )
  const extra = (container.hostConfig.ExtraHosts ?? []).map((entry) => {
    const colon = entry.indexOf(':')
    return `${entry.slice(colon + 1)}\t${entry.slice(0, colon)}\n`
  })
  const onUserNetwork = container.endpoints.some((endpoint) => endpoint.networkName !== 'bridge')
  return {
    '/etc/hostname': textFile(`${hostname}\n`, at),
    '/etc/hosts': textFile(`${LOCAL_HOSTS}${extra.join('')}${addresses.join('')}`, at),
    '/etc/resolv.conf': textFile(
      onUserNetwork ? 'nameserver 127.0.0.11\noptions ndots:0\n' : 'nameserver 192.168.1.1\n',
      at,
    ),
  }
}

const LOCAL_HOSTS =
  '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::0\tip6-localnet\nff00::0\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n'
