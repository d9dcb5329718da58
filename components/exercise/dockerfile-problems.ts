import { lintRemarks, type Remark } from '@/engine/build/dockerfile/lint'
import { parseDockerfile } from '@/engine/build/dockerfile/parse-dockerfile'
import { readBuildFile } from '@/engine/build/dockerfile/read-build-file'

/** Something a build would refuse (`error`) or remark on, in Docker's own words. */
export interface FileProblem extends Remark {
  readonly severity: 'error' | 'remark'
}

/** Remarks shown at most. */
const REMARKS_MAX = 30

/** What Docker would say of a Dockerfile before it builds anything, by line. An empty one is not begun, not wrong. */
export function dockerfileProblems(text: string): readonly FileProblem[] {
  if (text.trim() === '') return []
  const parsed = parseDockerfile(text, { heredocs: true })
  if (!parsed.ok) return [{ line: parsed.start, text: parsed.error, severity: 'error' }]
  const remarks = lintRemarks(text)
    .toSorted((one, other) => one.line - other.line)
    .slice(0, REMARKS_MAX)
    .map((remark): FileProblem => ({ ...remark, severity: 'remark' }))
  const read = readBuildFile(parsed.dockerfile, 'today')
  return read.ok ? remarks : [{ line: read.line ?? 1, text: read.error, severity: 'error' }, ...remarks]
}
