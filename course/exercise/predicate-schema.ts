import { z } from 'zod'
import type { RefusalKind } from '@/grader/compare/refusal'
import type { Subject } from '@/grader/pattern'
import type { Predicate } from '@/grader/predicate'
import { idSchema } from '../localized-schema'
import { containerSchema, drawnSchema, imageSchema, subjectShape, subjectsIn } from './pattern-schema'

const glob = z.string().min(1).max(1000)

/** Reasons an exercise may ask for: what a student can bring about. */
const REASONS = [
  'no-such-container',
  'no-such-image',
  'no-such-object',
  'no-such-volume',
  'no-such-network',
  'name-conflict',
  'container-running',
  'container-paused',
  'container-not-running',
  'image-in-use',
  'volume-in-use',
  'network-in-use',
  'port-taken',
  'pull-denied',
  'manifest-unknown',
  'invalid-reference',
  'invalid-name',
  'command-not-found',
  'not-executable',
  'no-command',
  'usage',
  'unknown-command',
  'invalid-argument',
  'other',
] as const satisfies readonly RefusalKind[]

const one = (subject: Subject): boolean => subjectsIn(subject) === 1
const ONE = { message: 'must name one of container, image, volume, network, pushed, host' }

/** A goal's check, or a part of one. */
export const predicateSchema: z.ZodType<Predicate> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('reached'), atLeast: drawnSchema.exactOptional(), ...subjectShape })
      .refine(one, ONE),
    z.strictObject({ kind: z.literal('absent'), ...subjectShape }).refine(one, ONE),
    z
      .strictObject({
        kind: z.literal('happened'),
        action: glob,
        signal: glob.exactOptional(),
        atLeast: drawnSchema.exactOptional(),
        ...subjectShape,
      })
      .refine(one, ONE),
    z
      .strictObject({
        kind: z.literal('shown'),
        atLeast: drawnSchema.exactOptional(),
        only: z.boolean().exactOptional(),
        ...subjectShape,
      })
      .refine(one, ONE),
    z.strictObject({ kind: z.literal('shownAbsent'), ...subjectShape }).refine(one, ONE),
    z.strictObject({ kind: z.literal('printed'), line: glob, in: containerSchema.exactOptional() }),
    z.strictObject({ kind: z.literal('status'), code: drawnSchema, after: glob.exactOptional() }),
    z
      .strictObject({ kind: z.literal('refused'), reason: z.enum(REASONS), ...subjectShape })
      .refine((subject) => subjectsIn(subject) <= 1, { message: 'names more than one object' }),
    z.strictObject({
      kind: z.literal('answered'),
      container: containerSchema,
      port: drawnSchema,
      from: containerSchema.exactOptional(),
      by: z.string().min(1).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('built'),
      image: imageSchema.exactOptional(),
      cached: z.array(glob).exactOptional(),
      ran: z.array(glob).exactOptional(),
    }),
    z.strictObject({ kind: z.literal('answer'), question: idSchema }),
    z.strictObject({ kind: z.literal('inOrder'), steps: z.array(predicateSchema).min(2) }),
    z.strictObject({ kind: z.literal('all'), of: z.array(predicateSchema).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(predicateSchema).min(1) }),
  ]),
)
