import { emptyList } from './append-list'
import type { DirectoryNode } from './files/tree'
import { hostRoot } from './host/root'
import { emptyKernel } from './kernel/state'
import { builtinNetworks } from './network/builtin'
import { PROFILE_TODAY, type Profile } from './profile'
import { type Rules, rulesOf } from './rules'
import type { EngineState, Transaction } from './state'

/** What a simulated machine starts with; everything may be left out. */
export interface StateOptions {
  readonly seed?: number
  readonly profile?: Profile
  /** Behaviours that differ from the engine's own: a *wrong engine*. */
  readonly rules?: Partial<Rules>
  /** Milliseconds since the epoch. */
  readonly clock?: number
  readonly hostname?: string
  readonly user?: string
  readonly root?: DirectoryNode
  readonly kernelRelease?: string
}

/** 5 January 2026, 09:00 UTC. */
const FIRST_DAY = Date.UTC(2026, 0, 5, 9, 0, 0)
const FIRST_DYNAMIC_PORT = 32768
/** The machine has run for a day and some. */
const BOOTED_BEFORE_MS = 26 * 3_600_000 + 14 * 60_000
/** Debian 12's. */
const KERNEL_RELEASE = '6.1.0-41-amd64'

/** A machine with a running engine and nothing in it. */
export function createState(options: StateOptions = {}): EngineState {
  const { seed = 1, profile = PROFILE_TODAY, clock = FIRST_DAY, hostname = 'host', user = 'student' } = options
  const transaction: Transaction = {
    state: {
      clock,
      entropy: { seed, drawn: 0 },
      profile,
      rules: { ...rulesOf(profile.engine), ...options.rules },
      host: {
        hostname,
        root: options.root ?? hostRoot(user, clock, hostname),
        daemon: 'running',
        daemonSince: clock - BOOTED_BEFORE_MS,
        daemonEnabled: true,
        dockerUsers: [user],
        online: true,
        busyPorts: [],
        memory: 25_276_000_000,
        cpus: 2,
        kernelRelease: options.kernelRelease ?? KERNEL_RELEASE,
      },
      images: [],
      references: [],
      containers: [],
      removed: [],
      volumes: [],
      networks: [],
      credentials: {},
      pushed: [],
      buildCache: [],
      events: emptyList(),
      kernel: emptyKernel(),
      archives: {},
      nextDynamicPort: FIRST_DYNAMIC_PORT,
      machines: {},
    },
  }
  const networks = builtinNetworks(transaction)
  return { ...transaction.state, networks }
}
