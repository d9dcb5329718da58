import { runDocker } from '@/engine/docker'
import { openFiles } from '@/engine/files/space-view'
import type { Terminal } from '@/shell/terminal'

/** Runs a docker command without a terminal: preparing the machine is no step of the paste. */
export function quietly(terminal: Terminal, argv: readonly string[]): Terminal {
  const invocation = {
    argv,
    environment: {},
    directory: '/',
    user: 'root',
    terminal: { stdin: false, stdout: false, stderr: false },
    columns: 120,
    stdin: null,
  }
  return { ...terminal, state: runDocker(terminal.state, invocation, terminal.io).state }
}

/** Puts a text file on the host. */
export function writeOnHost(terminal: Terminal, path: string, text: string): Terminal {
  const transaction = { state: terminal.state }
  const view = openFiles(transaction, 'host', terminal.user)
  view.makeDirectory(path.slice(0, Math.max(1, path.lastIndexOf('/'))), { parents: true })
  view.write(path, { kind: 'text', text })
  return { ...terminal, state: transaction.state }
}
