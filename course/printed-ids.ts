import { z } from 'zod'
import { printedIdHash } from '@/grader/provenance/printed-id'
import type { Chapter } from './chapter/chapter-document'
import type { ContentFiles } from './source/content-files'
import { loadYamlFile } from './source/load-yaml-file'

const printedIdsSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/u))

/** Ids and their first digits, as a chapter's examples print them. */
const ID = /(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{12})(?![0-9a-f])/gu

/**
 * What tells that the course's own pages print an id, hashed: `content/printed-ids.yaml` for the notes it grew from,
 * and the examples of its chapters as they are shown. Throws where that file cannot be read.
 */
export function loadPrintedIds(files: ContentFiles, chapters: readonly Chapter[]): ReadonlySet<string> {
  const { value, faults } = loadYamlFile(files, 'printed-ids.yaml', printedIdsSchema, () => [])
  if (value === null) {
    throw new Error(`content/printed-ids.yaml cannot be read: ${faults.map((fault) => fault.message).join('; ')}`)
  }
  const shown = new Set(JSON.stringify(chapters).match(ID) ?? [])
  return new Set([...value, ...[...shown].map(printedIdHash)])
}
