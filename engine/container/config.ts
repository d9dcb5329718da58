import type { Json } from '../json'

/** How Docker's API writes a set: the keys count, the values are empty. */
export type ApiSet = Readonly<Record<string, Readonly<Record<string, never>>>>

/** A health check of an image or container; durations in nanoseconds, as the API has them. */
export type HealthConfig = {
  /** `["NONE"]`, `["CMD", …]` or `["CMD-SHELL", line]`. */
  readonly Test?: readonly string[]
  readonly Interval?: number
  readonly Timeout?: number
  readonly StartPeriod?: number
  readonly Retries?: number
}

/**
 * What a container runs, in the words and key order of Docker's API (`Config` of `docker inspect`, and an image's
 * configuration).
 */
export type ContainerConfig = {
  readonly Hostname: string
  readonly Domainname: string
  readonly User: string
  readonly AttachStdin: boolean
  readonly AttachStdout: boolean
  readonly AttachStderr: boolean
  readonly ExposedPorts?: ApiSet
  readonly Tty: boolean
  readonly OpenStdin: boolean
  readonly StdinOnce: boolean
  readonly Env: readonly string[] | null
  readonly Cmd: readonly string[] | null
  readonly Healthcheck?: HealthConfig
  readonly ArgsEscaped?: boolean
  readonly Image: string
  readonly Volumes: ApiSet | null
  readonly WorkingDir: string
  readonly Entrypoint: readonly string[] | null
  readonly NetworkDisabled?: boolean
  readonly MacAddress?: string
  readonly OnBuild: readonly string[] | null
  readonly Labels: Readonly<Record<string, string>> | null
  readonly StopSignal?: string
  readonly StopTimeout?: number
  readonly Shell?: readonly string[]
}

export type PortBinding = {
  readonly HostIp: string
  /** Text, as Docker keeps it: `""` for a dynamic port, `"8000-8005"` for a range. */
  readonly HostPort: string
}

export type PortMap = Readonly<Record<string, readonly PortBinding[] | null>>

export type RestartPolicy = {
  readonly Name: string
  readonly MaximumRetryCount: number
}

/** One `--mount`, in the words of Docker's API. */
export type MountRequest = {
  readonly Type: string
  readonly Source?: string
  readonly Target: string
  readonly ReadOnly?: boolean
  readonly [option: string]: Json | undefined
}

/** The fields of `HostConfig` the engine acts upon; the others are kept and shown as they came. */
export type HostConfig = {
  readonly Binds: readonly string[] | null
  readonly NetworkMode: string
  readonly PortBindings: PortMap
  readonly RestartPolicy: RestartPolicy
  readonly AutoRemove: boolean
  readonly VolumesFrom: readonly string[] | null
  readonly Links: readonly string[] | null
  readonly ExtraHosts: readonly string[] | null
  readonly Dns: readonly string[] | null
  readonly Privileged: boolean
  readonly PublishAllPorts: boolean
  readonly ReadonlyRootfs: boolean
  readonly Memory: number
  readonly MemorySwap: number
  readonly MemoryReservation: number
  readonly NanoCpus: number
  readonly PidsLimit: number | null
  readonly OomKillDisable: boolean | null
  readonly Init?: boolean
  readonly Tmpfs?: Readonly<Record<string, string>>
  readonly Mounts?: readonly MountRequest[]
  readonly [field: string]: Json | undefined
}

/** Docker's defaults of a container's configuration. */
export const EMPTY_CONFIG: ContainerConfig = {
  Hostname: '',
  Domainname: '',
  User: '',
  AttachStdin: false,
  AttachStdout: false,
  AttachStderr: false,
  Tty: false,
  OpenStdin: false,
  StdinOnce: false,
  Env: null,
  Cmd: null,
  Image: '',
  Volumes: null,
  WorkingDir: '',
  Entrypoint: null,
  OnBuild: null,
  Labels: null,
}
