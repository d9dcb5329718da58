/** A number, or the parameter `{{name}}` that stands for one until it is drawn. */
export type Drawn = number | string

/** A text in which `*` stands for any characters, also none: `nginx*`, `*hello*`. Without `*` it is the whole text. */
export type Glob = string

/** Bounds of a number; what is left out does not bind. */
export interface Range {
  readonly min?: Drawn
  readonly max?: Drawn
}

/** Files by absolute path (of the host also relative to the home folder): what each holds; `null`: it is not there. */
export type FilePatterns = Readonly<Record<string, Glob | null>>

/** A process of a container. */
export interface ProcessPattern {
  /** Its words joined by blanks. */
  readonly command?: Glob
  readonly pid?: Drawn
  readonly user?: Glob
  /** Started by `docker exec`. */
  readonly exec?: boolean
}

/** Something mounted into a container. */
export interface MountPattern {
  /** A volume's variable: all patterns of the exercise with it speak of the same volume. */
  readonly as?: string
  readonly type?: 'volume' | 'bind' | 'tmpfs'
  /** A volume's name. */
  readonly name?: Glob
  readonly anonymous?: boolean
  /** Path on the host. */
  readonly source?: Glob
  readonly target?: Glob
  readonly readonly?: boolean
}

/** A network a container is connected to. */
export interface EndpointPattern {
  /** A network's variable. */
  readonly as?: string
  readonly name?: Glob
  readonly alias?: Glob
  /** Connected by `docker network connect`, not at creation. */
  readonly connected?: boolean
}

/**
 * Which container is meant. Every given field must hold. `as` is a variable: all patterns of an exercise with the same
 * variable speak of the same container, two variables of two, and the score is that of the best choice.
 */
export interface ContainerPattern {
  readonly as?: string
  /** What must not fit. */
  readonly not?: ContainerPattern
  /** Familiar repository name, with or without tag: `nginx` is any tag of nginx. */
  readonly image?: Glob
  /** Variable of the image it was made from. */
  readonly imageAs?: string
  readonly name?: Glob
  /** Given a name, rather than one that Docker drew. */
  readonly named?: boolean
  readonly status?: 'created' | 'running' | 'paused' | 'restarting' | 'exited'
  readonly exitCode?: Drawn
  readonly oomKilled?: boolean
  readonly restarts?: Range
  readonly health?: 'starting' | 'healthy' | 'unhealthy'
  readonly detached?: boolean
  /** With an open input and a terminal (`-it`). */
  readonly interactive?: boolean
  /** A published port of the container, e.g. 80; `hostPort` fixes the other side, `dynamic` says that Docker chose it. */
  readonly publishes?: Drawn
  readonly hostPort?: Drawn
  readonly dynamic?: boolean
  readonly hostIp?: Glob
  /** All of what it runs, entrypoint and arguments, joined by blanks. */
  readonly command?: Glob
  readonly env?: Readonly<Record<string, Glob>>
  readonly labels?: Readonly<Record<string, Glob>>
  readonly user?: Glob
  readonly hostname?: Glob
  readonly workdir?: Glob
  readonly init?: boolean
  /** Run with `--rm`. */
  readonly autoRemove?: boolean
  /** `no`, `always`, `unless-stopped`, `on-failure`, `on-failure:3`. */
  readonly restart?: Glob
  /** Limit in MiB; 0 is none. */
  readonly memory?: Range
  readonly cpus?: Range
  readonly mounts?: readonly MountPattern[]
  readonly networks?: readonly EndpointPattern[]
  readonly address?: Glob
  /** A line of its output, also of an earlier run. */
  readonly log?: Glob
  readonly files?: FilePatterns
  /** Paths that `docker diff` lists: `A /etc/motd`, `C /etc`, `D /etc/issue`. */
  readonly diff?: readonly Glob[]
  readonly runs?: ProcessPattern
}

/** Which image is meant. */
export interface ImagePattern {
  readonly as?: string
  readonly not?: ImagePattern
  /** One of its names: `nginx` is any tag of nginx, `nginx:1.27` that tag. */
  readonly name?: Glob
  /** How many names with a tag it has; 0 is a dangling image. */
  readonly tags?: Range
  /** File system layers. */
  readonly layers?: Range
  /** Rows of `docker history`. */
  readonly steps?: Range
  /** MB, as `docker images` shows them. */
  readonly size?: Range
  /** It has fewer bytes than an image like this, which is on the machine too. */
  readonly smallerThan?: ImagePattern
  /** Its lowest layers are those of this image of the Hub or of the machine. */
  readonly from?: string
  /** Some row of its history. */
  readonly history?: Glob
  /** CMD and ENTRYPOINT, their words joined by blanks. */
  readonly cmd?: Glob
  readonly entrypoint?: Glob
  /** Written as a list of words, not as a line for a shell. */
  readonly exec?: boolean
  readonly env?: Readonly<Record<string, Glob>>
  readonly labels?: Readonly<Record<string, Glob>>
  readonly user?: Glob
  readonly workdir?: Glob
  readonly exposes?: Drawn
  readonly volume?: Glob
  readonly stopSignal?: Glob
  readonly healthcheck?: boolean
  readonly files?: FilePatterns
}

/** Which volume is meant. */
export interface VolumePattern {
  readonly as?: string
  readonly not?: VolumePattern
  readonly name?: Glob
  readonly anonymous?: boolean
  readonly labels?: Readonly<Record<string, Glob>>
  readonly files?: FilePatterns
}

/** Which network is meant. */
export interface NetworkPattern {
  readonly as?: string
  readonly not?: NetworkPattern
  readonly name?: Glob
  /** Made by the user: not bridge, host or none. */
  readonly custom?: boolean
  readonly driver?: string
  readonly subnet?: Glob
  readonly internal?: boolean
  readonly labels?: Readonly<Record<string, Glob>>
}

/** Something pushed to a registry from this machine. */
export interface PushedPattern {
  /** Variable of the image that was pushed. */
  readonly as?: string
  /** Familiar name: `zoe/site`, `localhost:5000/site`. */
  readonly name?: Glob
  readonly tag?: Glob
}

/** The student's machine itself. */
export interface HostPattern {
  readonly files?: FilePatterns
  /** Signed in at this registry (`docker.io` for the Hub). */
  readonly signedIn?: string
}

/** What a predicate speaks of: exactly one of these. */
export interface Subject {
  readonly container?: ContainerPattern
  readonly image?: ImagePattern
  readonly volume?: VolumePattern
  readonly network?: NetworkPattern
  readonly pushed?: PushedPattern
  readonly host?: HostPattern
}
