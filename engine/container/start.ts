import { drawHex, drawId } from '../entropy'
import { mergeTrees, writeUpper } from '../files/overlay'
import { openFiles } from '../files/space-view'
import { type DirectoryNode, emptyDirectory, nodeAt, splitPath } from '../files/tree'
import { imageRoot } from '../image/root'
import type { Io } from '../io'
import type { LookUpError } from '../kernel/program'
import { startProcess } from '../kernel/start'
import { bringSurvivors } from '../kernel/survivors'
import { allocatePorts, withFixedPorts } from '../network/ports'
import { networkFailure } from '../refusals'
import type { Rules } from '../rules'
import type { Transaction } from '../state'
import type { Container, Endpoint, Health } from './container'
import { changeState, recordContainerEvent } from './create'
import { connectEndpoints, recordConnection } from './endpoints'
import { containerWithId, isRunning, updateContainer } from './lookup'
import { environmentOf } from './merge-config'
import { ownFilesOf } from './own-files'
import { mismatchedMount, missingAtStart } from './start-checks'
import { lookUpUser } from './user'

/** Which part of a start failed: the status `docker run` ends with depends on it. */
export type StartFailure = 'state' | 'network' | 'port' | 'user' | 'mount' | 'not-found' | 'permission-denied'

export type StartResult =
  | { readonly ok: true; readonly hostPid: number }
  | { readonly ok: false; readonly error: string; readonly failure: StartFailure }

type Step<T> = { readonly ok: true; readonly value: T } | Extract<StartResult, { ok: false }>

/** Exit code kept in `State.ExitCode` after a start that failed. */
const FAILURE_CODES: Readonly<Record<StartFailure, number>> = {
  state: 128,
  network: 128,
  port: 128,
  user: 126,
  mount: 127,
  'not-found': 127,
  'permission-denied': 126,
}

/**
 * Starts a created or ended container: addresses and ports, then PID 1. A running one is left alone. After a failure
 * the container stays as it was, with the error in its state. Only a start by the restart policy goes on counting restarts.
 */
export function startContainer(transaction: Transaction, id: string, io: Io): StartResult {
  const container = containerWithId(transaction.state, id)
  if (container === null) return { ok: false, error: `No such container: ${id}`, failure: 'state' }
  if (container.state.status === 'paused') {
    return { ok: false, error: 'cannot start a paused container, try unpause instead', failure: 'state' }
  }
  if (isRunning(container)) return { ok: true, hostPid: container.state.hostPid }
  const missing = missingAtStart(transaction.state, container)
  if (missing !== null) return fail(transaction, container, { ok: false, error: missing, failure: 'network' })
  const connected = connectEndpoints(transaction, container)
  if (!connected.ok) return fail(transaction, container, connected)
  const ports = takePorts(transaction, container, connected.value)
  if (!ports.ok) return fail(transaction, container, ports)
  const launched = launch(transaction, container, connected.value, io)
  if (!launched.ok) return fail(transaction, container, launched)
  const hostPid = launched.value
  const sandboxId = drawId(transaction)
  updateContainer(transaction, id, (one) => ({
    ...one,
    ...(transaction.state.rules.dynamicPortsStay ? { hostConfig: withFixedPorts(one.hostConfig, ports.value) } : {}),
    ...(container.state.status === 'restarting' ? {} : { restartCount: 0, restartStreak: 0 }),
    ports: ports.value,
    stoppedByUser: false,
    sandboxId,
  }))
  changeState(transaction, id, {
    status: 'running',
    hostPid,
    exitCode: 0,
    error: '',
    oomKilled: false,
    restartAt: null,
    startedAt: transaction.state.clock,
    health: firstHealth(container, transaction.state.clock),
  })
  for (const endpoint of connected.value) recordConnection(transaction, container, endpoint, 'connect')
  recordContainerEvent(transaction, container, 'start')
  return { ok: true, hostPid }
}

function fail(
  transaction: Transaction,
  container: Container,
  result: Extract<StartResult, { ok: false }>,
): StartResult {
  if (container.state.status === 'restarting')
    changeState(transaction, container.id, { status: 'exited', restartAt: null })
  changeState(transaction, container.id, { error: result.error, exitCode: FAILURE_CODES[result.failure] })
  return result
}

function takePorts(
  transaction: Transaction,
  container: Container,
  endpoints: readonly Endpoint[],
): Step<Container['ports']> {
  const isPublishing = endpoints.some((endpoint) => endpoint.address !== null)
  if (!isPublishing) return { ok: true, value: [] }
  const taken = allocatePorts(transaction, container.config, container.hostConfig)
  if (taken.ok) return { ok: true, value: taken.ports }
  const endpoint = endpoints[0]?.endpointId ?? drawHex(transaction, 64)
  const error = networkFailure(transaction.state.rules, container.name, endpoint, taken.error)
  return { ok: false, error, failure: 'port' }
}

/** Starts PID 1 with the container's own files in place. */
function launch(transaction: Transaction, container: Container, endpoints: readonly Endpoint[], io: Io): Step<number> {
  const before = transaction.state
  const { id, config, hostConfig } = container
  const connected = { ...container, endpoints }
  updateContainer(transaction, id, (one) => ({ ...one, endpoints, ownFiles: ownFilesOf(before, connected) }))
  makeMountPoints(transaction, connected)
  const mismatched = mismatchedMount(before, container)
  if (mismatched !== null) return undo(transaction, before, mountFailure(before.rules, mismatched))
  const files = openFiles(transaction, id, 'root')
  const user = lookUpUser(files, config.User)
  if (!user.ok) return undo(transaction, before, { ok: false, error: user.error, failure: 'user' })
  const started = startProcess(
    transaction.state,
    {
      space: id,
      files,
      argv: [container.path, ...container.args],
      environment: environmentOf(config, config.Hostname, user.user.home),
      directory: config.WorkingDir === '' ? '/' : config.WorkingDir,
      user: user.user.name,
      userGroup: user.user.group,
      terminal: config.Tty,
      stdin: config.OpenStdin,
      logged: true,
      init: hostConfig.Init ?? false,
    },
    io,
  )
  if (!started.ok) return undo(transaction, before, runtimeFailure(before.rules, container.path, started.error))
  transaction.state = bringSurvivors(started.state, id)
  return { ok: true, value: started.hostPid }
}

/** A folder that only exists because something is mounted there is made in the container's own layer. */
function makeMountPoints(transaction: Transaction, { id, image, mounts, upper }: Container): void {
  const root = imageRoot(image.layers)
  const missing = mounts
    .map((mount) => splitPath(mount.destination))
    .filter((parts) => nodeAt(mergeTrees(root, upper), parts) === null && !reachesLink(root, parts))
  if (missing.length === 0) return
  updateContainer(transaction, id, (one) => ({
    ...one,
    upper: missing.reduce((tree, parts) => withFolders(root, tree, parts), one.upper),
  }))
}

/** A link on the way leads elsewhere: nothing is made then. */
function reachesLink(root: DirectoryNode, parts: readonly string[]): boolean {
  return parts.some((_part, index) => nodeAt(root, parts.slice(0, index + 1))?.type === 'symlink')
}

function withFolders(root: DirectoryNode, upper: DirectoryNode, parts: readonly string[]): DirectoryNode {
  return parts.reduce((tree, _part, index) => {
    const path = parts.slice(0, index + 1)
    return nodeAt(mergeTrees(root, tree), path) === null ? writeUpper(root, tree, path, emptyDirectory(0)) : tree
  }, upper)
}

function undo<T>(transaction: Transaction, before: Transaction['state'], result: Step<T>): Step<T> {
  transaction.state = before
  return result
}

/** What the runtime says of a folder over a file, or a file over a folder. */
function mountFailure(rules: Rules, mount: { readonly source: string; readonly destination: string }): Step<number> {
  const { source, destination } = mount
  const stage = 'OCI runtime create failed: runc create failed: unable to start container process'
  const advice =
    'Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type'
  return {
    ok: false,
    error: `${rules.taskError}: ${stage}: error during container init: error mounting "${source}" to rootfs at "${destination}": mount ${source}:${destination} (via /proc/self/fd/6), flags: 0x5000: not a directory: unknown: ${advice}`,
    failure: 'mount',
  }
}

/** What the runtime says of an executable it cannot start. */
function runtimeFailure(rules: Rules, name: string, error: LookUpError): Extract<StartResult, { ok: false }> {
  const prefix = `${rules.taskError}: OCI runtime create failed: runc create failed: unable to start container process`
  return {
    ok: false,
    error: `${prefix}: ${rules.execStage}${execError(name, error)}: unknown`,
    failure: error === 'not-found' ? 'not-found' : 'permission-denied',
  }
}

/** The words of Go's exec for an executable that cannot be started. */
export function execError(name: string, error: LookUpError): string {
  if (error === 'bad-format') return `exec ${name}: exec format error`
  if (error !== 'not-found') return `exec: "${name}": permission denied`
  if (name.includes('/')) return `exec: "${name}": stat ${name}: no such file or directory`
  return `exec: "${name}": executable file not found in $PATH`
}

/** What `State.Health` begins with, or null without a check. */
function firstHealth(container: Container, now: number): Health | null {
  const check = container.config.Healthcheck
  if (check?.Test === undefined || check.Test.length === 0 || check.Test[0] === 'NONE') return null
  return { status: 'starting', failingStreak: 0, log: [], nextProbeAt: now + intervalMs(check.Interval), probe: null }
}

const DEFAULT_INTERVAL_MS = 30_000

/** A health check's interval: nanoseconds of the API as milliseconds; 30 s where none is given. */
export function intervalMs(nanoseconds: number | undefined): number {
  return nanoseconds === undefined || nanoseconds === 0 ? DEFAULT_INTERVAL_MS : nanoseconds / 1e6
}
