import { z } from 'zod'
import type { StartState } from '@/grader/exercise'

const line = z.string().trim().min(1).max(1000)

/** What a machine has before the first command of an exercise or a question. */
export const startSchema = z
  .strictObject({
    images: z.array(line).default([]),
    commands: z.array(line).default([]),
    files: z.record(line, z.string().max(100_000)).default({}),
  })
  .default({ images: [], commands: [], files: {} }) satisfies z.ZodType<StartState>
