import { z } from 'zod'
import type {
  ContainerPattern,
  Drawn,
  HostPattern,
  ImagePattern,
  NetworkPattern,
  PushedPattern,
  Subject,
  VolumePattern,
} from '@/grader/pattern'
import { idSchema } from '../localized-schema'

const glob = z.string().max(1000)
const texts = z.record(z.string().max(200), glob)
const files = z.record(z.string().min(1).max(500), glob.nullable())

/** A number, or the parameter that is drawn for it. */
export const drawnSchema = z.union([
  z.number(),
  z.string().regex(/^\{\{[a-z0-9-]+\}\}$/u, 'must be a number or a {{parameter}}'),
]) satisfies z.ZodType<Drawn>

const range = z.strictObject({ min: drawnSchema.exactOptional(), max: drawnSchema.exactOptional() })

const mount = z.strictObject({
  as: idSchema.exactOptional(),
  type: z.enum(['volume', 'bind', 'tmpfs']).exactOptional(),
  name: glob.exactOptional(),
  anonymous: z.boolean().exactOptional(),
  source: glob.exactOptional(),
  target: glob.exactOptional(),
  readonly: z.boolean().exactOptional(),
})

const endpoint = z.strictObject({
  as: idSchema.exactOptional(),
  name: glob.exactOptional(),
  alias: glob.exactOptional(),
  connected: z.boolean().exactOptional(),
})

const process = z.strictObject({
  command: glob.exactOptional(),
  pid: drawnSchema.exactOptional(),
  user: glob.exactOptional(),
  exec: z.boolean().exactOptional(),
})

export const containerSchema: z.ZodType<ContainerPattern> = z.lazy(() =>
  z.strictObject({
    as: idSchema.exactOptional(),
    not: containerSchema.exactOptional(),
    image: glob.exactOptional(),
    imageAs: idSchema.exactOptional(),
    name: glob.exactOptional(),
    named: z.boolean().exactOptional(),
    status: z.enum(['created', 'running', 'paused', 'restarting', 'exited']).exactOptional(),
    exitCode: drawnSchema.exactOptional(),
    oomKilled: z.boolean().exactOptional(),
    restarts: range.exactOptional(),
    health: z.enum(['starting', 'healthy', 'unhealthy']).exactOptional(),
    detached: z.boolean().exactOptional(),
    interactive: z.boolean().exactOptional(),
    publishes: drawnSchema.exactOptional(),
    hostPort: drawnSchema.exactOptional(),
    dynamic: z.boolean().exactOptional(),
    hostIp: glob.exactOptional(),
    command: glob.exactOptional(),
    env: texts.exactOptional(),
    labels: texts.exactOptional(),
    user: glob.exactOptional(),
    hostname: glob.exactOptional(),
    workdir: glob.exactOptional(),
    init: z.boolean().exactOptional(),
    autoRemove: z.boolean().exactOptional(),
    restart: glob.exactOptional(),
    memory: range.exactOptional(),
    cpus: range.exactOptional(),
    mounts: z.array(mount).exactOptional(),
    networks: z.array(endpoint).exactOptional(),
    address: glob.exactOptional(),
    log: glob.exactOptional(),
    files: files.exactOptional(),
    diff: z.array(glob).exactOptional(),
    runs: process.exactOptional(),
  }),
)

export const imageSchema: z.ZodType<ImagePattern> = z.lazy(() =>
  z.strictObject({
    as: idSchema.exactOptional(),
    not: imageSchema.exactOptional(),
    name: glob.exactOptional(),
    tags: range.exactOptional(),
    layers: range.exactOptional(),
    steps: range.exactOptional(),
    size: range.exactOptional(),
    smallerThan: imageSchema.exactOptional(),
    from: z.string().min(1).max(300).exactOptional(),
    history: glob.exactOptional(),
    cmd: glob.exactOptional(),
    entrypoint: glob.exactOptional(),
    exec: z.boolean().exactOptional(),
    env: texts.exactOptional(),
    labels: texts.exactOptional(),
    user: glob.exactOptional(),
    workdir: glob.exactOptional(),
    exposes: drawnSchema.exactOptional(),
    volume: glob.exactOptional(),
    stopSignal: glob.exactOptional(),
    healthcheck: z.boolean().exactOptional(),
    files: files.exactOptional(),
  }),
)

const volumeSchema: z.ZodType<VolumePattern> = z.lazy(() =>
  z.strictObject({
    as: idSchema.exactOptional(),
    not: volumeSchema.exactOptional(),
    name: glob.exactOptional(),
    anonymous: z.boolean().exactOptional(),
    labels: texts.exactOptional(),
    files: files.exactOptional(),
  }),
)

const networkSchema: z.ZodType<NetworkPattern> = z.lazy(() =>
  z.strictObject({
    as: idSchema.exactOptional(),
    not: networkSchema.exactOptional(),
    name: glob.exactOptional(),
    custom: z.boolean().exactOptional(),
    driver: z.string().max(60).exactOptional(),
    subnet: glob.exactOptional(),
    internal: z.boolean().exactOptional(),
    labels: texts.exactOptional(),
  }),
)

const pushedSchema = z.strictObject({
  as: idSchema.exactOptional(),
  name: glob.exactOptional(),
  tag: glob.exactOptional(),
}) satisfies z.ZodType<PushedPattern>

const hostSchema = z.strictObject({
  files: files.exactOptional(),
  signedIn: z.string().max(200).exactOptional(),
}) satisfies z.ZodType<HostPattern>

/** What a predicate may speak of; exactly one of them, which `namesOneSubject` checks. */
export const subjectShape = {
  container: containerSchema.exactOptional(),
  image: imageSchema.exactOptional(),
  volume: volumeSchema.exactOptional(),
  network: networkSchema.exactOptional(),
  pushed: pushedSchema.exactOptional(),
  host: hostSchema.exactOptional(),
}

/** How many of the subjects are named. */
export function subjectsIn({ container, image, volume, network, pushed, host }: Subject): number {
  return [container, image, volume, network, pushed, host].filter((subject) => subject !== undefined).length
}
