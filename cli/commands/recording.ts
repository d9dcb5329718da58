import { z } from 'zod'
import { parseJson } from '../input'
import { BadInput } from '../outcome'

const recordingSchema = z.object({
  client_version: z.string(),
  terminal_columns: z.number().int().min(20).max(1000).default(120),
  recorded_at: z.string(),
  images_before: z.array(z.string()).default([]),
  hidden_setup: z.array(z.string()).default([]),
  files: z.record(z.string(), z.string()).default({}),
  commands: z.array(
    z.object({
      where: z.enum(['host', 'inside']),
      command: z.string(),
      exit_status: z.number().nullable(),
      output: z.string(),
    }),
  ),
})

/** A recorded session: its start state and, for each command, what the real terminal showed. */
export type Recording = z.infer<typeof recordingSchema>

export type RecordedCommand = Recording['commands'][number]

/** Reads a recording; refuses a file that is none, naming the field. */
export function readRecording(file: string, text: string): Recording {
  const result = recordingSchema.safeParse(parseJson(file, text))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new BadInput(`${file}:1: is no recording (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`)
}
