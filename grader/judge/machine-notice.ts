import { type RefusalKind, readRefusal } from '../compare/refusal'
import type { MachineCode, Mismatch } from '../compare/unify'

const CODES: Partial<Record<RefusalKind, MachineCode>> = {
  'daemon-unreachable': 'machine-daemon',
  'socket-denied': 'machine-socket',
  'port-taken': 'machine-port',
  'pull-limit': 'machine-pull-limit',
  'no-network': 'machine-network',
  'no-space': 'machine-space',
}

/** What the student's machine, not the command, was refused for: said with the way out, never held against the paste. */
export function machineNotice(observed: readonly string[]): readonly Mismatch[] {
  const refusal = readRefusal(observed)
  const code = refusal?.cause === 'machine' ? CODES[refusal.kind] : undefined
  if (!refusal || code === undefined) return []
  return [{ code, line: refusal.line, expected: '', observed: observed[refusal.line] ?? '', soft: true }]
}
