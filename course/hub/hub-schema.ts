import { z } from 'zod'

const texts = z.array(z.string())
const set = z.record(z.string(), z.object({}))

const configSchema = z
  .object({
    User: z.string().exactOptional(),
    ExposedPorts: set.exactOptional(),
    Env: texts.nullable().exactOptional(),
    Cmd: texts.nullable().exactOptional(),
    Volumes: set.nullable().exactOptional(),
    WorkingDir: z.string().exactOptional(),
    Entrypoint: texts.nullable().exactOptional(),
    OnBuild: texts.nullable().exactOptional(),
    Labels: z.record(z.string(), z.string()).nullable().exactOptional(),
    StopSignal: z.string().exactOptional(),
  })
  .readonly()

export const imagesSchema = z.array(
  z.strictObject({
    repository: z.string(),
    tags: texts.min(1),
    from: z.string().exactOptional(),
    created: z.string(),
    config: configSchema,
    steps: z.array(
      z.strictObject({
        by: z.string(),
        size: z.number().int().positive().exactOptional(),
        roots: texts.exactOptional(),
      }),
    ),
  }),
)

export const catalogueSchema = z.array(
  z.object({
    repository: z.string(),
    tag: z.string(),
    digest: z.string(),
    id: z.string(),
    layers: z.array(
      z.object({
        digest: z.string(),
        diffId: z.string(),
        size: z.number(),
        tarSize: z.number().exactOptional(),
        compressedSize: z.number().exactOptional(),
        roots: texts.exactOptional(),
      }),
    ),
    created: z.string(),
    config: configSchema,
    history: z.array(
      z.object({
        created: z.string(),
        created_by: z.string(),
        empty_layer: z.boolean().exactOptional(),
        comment: z.string().exactOptional(),
      }),
    ),
    dockerVersion: z.string().exactOptional(),
    architecture: z.string().exactOptional(),
    os: z.string().exactOptional(),
  }),
)

const fileSchema = z.union([
  z.string(),
  z.strictObject({ text: z.string(), mode: z.number().exactOptional(), owner: z.string().exactOptional() }),
])

export const rootsSchema = z.record(
  z.string(),
  z.strictObject({
    extends: texts.exactOptional(),
    directories: texts.exactOptional(),
    files: z.record(z.string(), fileSchema).exactOptional(),
    programs: z.record(z.string(), z.string()).exactOptional(),
    programsIn: z.record(z.string(), texts).exactOptional(),
    links: z.record(z.string(), z.string()).exactOptional(),
    applets: z.strictObject({ target: z.string(), directories: z.record(z.string(), texts) }).exactOptional(),
    programSize: z.number().exactOptional(),
  }),
)

export const layerRootsSchema = z.record(z.string(), z.array(texts))

export const searchSchema = z.object({
  search: z
    .record(
      z.string(),
      z.array(
        z.object({
          name: z.string(),
          description: z.string(),
          stars: z.number(),
          official: z.boolean(),
          automated: z.boolean(),
        }),
      ),
    )
    .exactOptional(),
  accounts: z.record(z.string(), z.string()).exactOptional(),
  privateRepositories: texts.exactOptional(),
})
