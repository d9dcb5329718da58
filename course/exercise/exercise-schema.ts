import { z } from 'zod'
import type { ContainerPattern, Exercise, Predicate } from '@/grader/exercise'
import { idSchema, localizedSchema } from '../localized-schema'

const port = z.int().min(1).max(65_535)
const line = z.string().trim().min(1).max(1000)
const script = z.string().trim().min(1).max(20_000)

const container = z.strictObject({
  as: idSchema.exactOptional(),
  is: idSchema.exactOptional(),
  image: line.exactOptional(),
  name: line.exactOptional(),
  status: z.enum(['created', 'running', 'paused', 'exited']).exactOptional(),
  exitCode: z.int().min(0).max(255).exactOptional(),
  detached: z.boolean().exactOptional(),
  publishes: port.exactOptional(),
  hostPort: port.exactOptional(),
}) satisfies z.ZodType<ContainerPattern>

const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('reached'), container }),
    z.strictObject({ kind: z.literal('happened'), action: line, container, signal: line.exactOptional() }),
    z.strictObject({ kind: z.literal('shown'), container }),
    z.strictObject({ kind: z.literal('answered'), container, port }),
    z.strictObject({ kind: z.literal('inOrder'), steps: z.array(predicate).min(2) }),
    z.strictObject({ kind: z.literal('all'), of: z.array(predicate).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(predicate).min(1) }),
  ]),
)

const goal = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  points: z.number().positive().max(100),
  after: z.array(idSchema).default([]),
  check: predicate,
  hints: z
    .array(
      z.strictObject({
        kind: z.enum(['concept', 'command', 'flags']),
        text: localizedSchema,
        cost: z.number().min(0).max(1),
      }),
    )
    .max(3)
    .default([]),
  chapter: z
    .string()
    .regex(/^\d\d-[a-z0-9-]+(#[a-z0-9-]+)?$/u, 'must be chapter or chapter#section')
    .nullable()
    .default(null),
})

const transcript = z.strictObject({
  name: line,
  script,
  loses: z.array(idSchema).default([]),
})

/** `content/exercises/<slug>/exercise.yaml`, its slug added from the folder's name. */
export const exerciseSchema = z.strictObject({
  slug: idSchema,
  version: z.string().regex(/^\d+(\.\d+)*$/u, 'must be a version such as "1"'),
  title: localizedSchema,
  statement: localizedSchema,
  chapter: idSchema,
  minutes: z.int().min(1).max(240),
  parameters: z
    .array(
      z.strictObject({
        name: idSchema,
        values: z.array(z.union([line, z.number()])).min(1),
        default: z.int().min(0),
      }),
    )
    .default([]),
  start: z
    .strictObject({
      images: z.array(line).default([]),
      commands: z.array(line).default([]),
      files: z.record(line, z.string().max(100_000)).default({}),
    })
    .default({ images: [], commands: [], files: {} }),
  goals: z.array(goal).min(1).max(20),
  reference: script,
  accepted: z.array(transcript).default([]),
  nearMisses: z.array(transcript).default([]),
}) satisfies z.ZodType<Exercise>
