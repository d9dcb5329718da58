import type { Quiz } from '@/grader/quiz/quiz'
import { contentVersion } from '../content-version'
import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import { faultAt } from '../source/read-yaml'
import { type QuestionReferences, questionSetFaults, textFaults } from './lint-question-bank'
import type { LoadedBank } from './load-bank'
import type { LoadedFamily } from './load-families'
import { type PlacedQuestion, placedQuestions } from './placed-questions'
import { canServe, poolFaults, quizPools } from './quiz-pools'
import { quizSchema } from './quiz-schema'
import { completeQuestions, resolveQuestion } from './resolve-question'

export type LoadedQuizzes = {
  /** Those without a fault. */
  readonly quizzes: readonly Quiz[]
  /** Ids of all quiz files, faulty or not. */
  readonly ids: ReadonlySet<string>
  /** The quizzes' own questions. */
  readonly placed: readonly PlacedQuestion[]
  readonly faults: readonly Fault[]
}

/**
 * Loads `content/quizzes/*.yaml`; a quiz's id is its file's name. A quiz that lacks
 * questions because files of the bank are faulty is left out; the faults are the bank's.
 */
export function loadQuizzes(
  files: ContentFiles,
  references: QuestionReferences,
  bank: LoadedBank,
  families: readonly LoadedFamily[],
): LoadedQuizzes {
  const ids = files
    .list('quizzes')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
  const loaded = ids.map((id) => loadQuiz(files, id, references, bank, families))
  return {
    quizzes: loaded.flatMap((one) => one.quiz ?? []),
    ids: new Set(ids),
    placed: loaded.flatMap((one) => one.placed),
    faults: loaded.flatMap((one) => one.faults),
  }
}

type LoadedQuiz = {
  readonly quiz: Quiz | null
  readonly placed: readonly PlacedQuestion[]
  readonly faults: readonly Fault[]
}

function loadQuiz(
  files: ContentFiles,
  id: string,
  references: QuestionReferences,
  bank: LoadedBank,
  families: readonly LoadedFamily[],
): LoadedQuiz {
  const written = bank.placed.map(({ question }) => question)
  const loaded = loadYamlFile(files, `quizzes/${id}.yaml`, quizSchema, (source, quiz) => [
    ...textFaults(source, quiz),
    ...questionSetFaults(source, quiz.questions, references),
    ...poolFaults(source, quiz.draw, written, references.chapters),
    ...(quiz.questions.length + quiz.draw.length === 0 ? [faultAt(source, [], 'has no questions and draws none')] : []),
  ])
  const { value, source } = loaded
  if (value === null) {
    return { quiz: null, placed: [], faults: loaded.faults }
  }
  const { draw, ...quiz } = value
  const pools = quizPools(draw, bank.questions, families)
  const version = contentVersion(pools.length === 0 ? quiz : { ...quiz, pools })
  const { questions, faults: found } = completeQuestions(source, quiz.questions, (question) =>
    resolveQuestion(question, references.context),
  )
  const faults = [...loaded.faults, ...found]
  const complete = faults.length === 0 && canServe(draw, pools)
  return {
    quiz: complete ? { id, version, ...quiz, questions, pools } : null,
    placed: placedQuestions(source, quiz.questions),
    faults,
  }
}
