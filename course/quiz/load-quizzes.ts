import type { Quiz } from '@/grader/quiz/quiz'
import { contentVersion } from '../content-version'
import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import { type QuestionReferences, questionBankFaults, textFaults } from './lint-question-bank'
import { quizSchema } from './quiz-schema'
import { renderQuestion } from './render-question'

export type LoadedQuizzes = {
  /** Those without a fault. */
  readonly quizzes: readonly Quiz[]
  /** Ids of all quiz files, faulty or not. */
  readonly ids: ReadonlySet<string>
  readonly faults: readonly Fault[]
}

/** Loads `content/quizzes/*.yaml`; a quiz's id is its file's name. */
export function loadQuizzes(files: ContentFiles, references: QuestionReferences): LoadedQuizzes {
  const quizzes: Quiz[] = []
  const faults: Fault[] = []
  const ids = files
    .list('quizzes')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
  for (const id of ids) {
    const loaded = loadYamlFile(files, `quizzes/${id}.yaml`, quizSchema, (source, quiz) => [
      ...textFaults(source, quiz),
      ...questionBankFaults(source, quiz.questions, references),
    ])
    faults.push(...loaded.faults)
    if (loaded.value !== null && loaded.faults.length === 0) {
      const version = contentVersion(loaded.value)
      quizzes.push({ id, version, ...loaded.value, questions: loaded.value.questions.map(renderQuestion) })
    }
  }
  return { quizzes, ids: new Set(ids), faults }
}
