import { openFiles } from '../files/space-view'
import type { FileView } from '../files/view'
import { absolutePath } from '../kernel/resolve'
import type { Call } from './call'

/** The host's files as the client's user sees them. */
export function hostFiles(call: Call): FileView {
  return openFiles(call.transaction, 'host', call.invocation.user)
}

/** A path the user typed, from the folder the client runs in. */
export function hostPath(call: Call, path: string): string {
  return absolutePath(call.invocation.directory, path)
}
