import { z } from 'zod'
import type { DiagnosticCode } from '@/grader/read/transcript'
import type { Change, Explanation, StepVerdict, StepVerdictKind, Verdict } from '@/grader/verdict'

/** Names every member of a union, so that the compiler reports one added later. */
function allOf<Member extends string>(members: { readonly [Name in Member]: Name }) {
  return members
}

/**
 * The verdict document as it lies in the database. Written by the grader only; parsed when read because rows outlive
 * the code that wrote them.
 */
const message = z.object({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const finding = z.object({
  code: z.string(),
  line: z.number(),
  message,
  expected: z.string(),
  observed: z.string(),
})

const change = z.object({
  kind: z.enum(allOf<Change['kind']>({ container: 'container', image: 'image', volume: 'volume', network: 'network' })),
  object: z.string(),
  action: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})

const step = z.object({
  terminal: z.number(),
  line: z.number(),
  endLine: z.number(),
  prompt: z.string(),
  context: z.enum(allOf<StepVerdict['context']>({ host: 'host', container: 'container' })),
  command: z.string(),
  output: z.string(),
  verdict: z.enum(
    allOf<StepVerdictKind>({
      consistent: 'consistent',
      inconsistent: 'inconsistent',
      unexplained: 'unexplained',
      unverifiable: 'unverifiable',
      failed: 'failed',
    }),
  ),
  findings: z.array(finding),
  changes: z.array(change),
})

const diagnostic = z.object({
  terminal: z.number(),
  line: z.number(),
  code: z.enum(
    allOf<DiagnosticCode>({
      empty: 'empty',
      'too-large': 'too-large',
      binary: 'binary',
      'utf-16': 'utf-16',
      dockerfile: 'dockerfile',
      yaml: 'yaml',
      'no-command': 'no-command',
      'no-prompt': 'no-prompt',
      'unclosed-command': 'unclosed-command',
      'not-shown': 'not-shown',
    }),
  ),
  message: z.string(),
})

const goal = z.object({
  id: z.string(),
  points: z.number(),
  max: z.number(),
  met: z.boolean(),
  message,
  line: z.number().nullable(),
  terminal: z.number().nullable(),
})

export const verdictSchema = z.object({
  exercise: z.string(),
  drawSeed: z.number().nullable(),
  score: z.number(),
  max: z.number(),
  goals: z.array(goal),
  /** Verdicts of graders before 1.2 have none. */
  answers: z.array(z.object({ question: z.string(), right: z.boolean() })).default([]),
  steps: z.array(step),
  diagnostics: z.array(diagnostic),
  inconsistent: z.number(),
  unexplained: z.number(),
  versions: z.object({ engine: z.string(), grader: z.string(), exercise: z.string() }),
}) satisfies z.ZodType<Verdict>

/** The second document. */
export const explanationSchema = z.object({
  goals: z.array(z.object({ goal: z.string(), why: message, chapter: z.string().nullable() })),
  repairs: z.array(
    z.object({
      terminal: z.number(),
      line: z.number(),
      before: z.string(),
      after: z.string(),
      scoreAfter: z.number(),
    }),
  ),
  misconception: z.string().nullable(),
}) satisfies z.ZodType<Explanation>
