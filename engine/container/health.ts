import { openFiles } from '../files/space-view'
import type { Io } from '../io'
import { followConsole, leaveConsole } from '../kernel/console'
import { signalProcess } from '../kernel/deliver'
import { startProcess } from '../kernel/start'
import { findConsole } from '../kernel/streams'
import type { Transaction } from '../state'
import type { HealthConfig } from './config'
import type { Container, Health } from './container'
import { changeState, recordContainerEvent } from './create'
import { environmentOf } from './merge-config'
import { intervalMs } from './start'
import { lookUpUser } from './user'

const DEFAULT_RETRIES = 3
const LOG_KEPT = 5
/** How often the engine looks whether a probe ended. */
const POLL_MS = 50
/** Stands for the engine among the clients that follow a console. */
const ENGINE_CLIENT = -1

/** Starts a container's next health probe, or looks how the running one goes, when that is due. */
export function checkHealth(transaction: Transaction, container: Container, io: Io): void {
  const { health, status } = container.state
  const check = container.config.Healthcheck
  if (health === null || check === undefined || health.nextProbeAt === null) return
  if (health.nextProbeAt > transaction.state.clock) return
  if (status !== 'running')
    setHealth(transaction, container, { ...health, nextProbeAt: transaction.state.clock + intervalMs(check.Interval) })
  else if (health.probe === null) startProbe(transaction, container, health, check, io)
  else followProbe(transaction, container, health, check)
}

function setHealth(transaction: Transaction, container: Container, health: Health): void {
  changeState(transaction, container.id, { health })
}

function startProbe(transaction: Transaction, container: Container, health: Health, check: HealthConfig, io: Io): void {
  const { clock } = transaction.state
  const { config, id } = container
  const files = openFiles(transaction, id, 'root')
  const user = lookUpUser(files, config.User)
  const [kind = '', ...words] = check.Test ?? []
  const argv = kind === 'CMD-SHELL' ? [...(config.Shell ?? ['/bin/sh', '-c']), ...words] : words
  const started = startProcess(
    transaction.state,
    {
      space: id,
      files,
      argv,
      environment: environmentOf(config, config.Hostname, user.ok ? user.user.home : '/root'),
      directory: config.WorkingDir === '' ? '/' : config.WorkingDir,
      user: user.ok ? user.user.name : 'root',
      terminal: false,
      stdin: false,
      logged: false,
    },
    io,
  )
  if (!started.ok) {
    finish(
      transaction,
      container,
      { ...health, probe: { hostPid: 0, console: 0, startedAt: clock } },
      check,
      -1,
      `exec: "${argv[0] ?? ''}" cannot be started`,
    )
    return
  }
  transaction.state = followConsole(started.state, started.console, ENGINE_CLIENT)
  const probe = { hostPid: started.hostPid, console: started.console, startedAt: clock }
  setHealth(transaction, container, { ...health, probe, nextProbeAt: clock + POLL_MS })
}

function followProbe(transaction: Transaction, container: Container, health: Health, check: HealthConfig): void {
  const { probe } = health
  const { clock } = transaction.state
  if (probe === null) return
  const console = findConsole(transaction.state, probe.console)
  const client = console?.clients.find((one) => one.hostPid === ENGINE_CLIENT)
  const output = client?.chunks.map((chunk) => chunk.text).join('') ?? ''
  const timeoutMs = intervalMs(check.Timeout)
  if (console === null || console.status !== null) {
    transaction.state = leaveConsole(transaction.state, probe.console, ENGINE_CLIENT)
    finish(transaction, container, health, check, console?.status?.code ?? -1, output)
  } else if (clock - probe.startedAt >= timeoutMs) {
    transaction.state = leaveConsole(
      signalProcess(transaction.state, probe.hostPid, 'KILL'),
      probe.console,
      ENGINE_CLIENT,
    )
    finish(transaction, container, health, check, -1, `Health check exceeded timeout (${timeoutMs / 1000}s)`)
  } else {
    setHealth(transaction, container, {
      ...health,
      nextProbeAt: Math.min(clock + POLL_MS, probe.startedAt + timeoutMs),
    })
  }
}

/** Success makes healthy at once; `retries` failures in a row after the start period make unhealthy. */
function finish(
  transaction: Transaction,
  container: Container,
  health: Health,
  check: HealthConfig,
  exitCode: number,
  output: string,
): void {
  const { clock } = transaction.state
  const startedAt = health.probe?.startedAt ?? clock
  const upMs = clock - (container.state.startedAt ?? clock)
  const startPeriodMs = (check.StartPeriod ?? 0) / 1e6
  const counts = exitCode !== 0 && !(health.status === 'starting' && upMs < startPeriodMs)
  const failingStreak = exitCode === 0 ? 0 : health.failingStreak + (counts ? 1 : 0)
  const retries = check.Retries === undefined || check.Retries === 0 ? DEFAULT_RETRIES : check.Retries
  const status = exitCode === 0 ? 'healthy' : failingStreak >= retries ? 'unhealthy' : health.status
  const entry = { startedAt, endedAt: clock, exitCode, output }
  const log = [...health.log, entry].slice(-LOG_KEPT)
  setHealth(transaction, container, {
    status,
    failingStreak,
    log,
    nextProbeAt: clock + intervalMs(check.Interval),
    probe: null,
  })
  if (status !== health.status) recordContainerEvent(transaction, container, `health_status: ${status}`)
}
