import { listItems } from '../append-list'
import type { ContainerConfig } from '../container/config'
import type { Container, LogEntry } from '../container/container'
import { createContainer } from '../container/create'
import { HOST_DEFAULTS } from '../container/host-defaults'
import { containerWithId } from '../container/lookup'
import { startContainer } from '../container/start'
import type { Image } from '../image/image'
import type { Io } from '../io'
import { signalProcess } from '../kernel/deliver'
import { runMachine } from '../kernel/scheduler'
import { machineOf } from '../machine'
import type { Transaction } from '../state'

/** Virtual time one RUN may take, in milliseconds. */
const RUN_MAX_MS = 400_000

/** Creates the container of a step, or says why the engine refuses. */
export function createStepContainer(
  transaction: Transaction,
  image: Image,
  config: ContainerConfig,
  network: string,
): { readonly ok: true; readonly container: Container } | { readonly ok: false; readonly error: string } {
  const hostConfig = { ...HOST_DEFAULTS, NetworkMode: network === '' ? 'default' : network }
  return createContainer(transaction, image, { name: null, config, hostConfig, endpoints: [] })
}

export type RunResult =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly log: readonly LogEntry[] }
  | { readonly kind: 'refused'; readonly error: string }
  /** It went on past the limit and was killed. */
  | { readonly kind: 'endless'; readonly log: readonly LogEntry[]; readonly seconds: number }

/** Runs a step's container to its end, as `docker run` would; everything else on the machine goes on meanwhile. */
export function runToEnd(transaction: Transaction, containerId: string, io: Io): RunResult {
  const started = startContainer(transaction, containerId, io)
  if (!started.ok) return { kind: 'refused', error: started.error }
  const machine = machineOf(io)
  const { hostPid } = started
  const latest = transaction.state.clock + RUN_MAX_MS
  transaction.state = runMachine(transaction.state, machine, { exitOf: hostPid, latest })
  const isRunning = containerWithId(transaction.state, containerId)?.state.status === 'running'
  if (isRunning) {
    const killed = signalProcess(transaction.state, hostPid, 'KILL')
    transaction.state = runMachine(killed, machine, { exitOf: hostPid, latest: killed.clock + 1000 })
  }
  const container = containerWithId(transaction.state, containerId)
  const log = container === null ? [] : listItems(container.log)
  if (isRunning) return { kind: 'endless', log, seconds: RUN_MAX_MS / 1000 }
  return { kind: 'ended', exitCode: container?.state.exitCode ?? 0, log }
}
