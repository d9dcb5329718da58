import type { Question } from '@/grader/quiz/question'
import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import { faultAt, type YamlSource } from '../source/read-yaml'
import { type QuestionReferences, questionFaults, textFaults } from './lint-question-bank'
import { lengthSurplus, lengthTellsInBank } from './option-length'
import { type PlacedQuestion, placedQuestions } from './placed-questions'
import type { WrittenQuestion } from './question-schema'
import { bankSchema } from './quiz-schema'
import { completeQuestions, resolveQuestion } from './resolve-question'

export type LoadedBank = {
  /** Questions of the files without a fault, in the order of the chapters. */
  readonly questions: readonly Question[]
  /** All questions that could be read, also those of faulty files. */
  readonly placed: readonly PlacedQuestion[]
  readonly faults: readonly Fault[]
}

/**
 * Loads `content/questions/<chapter>.yaml`, or several `<chapter>.<what>.yaml`: the questions that quizzes draw.
 * Length must not give keys away over the bank as a whole, because a quiz takes
 * a few questions of each file; the fault names the file that does it most.
 */
export function loadBank(files: ContentFiles, references: QuestionReferences): LoadedBank {
  const loaded = files
    .list('questions')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => loadChapterQuestions(files, name, references))
  return {
    questions: loaded.flatMap((one) => (one.faults.length === 0 ? one.questions : [])),
    placed: loaded.flatMap((one) => placedQuestions(one.source, one.written)),
    faults: [...loaded.flatMap((one) => one.faults), ...lengthFaults(loaded)],
  }
}

type ChapterQuestions = {
  readonly source: YamlSource
  readonly written: readonly WrittenQuestion[]
  readonly questions: readonly Question[]
  readonly faults: readonly Fault[]
}

function loadChapterQuestions(files: ContentFiles, name: string, references: QuestionReferences): ChapterQuestions {
  const chapter = name.slice(0, name.indexOf('.'))
  const loaded = loadYamlFile(files, `questions/${name}`, bankSchema, (source, { questions }) => [
    ...textFaults(source, questions, ['questions']),
    ...questionFaults(source, questions, references),
    ...questions.flatMap((question, index) =>
      question.chapter === chapter
        ? []
        : [faultAt(source, ['questions', index, 'chapter'], `this file holds the questions of ${chapter}`)],
    ),
  ])
  const written = loaded.value?.questions ?? []
  const { source } = loaded
  const complete = completeQuestions(source, written, (question) => resolveQuestion(question, references.context))
  return { source, written, questions: complete.questions, faults: [...loaded.faults, ...complete.faults] }
}

function lengthFaults(loaded: readonly ChapterQuestions[]): readonly Fault[] {
  const [worst] = [...loaded].sort((left, right) => lengthSurplus(right.written) - lengthSurplus(left.written))
  return worst === undefined
    ? []
    : lengthTellsInBank(loaded.flatMap((one) => one.written)).map((message) =>
        faultAt(worst.source, ['questions'], `over the whole bank ${message}; this file stands out most`),
      )
}
