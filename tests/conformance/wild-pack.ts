import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const pack = process.env.QUAI_DATA_PACK ?? path.join(import.meta.dirname, '../../../shared')
const folder = path.join(pack, 'wild')

const labels = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      commands: z.array(
        z.object({
          lines: z.array(z.number()),
          text: z.string(),
          docker: z.boolean(),
          where: z.enum(['host', 'container']),
        }),
      ),
      optional: z.array(z.object({ lines: z.array(z.number()) })).default([]),
    }),
  ),
})

export type WildLabels = z.infer<typeof labels>['files'][number]

export interface WildPaste {
  readonly labels: WildLabels
  readonly text: string
}

/** The labelled pastes of the data pack, or null (said loudly) where there is none. */
export function readWildPastes(): readonly WildPaste[] | null {
  const index = path.join(folder, 'index.json')
  if (!existsSync(index)) {
    console.warn(`NOT RUN: reading real student pastes: no ${index} (set QUAI_DATA_PACK)`)
    return null
  }
  return labels
    .parse(JSON.parse(readFileSync(index, 'utf8')))
    .files.map((file) => ({ labels: file, text: readFileSync(path.join(folder, file.file), 'utf8') }))
}
