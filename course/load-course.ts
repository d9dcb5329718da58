import type { Hub } from '@/engine/registry/hub'
import { loadChapters, type PlacedMention } from './chapter/load-chapters'
import type { OpenExampleTerminal } from './chapter/run-example'
import { exampleTerminals } from './chapter/shell-terminal'
import type { Course } from './course'
import { loadExercises } from './exercise/load-exercises'
import { prerequisiteFaults } from './exercise/prerequisites'
import { loadGlossary } from './glossary/load-glossary'
import { hubFaults } from './hub/hub-faults'
import { loadHub } from './hub/load-hub'
import { mapLocalized } from './localized-schema'
import { renderText } from './markdown/render-markdown'
import { misconceptionsSchema, outlineSchema } from './outline'
import { textFaults } from './quiz/lint-question-bank'
import { loadBank } from './quiz/load-bank'
import { loadFamilies } from './quiz/load-families'
import { loadQuizzes } from './quiz/load-quizzes'
import { repeatedIdFaults } from './quiz/placed-questions'
import type { ContentFiles } from './source/content-files'
import { type Fault, sortFaults } from './source/fault'
import { loadYamlFile } from './source/load-yaml-file'

/**
 * Loads all of `content/`, its console examples run on the simulated engine,
 * and every fault of every file at once. Nothing is thrown for what an author
 * can get wrong.
 */
export function loadCourse(files: ContentFiles): Course {
  const faults = hubFaults(files)
  if (faults.length > 0) {
    const course = loadCourseWith(files, deadTerminal)
    return { ...course, chapters: [], faults: sortFaults([...faults, ...course.faults]) }
  }
  const hub = loadHub(files)
  return loadCourseWith(files, exampleTerminals(hub), hub)
}

/** Stands in while the image catalogue cannot be read: nothing can be run then. */
const deadTerminal: OpenExampleTerminal = () => ({
  prompt: '',
  act: () => ({ terminal: deadTerminal(0), output: 'the image catalogue has faults', exitCode: null }),
})

/** As `loadCourse`, with other terminals for the examples; without `hub`, questions that need the engine are faulty. */
export function loadCourseWith(files: ContentFiles, openTerminal: OpenExampleTerminal, hub: Hub | null = null): Course {
  const outline = loadYamlFile(files, 'course.yaml', outlineSchema, textFaults)
  const misconceptions = loadYamlFile(files, 'misconceptions.yaml', misconceptionsSchema, textFaults)
  const known = {
    chapters: outline.value === null ? null : new Set(outline.value.chapters.map((entry) => entry.id)),
    misconceptions: new Set(Object.keys(misconceptions.value ?? {})),
    context: { hub, misconceptions: misconceptions.value ?? {} },
  }
  const chapters = loadChapters(files, known, openTerminal)
  const references = { ...known, objectives: chapters.objectives }
  const bank = loadBank(files, references)
  const families = loadFamilies(known.context)
  const quizzes = loadQuizzes(files, references, bank, families)
  const glossary = loadGlossary(files, known.chapters)
  const exercises = loadExercises(files, { chapters: known.chapters, sections: chapters.sections })
  return {
    outline: outline.value,
    chapters: chapters.chapters,
    bank: bank.questions,
    families,
    quizzes: quizzes.quizzes,
    exercises: exercises.exercises,
    misconceptions: renderMisconceptions(misconceptions.value ?? {}),
    glossary: glossary.terms,
    faults: sortFaults([
      ...outline.faults,
      ...misconceptions.faults,
      ...chapters.faults,
      ...bank.faults,
      ...quizzes.faults,
      ...repeatedIdFaults([...chapters.placed, ...quizzes.placed, ...bank.placed]),
      ...glossary.faults,
      ...exercises.faults,
      ...prerequisiteFaults(exercises.exercises, chapters.chapters, [...(known.chapters ?? [])]),
      ...mentionFaults(chapters.mentions, { quiz: quizzes.ids, exercise: exercises.ids }),
    ]),
  }
}

function renderMisconceptions(beliefs: Course['misconceptions']): Course['misconceptions'] {
  return Object.fromEntries(
    Object.entries(beliefs).map(([id, belief]) => [id, mapLocalized(belief, (text) => renderText(text, true))]),
  )
}

function mentionFaults(
  mentions: readonly PlacedMention[],
  ids: Readonly<Record<PlacedMention['type'], ReadonlySet<string>>>,
): readonly Fault[] {
  return mentions
    .filter((mention) => !ids[mention.type].has(mention.id))
    .map(({ file, line, type, id }) => ({ file, line, message: `there is no ${type} ${id}` }))
}
