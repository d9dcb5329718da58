import { LANGUAGES } from '@/grader/localized-text'
import { mapLocalized } from '../localized-schema'
import { renderText } from '../markdown/render-markdown'
import { textFaults } from '../quiz/lint-question-bank'
import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import { faultAt, type YamlSource } from '../source/read-yaml'
import { type GlossaryTerm, glossarySchema } from './glossary-schema'

export type LoadedGlossary = {
  /** In the order of the file; definitions are HTML. */
  readonly terms: readonly GlossaryTerm[]
  readonly faults: readonly Fault[]
}

/**
 * Loads `content/glossary.yaml`. A word stands for one term only, whatever its capitals: a chapter
 * could not know otherwise which one to explain. `chapters` is null while the outline is faulty.
 */
export function loadGlossary(files: ContentFiles, chapters: ReadonlySet<string> | null): LoadedGlossary {
  const { value, faults } = loadYamlFile(files, 'glossary.yaml', glossarySchema, (source, { terms }) => [
    ...textFaults(source, terms, ['terms']),
    ...repeatedFaults(source, terms),
    ...chapterFaults(source, terms, chapters),
  ])
  const terms = faults.length === 0 ? (value?.terms ?? []) : []
  return {
    terms: terms.map((one) => ({ ...one, definition: mapLocalized(one.definition, (text) => renderText(text, true)) })),
    faults,
  }
}

function repeatedFaults(source: YamlSource, terms: readonly GlossaryTerm[]): readonly Fault[] {
  const ids = new Set<string>()
  const owners = new Map<string, number>()
  return terms.flatMap((one, index) => {
    const faults: Fault[] = ids.has(one.id)
      ? [faultAt(source, ['terms', index, 'id'], `there is another term ${one.id}`)]
      : []
    ids.add(one.id)
    for (const language of LANGUAGES) {
      for (const form of [one.term[language], ...one.aliases[language]]) {
        const key = `${language} ${form.toLowerCase()}`
        const owner = owners.get(key)
        if (owner !== undefined && owner !== index) {
          const other = terms[owner]?.id ?? ''
          faults.push(faultAt(source, ['terms', index], `“${form}” (${language}) already stands for ${other}`))
        }
        owners.set(key, owner ?? index)
      }
    }
    return faults
  })
}

function chapterFaults(
  source: YamlSource,
  terms: readonly GlossaryTerm[],
  chapters: ReadonlySet<string> | null,
): readonly Fault[] {
  return terms.flatMap((one, index) =>
    chapters === null || chapters.has(one.chapter)
      ? []
      : [faultAt(source, ['terms', index, 'chapter'], `there is no chapter ${one.chapter}`)],
  )
}
