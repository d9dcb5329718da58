import { cleanPath } from '../specs/bind-spec'
import type { HostConfig } from './config'
import { notAbsolute } from './mount-errors'

/** A tmpfs stands at an absolute path other than the root. */
export function tmpfsRefusal({ Tmpfs: tmpfs = {} }: HostConfig): string | null {
  for (const path of Object.keys(tmpfs)) {
    if (cleanPath(path) === '/') return "invalid specification: destination can't be '/'"
    if (!path.startsWith('/')) return notAbsolute(path)
  }
  return null
}

/** Volumes of another container are taken with `ro`, `rw` and a label of SELinux, but never copied or propagated. */
export function volumesFromRefusal({ VolumesFrom: from }: HostConfig): string | null {
  for (const spec of from ?? []) {
    const colon = spec.indexOf(':')
    const mode = colon === -1 ? 'rw' : spec.slice(colon + 1)
    const words = mode.split(',')
    const isTwice = (kind: readonly string[]) => words.filter((word) => kind.includes(word)).length > 1
    const isKnown = words.every((word) => ['ro', 'rw', 'z', 'Z'].includes(word))
    if (!isKnown || isTwice(['ro', 'rw']) || isTwice(['z', 'Z'])) return `invalid mode: ${mode}`
  }
  return null
}
