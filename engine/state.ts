import type { AppendList } from './append-list'
import type { Archive } from './archive/archive'
import type { CacheRecord } from './build/buildkit/cache-record'
import type { Container } from './container/container'
import type { Entropy } from './entropy'
import type { EngineEvent } from './events/event'
import type { DirectoryNode } from './files/tree'
import type { Image, NamedImage } from './image/image'
import type { KernelState } from './kernel/state'
import type { Network } from './network/network'
import type { Profile } from './profile'
import type { Rules } from './rules'
import type { Volume } from './volume/volume'

/** The machine the engine runs on. Bind mounts share `root` with the terminal. */
export interface Host {
  readonly hostname: string
  readonly root: DirectoryNode
  /** `stopped`: nobody listens at the socket. */
  readonly daemon: 'running' | 'stopped'
  /** When the engine was started or stopped last. */
  readonly daemonSince: number
  /** Whether it starts with the machine (`systemctl enable docker`). */
  readonly daemonEnabled: boolean
  /** Users whose login has the docker group, which may open /var/run/docker.sock besides root. */
  readonly dockerUsers: readonly string[]
  /** Whether registries can be reached. */
  readonly online: boolean
  /** Ports of programs outside Docker. */
  readonly busyPorts: readonly { readonly address: string; readonly port: number }[]
  /** Bytes of memory and number of CPUs, as `docker info` and `--cpus` know them. */
  readonly memory: number
  readonly cpus: number
  /** `uname -r`, on the host as in its containers. */
  readonly kernelRelease: string
}

/** Who `docker login` signed in, by registry host (`docker.io` for the Hub). */
export type Credentials = Readonly<Record<string, { readonly user: string }>>

/** What was pushed from here: image by full name and tag. */
export interface PushedImage {
  readonly repository: string
  readonly tag: string
  readonly digest: string
  readonly image: Image
}

/** Everything the simulated machine is, as plain readonly data. A command makes a new state; nothing is mutated. */
export interface EngineState {
  /** Milliseconds since the epoch on the virtual clock. */
  readonly clock: number
  readonly entropy: Entropy
  readonly profile: Profile
  readonly rules: Rules
  readonly host: Host
  readonly images: readonly Image[]
  readonly references: readonly NamedImage[]
  /** In order of creation. */
  readonly containers: readonly Container[]
  /** What was removed, the newest last, as it was then: no command shows it, but a session is judged by it. */
  readonly removed: readonly Container[]
  readonly volumes: readonly Volume[]
  readonly networks: readonly Network[]
  readonly credentials: Credentials
  readonly pushed: readonly PushedImage[]
  /** Results BuildKit keeps, the oldest first. */
  readonly buildCache: readonly CacheRecord[]
  readonly events: AppendList<EngineEvent>
  readonly kernel: KernelState
  /** Contents of tar files, by the id their payload names. */
  readonly archives: Readonly<Record<string, Archive>>
  /** Next dynamic host port to try, and next subnet: both only grow, as the kernel's do. */
  readonly nextDynamicPort: number
  /** Other machines that were visited (`ssh host2`), each with an engine of its own, by name. */
  readonly machines: Readonly<Record<string, EngineState>>
}

/** A holder of the state during one command: the state inside is replaced, never changed. */
export interface Transaction {
  state: EngineState
}
