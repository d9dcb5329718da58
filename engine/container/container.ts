import type { AppendList } from '../append-list'
import type { DirectoryNode, FileNode } from '../files/tree'
import type { Image } from '../image/image'
import type { ContainerConfig, HostConfig } from './config'

export type ContainerStatus = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead'

export interface HealthLogEntry {
  readonly startedAt: number
  readonly endedAt: number
  readonly exitCode: number
  readonly output: string
}

export interface Health {
  readonly status: 'starting' | 'healthy' | 'unhealthy'
  readonly failingStreak: number
  readonly log: readonly HealthLogEntry[]
  /** When the engine looks next: to start a probe, or to see how the running one goes; null once the container ended. */
  readonly nextProbeAt: number | null
  readonly probe: { readonly hostPid: number; readonly console: number; readonly startedAt: number } | null
}

/** Milliseconds since the epoch throughout. */
export interface ContainerState {
  readonly status: ContainerStatus
  readonly exitCode: number
  readonly error: string
  readonly oomKilled: boolean
  /** PID of PID 1 as the host sees it; 0 while nothing runs. */
  readonly hostPid: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly health: Health | null
  /** Started at least once by this engine. */
  readonly restartAt: number | null
}

/** A file system mounted into a container, as `docker inspect` lists it. */
export interface Mount {
  readonly type: 'volume' | 'bind' | 'tmpfs'
  /** Volume's name; empty for the other types. */
  readonly name: string
  /** Path on the host. */
  readonly source: string
  readonly destination: string
  readonly driver: string
  readonly mode: string
  readonly writable: boolean
  readonly propagation: string
  /** Created without a name for this container: `rm -v` deletes it. */
  readonly anonymous: boolean
}

/** A container's connection to a network. The address is null while the container does not run. */
export interface Endpoint {
  readonly networkId: string
  readonly networkName: string
  readonly endpointId: string
  readonly address: string | null
  readonly mac: string | null
  readonly aliases: readonly string[] | null
  readonly links: readonly string[] | null
  /** Connected by `docker network connect`, not at creation. */
  readonly connected: boolean
  /** Asked for by `--ip`. */
  readonly fixedAddress: string | null
}

/** A port of a running container that is reachable at the host. */
export interface PublishedPort {
  readonly privatePort: number
  readonly protocol: string
  readonly address: string
  readonly publicPort: number
}

export interface LogEntry {
  readonly at: number
  readonly stream: 'stdout' | 'stderr'
  /** With its line feed, if it had one. */
  readonly text: string
}

export interface Container {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  /** The image as it was when the container was created; it stays usable after `rmi -f`. */
  readonly image: Image
  /** The image's name as it was given. */
  readonly imageName: string
  readonly path: string
  readonly args: readonly string[]
  readonly config: ContainerConfig
  readonly hostConfig: HostConfig
  readonly state: ContainerState
  readonly restartCount: number
  /** Consecutive automatic restarts: what the delay grows with. */
  readonly restartStreak: number
  /** Ended by `stop` or `kill`: the restart policy rests until the next start. */
  readonly stoppedByUser: boolean
  /** What the container wrote, over the image's layers. */
  readonly upper: DirectoryNode
  readonly tmpfs: Readonly<Record<string, DirectoryNode>>
  /** /etc/hosts, /etc/hostname, /etc/resolv.conf: files of the engine's own mounted over the image's. */
  readonly ownFiles: Readonly<Record<string, FileNode>>
  readonly mounts: readonly Mount[]
  readonly endpoints: readonly Endpoint[]
  readonly ports: readonly PublishedPort[]
  readonly execIds: readonly string[]
  readonly sandboxId: string
  /** Of all its runs. */
  readonly log: AppendList<LogEntry>
}
