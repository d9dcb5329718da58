import { drawId } from '../entropy'
import { openFiles } from '../files/space-view'
import type { Io } from '../io'
import type { LookUpError } from '../kernel/program'
import { startProcess } from '../kernel/start'
import type { Transaction } from '../state'
import type { Container } from './container'
import { recordContainerEvent } from './create'
import { updateContainer } from './lookup'
import { environmentOf } from './merge-config'
import { lookUpUser } from './user'

export interface ExecRequest {
  readonly argv: readonly string[]
  readonly environment: readonly string[]
  readonly user: string | null
  readonly directory: string | null
  readonly terminal: boolean
  readonly stdin: boolean
}

export type ExecResult =
  | { readonly ok: true; readonly hostPid: number }
  | { readonly ok: false; readonly reason: LookUpError | 'user' | 'directory'; readonly error: string }

/** Starts another process in a running container: PPID 0 inside, and it dies with PID 1. */
export function execInContainer(
  transaction: Transaction,
  container: Container,
  request: ExecRequest,
  io: Io,
): ExecResult {
  const { id, config } = container
  const files = openFiles(transaction, id, 'root')
  const found = lookUpUser(files, request.user ?? config.User)
  if (!found.ok) return { ok: false, reason: 'user', error: found.error }
  const directory = request.directory ?? (config.WorkingDir === '' ? '/' : config.WorkingDir)
  const place = files.stat(directory)
  if (!place.ok || place.value.type !== 'directory') {
    return {
      ok: false,
      reason: 'directory',
      error: `chdir to cwd ("${directory}") set in config.json failed: ${place.ok ? 'not a directory' : 'no such file or directory'}`,
    }
  }
  const environment = environmentOf(
    { ...config, Tty: request.terminal, Env: [...(config.Env ?? []), ...request.environment] },
    config.Hostname,
    found.user.home,
  )
  const started = startProcess(
    transaction.state,
    {
      space: id,
      files,
      argv: request.argv,
      environment,
      directory,
      user: found.user.name,
      userGroup: found.user.group,
      terminal: request.terminal,
      stdin: request.stdin,
      logged: false,
    },
    io,
  )
  if (!started.ok) return { ok: false, reason: started.error, error: '' }
  transaction.state = started.state
  const execId = drawId(transaction)
  updateContainer(transaction, id, (one) => ({ ...one, execIds: [...one.execIds, execId] }))
  const line = request.argv.join(' ')
  recordContainerEvent(transaction, container, `exec_create: ${line}`, { execID: execId })
  recordContainerEvent(transaction, container, `exec_start: ${line}`, { execID: execId })
  return { ok: true, hostPid: started.hostPid }
}
