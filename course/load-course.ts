import { loadChapters, type PlacedMention } from './chapter/load-chapters'
import type { OpenExampleTerminal } from './chapter/run-example'
import type { Course } from './course'
import { loadExercises } from './exercise/load-exercises'
import { misconceptionsSchema, outlineSchema } from './outline'
import { textFaults } from './quiz/lint-question-bank'
import { loadQuizzes } from './quiz/load-quizzes'
import type { ContentFiles } from './source/content-files'
import { type Fault, sortFaults } from './source/fault'
import { loadYamlFile } from './source/load-yaml-file'

/**
 * Loads all of `content/` and every fault of every file at once. Nothing is
 * thrown for what an author can get wrong.
 */
export function loadCourseWith(files: ContentFiles, openTerminal: OpenExampleTerminal): Course {
  const outline = loadYamlFile(files, 'course.yaml', outlineSchema, textFaults)
  const misconceptions = loadYamlFile(files, 'misconceptions.yaml', misconceptionsSchema, textFaults)
  const known = {
    chapters: outline.value === null ? null : new Set(outline.value.chapters.map((entry) => entry.id)),
    misconceptions: new Set(Object.keys(misconceptions.value ?? {})),
  }
  const chapters = loadChapters(files, known, openTerminal)
  const quizzes = loadQuizzes(files, { ...known, objectives: chapters.objectives })
  const exercises = loadExercises(files, { chapters: known.chapters, sections: chapters.sections })
  return {
    outline: outline.value,
    chapters: chapters.chapters,
    quizzes: quizzes.quizzes,
    exercises: exercises.exercises,
    misconceptions: misconceptions.value ?? {},
    faults: sortFaults([
      ...outline.faults,
      ...misconceptions.faults,
      ...chapters.faults,
      ...quizzes.faults,
      ...exercises.faults,
      ...mentionFaults(chapters.mentions, { quiz: quizzes.ids, exercise: exercises.ids }),
    ]),
  }
}

function mentionFaults(
  mentions: readonly PlacedMention[],
  ids: Readonly<Record<PlacedMention['type'], ReadonlySet<string>>>,
): readonly Fault[] {
  return mentions
    .filter((mention) => !ids[mention.type].has(mention.id))
    .map(({ file, line, type, id }) => ({ file, line, message: `there is no ${type} ${id}` }))
}
