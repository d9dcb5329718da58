import { z } from 'zod'
import type { AppealCase } from '@/grader/appeal-case'
import type { GraderData } from '@/grader/check'
import { gradeSubmission } from '@/grader/grade'
import type { StepVerdict } from '@/grader/verdict'
import { exerciseNamed } from './exercises'
import { parseJson } from './input'
import { BadInput } from './outcome'

const caseSchema = z.object({
  format: z.literal('quai-appeal-1'),
  exercise: z.string(),
  drawSeed: z.number().nullable(),
  versions: z.object({ engine: z.string(), grader: z.string(), exercise: z.string() }),
  terminal: z.number().int().min(0),
  line: z.number().int().min(1),
  command: z.string(),
  printed: z.string(),
  disagreements: z.array(z.object({ line: z.number(), code: z.string(), predicted: z.string(), printed: z.string() })),
  comment: z.string(),
  transcripts: z.array(z.string()),
  files: z.record(z.string(), z.string()),
}) satisfies z.ZodType<AppealCase>

/** An appeal's case file, with what the engine of today says of the command it is about. */
export interface JudgedCase {
  readonly appeal: AppealCase
  readonly step: StepVerdict
  /** Whether it still disagrees with what the student's Docker printed. */
  readonly isDisputed: boolean
}

/** Judges a case file again; refuses one that is none, or whose session has no such command. */
export function judgeCase(file: string, text: string, data: GraderData): JudgedCase {
  const read = caseSchema.safeParse(parseJson(file, text))
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new BadInput(`${file}:1: is no appeal (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`)
  }
  const { exercise, transcripts, files, drawSeed, terminal, line } = read.data
  const { steps } = gradeSubmission(exerciseNamed(exercise), { transcripts, files, drawSeed }, data)
  const step = steps.find((one) => one.terminal === terminal && one.line === line)
  if (step === undefined) throw new BadInput(`${file}:1: its session has no command at line ${line}`)
  return { appeal: read.data, step, isDisputed: step.verdict === 'inconsistent' || step.verdict === 'unexplained' }
}
