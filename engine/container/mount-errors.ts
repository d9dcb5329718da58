import { nodeAt, splitPath } from '../files/tree'
import { cleanPath, parseBindSpec } from '../specs/bind-spec'
import type { EngineState } from '../state'
import { volumeNameError } from '../volume/name'
import type { HostConfig, MountRequest } from './config'

/** What the engine refuses about the mounts a new container asks for (moby `volume/mounts` validation), or null. */
export function mountsError(state: EngineState, host: HostConfig): string | null {
  const taken = new Set(Object.keys(host.Tmpfs ?? {}).map(cleanPath))
  for (const bind of host.Binds ?? []) {
    const read = parseBindSpec(bind)
    if (!read.ok) return read.error
    const { kind, source, target } = read.value
    const invalid = (kind === 'volume' && source !== null ? volumeNameError(source) : null) ?? claim(taken, target)
    if (invalid !== null) return invalid
  }
  for (const mount of host.Mounts ?? []) {
    const invalid = requestError(state, mount)
    if (invalid !== null) return `invalid mount config for type "${mount.Type}": ${invalid}`
    const wrong = nameErrorOf(mount) ?? claim(taken, cleanPath(mount.Target))
    if (wrong !== null) return wrong
  }
  return null
}

function claim(taken: Set<string>, target: string): string | null {
  if (taken.has(target)) return `Duplicate mount point: ${target}`
  taken.add(target)
  return null
}

function nameErrorOf({ Type: type, Source: source = '' }: MountRequest): string | null {
  return type === 'volume' && source !== '' ? volumeNameError(source) : null
}

function requestError(
  state: EngineState,
  { Type: type, Source: source = '', Target: target }: MountRequest,
): string | null {
  if (type !== 'bind' && type !== 'volume' && type !== 'tmpfs') return 'mount type unknown'
  if (target === '') return 'field Target must not be empty'
  if (!target.startsWith('/')) return notAbsolute(target)
  if (cleanPath(target) === '/') return "invalid specification: destination can't be '/'"
  if (type === 'tmpfs') return source === '' ? null : 'field Source must not be specified'
  if (type === 'volume') return null
  if (source === '') return 'field Source must not be empty'
  if (!source.startsWith('/')) return notAbsolute(source)
  const isThere = nodeAt(state.host.root, splitPath(source)) !== null
  return isThere ? null : `bind source path does not exist: ${source}`
}

export function notAbsolute(path: string): string {
  return `invalid mount path: '${path}' mount path must be absolute`
}
