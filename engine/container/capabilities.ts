import type { EngineState } from '../state'
import { containerWithId } from './lookup'

/** What root in a container may do unless `--cap-drop` takes it away. */
const GIVEN =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  )

/** Whether root in that space has a capability (`CHOWN`); on the host it has every one. */
export function rootHas(state: EngineState, space: string, capability: string): boolean {
  const host = containerWithId(state, space)?.hostConfig
  if (host === undefined || host.Privileged) return true
  const [added, dropped] = [namesIn(host.CapAdd), namesIn(host.CapDrop)]
  if (added.includes(capability)) return true
  if (dropped.includes(capability)) return false
  if (added.includes('ALL')) return true
  return !dropped.includes('ALL') && GIVEN.includes(capability)
}

/** Names as the user gave them, in upper case and without `CAP_`. */
function namesIn(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.map((name) => String(name).toUpperCase().replace(/^CAP_/, '')) : []
}
