import { nodeAt, splitPath } from '../files/tree'
import { imageRoot } from '../image/root'
import type { Json } from '../json'
import type { EngineState } from '../state'
import type { Container } from './container'
import { findContainer, isRunning } from './lookup'

/** What a container needs of others at its start and does not find, in the engine's words; null if all is there. */
export function missingAtStart(state: EngineState, container: Container): string | null {
  const { NetworkMode: network, PidMode: pid, DeviceRequests: gpus } = container.hostConfig
  return (
    joinedError(state, network, 'network') ??
    joinedError(state, pid, 'PID') ??
    linkError(state, container) ??
    deviceError(state, container) ??
    (Array.isArray(gpus) && gpus.length > 0 ? NO_GPU : null)
  )
}

/** The host has no driver for them. */
const NO_GPU = 'could not select device driver "" with capabilities: [[gpu]]'

/** `--network container:NAME` and `--pid container:NAME` join a running container. */
function joinedError(state: EngineState, mode: Json | undefined, kind: 'network' | 'PID'): string | null {
  if (typeof mode !== 'string' || !mode.startsWith('container:')) return null
  const name = mode.slice('container:'.length)
  const found = findContainer(state, name)
  if (!found.ok) return `No such container: ${name}`
  return isRunning(found.container) ? null : `cannot join ${kind} of a non running container: ${found.container.id}`
}

function linkError(state: EngineState, { name, hostConfig }: Container): string | null {
  for (const link of hostConfig.Links ?? []) {
    const [target = '', alias = target] = link.split(':')
    const found = findContainer(state, target)
    if (found.ok && !isRunning(found.container))
      return `Cannot link to a non running container: /${found.container.name} AS /${name}/${alias}`
  }
  return null
}

function deviceError(state: EngineState, { hostConfig }: Container): string | null {
  const devices = Array.isArray(hostConfig.Devices) ? hostConfig.Devices : []
  for (const device of devices) {
    const path = typeof device === 'object' && device !== null && 'PathOnHost' in device ? device.PathOnHost : ''
    if (typeof path !== 'string' || KNOWN_DEVICES.test(path)) continue
    if (nodeAt(state.host.root, splitPath(path)) === null)
      return `error gathering device information while adding custom device "${path}": no such file or directory`
  }
  return null
}

const KNOWN_DEVICES =
  /^\/dev\/(?:null|zero|full|random|urandom|tty\w*|fuse|kvm|loop\d|sd[a-z]\d?|vd[a-z]\d?|net\/tun|snd|dri)/

/** A folder bound over a file of the image, or a file over a folder: the two paths, or null. */
export function mismatchedMount(
  state: EngineState,
  { image, mounts }: Container,
): { readonly source: string; readonly destination: string } | null {
  for (const { type, source, destination } of mounts) {
    const outside = type === 'bind' ? nodeAt(state.host.root, splitPath(source)) : null
    const inside = nodeAt(imageRoot(image.layers), splitPath(destination))
    if (outside === null || inside === null || inside.type === 'symlink') continue
    if ((outside.type === 'directory') !== (inside.type === 'directory')) return { source, destination }
  }
  return null
}
