import { z } from 'zod'
import { idSchema } from '../localized-schema'
import type { Fault } from '../source/fault'
import { readYaml, type Validated, validateYaml, type YamlSource } from '../source/read-yaml'

const text = z.string().trim().min(1, 'must not be empty').max(600)

const schema = z.strictObject({
  title: text,
  summary: text,
  /** The Docker versions the text holds for, as a reader would say it. */
  versions: text,
  objectives: z
    .array(z.strictObject({ id: idSchema, text }))
    .min(2)
    .max(8),
  exercises: z.array(idSchema).default([]),
  quizzes: z.array(idSchema).default([]),
  references: z.array(z.strictObject({ title: text, url: z.url({ protocol: /^https$/u }) })).min(1),
})

/** What stands above a chapter's text, between two lines of three hyphens. */
export type FrontMatter = z.infer<typeof schema>

/** A chapter file cut in two. `bodyLine` is the line of the file on which the body starts. */
export type ChapterSource = {
  readonly yaml: YamlSource
  readonly frontMatter: Validated<FrontMatter>
  readonly body: string
  readonly bodyLine: number
}

/** Cuts a chapter file into front matter and body, and checks the former. */
export function readChapterSource(file: string, content: string): ChapterSource {
  const lines = content.split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) {
    const fault: Fault = { file, line: 1, message: 'must begin with front matter between --- lines' }
    return {
      yaml: readYaml(file, ''),
      frontMatter: { ok: false, faults: [fault] },
      body: content,
      bodyLine: 1,
    }
  }
  const yaml = readYaml(file, lines.slice(1, end).join('\n'), 2)
  return {
    yaml,
    frontMatter: validateYaml(yaml, schema),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  }
}
