import { assertNever } from '@/engine/assert-never'
import type { Language } from '@/grader/localized-text'
import { typographyFaults } from '../language/typography'
import { localizedTexts } from '../localized-schema'
import { parseMarkdown } from '../markdown/parse-markdown'
import { proseOf } from '../markdown/prose'
import { httpsOnly, markdownFaults } from '../markdown/render-markdown'
import type { Fault } from '../source/fault'
import { faultAt, type YamlSource } from '../source/read-yaml'
import { lintQuestion } from './lint-question'
import { lengthTells } from './option-length'
import type { WrittenQuestion } from './question-schema'
import type { ResolveContext } from './resolve-question'

/** What questions refer to, known once outline, misconceptions and chapters are loaded. */
export type QuestionReferences = {
  /** Null when `course.yaml` could not be read: then any chapter is taken as known. */
  readonly chapters: ReadonlySet<string> | null
  readonly misconceptions: ReadonlySet<string>
  /** Objectives by chapter; a chapter not written yet has none listed. */
  readonly objectives: ReadonlyMap<string, ReadonlySet<string>>
  /** What completes them. */
  readonly context: ResolveContext
}

/** Every fault of a set of questions that stands alone: each question's, and length giving the keys away. */
export function questionSetFaults(
  source: YamlSource,
  questions: readonly WrittenQuestion[],
  references: QuestionReferences,
): readonly Fault[] {
  return [
    ...lengthTells(questions).map((message) => faultAt(source, ['questions'], message)),
    ...questionFaults(source, questions, references),
  ]
}

/** Every fault of the questions of one file, each taken alone: rules of the bank and references. */
export function questionFaults(
  source: YamlSource,
  questions: readonly WrittenQuestion[],
  references: QuestionReferences,
): readonly Fault[] {
  return questions.flatMap((question, index) => [
    ...lintQuestion(question).map((lint) => faultAt(source, ['questions', index, ...lint.path], lint.message)),
    ...referenceFaults(source, question, index, references),
  ])
}

function referenceFaults(
  source: YamlSource,
  question: WrittenQuestion,
  index: number,
  references: QuestionReferences,
): readonly Fault[] {
  const at = ['questions', index]
  const faults: Fault[] = []
  if (references.chapters?.has(question.chapter) === false) {
    faults.push(faultAt(source, [...at, 'chapter'], `no chapter ${question.chapter} in course.yaml`))
  }
  const objectives = references.objectives.get(question.chapter)
  if (objectives !== undefined && !objectives.has(question.objective)) {
    const message = `${question.chapter} has no objective ${question.objective}`
    faults.push(faultAt(source, [...at, 'objective'], message))
  }
  for (const { path, id } of misconceptionsOf(question)) {
    if (!references.misconceptions.has(id)) {
      faults.push(faultAt(source, [...at, ...path], `no misconception ${id} in misconceptions.yaml`))
    }
  }
  return faults
}

type Tag = { readonly path: readonly PropertyKey[]; readonly id: string }

function misconceptionsOf(question: WrittenQuestion): readonly Tag[] {
  const tag = (id: string | undefined, path: readonly PropertyKey[]): readonly Tag[] =>
    id === undefined ? [] : [{ id, path: [...path, 'misconception'] }]
  const tags = (
    list: 'options' | 'mistakes' | 'pairs' | 'checks',
    parts: readonly Tagged[],
    path: readonly PropertyKey[] = [],
  ) => parts.flatMap((part, index) => tag(part.misconception, [...path, list, index]))
  switch (question.type) {
    case 'single':
    case 'multiple':
      return tags('options', question.options)
    case 'numeric':
    case 'text':
    case 'ordering':
    case 'command':
    case 'predict':
      return tags('mistakes', question.mistakes)
    case 'true-false':
      return tag(question.misconception, [])
    case 'matching':
      return tags('pairs', question.pairs)
    case 'fill':
      return question.blanks.flatMap((blank, index) => tags('mistakes', blank.mistakes, ['blanks', index]))
    case 'dockerfile':
      return tags('checks', question.checks)
    default:
      return assertNever(question)
  }
}

type Tagged = { readonly misconception?: string }

/** Faults inside the localized texts of any validated YAML content. */
export function textFaults(source: YamlSource, content: unknown, at: readonly PropertyKey[] = []): readonly Fault[] {
  return localizedTexts(content, at).flatMap(({ path, text }) => [
    ...markdownTextFaults(source, [...path, 'fr'], text.fr, 'fr'),
    ...markdownTextFaults(source, [...path, 'en'], text.en, 'en'),
  ])
}

function markdownTextFaults(
  source: YamlSource,
  path: readonly PropertyKey[],
  text: string,
  language: Language,
): readonly Fault[] {
  const root = parseMarkdown(text)
  const typography = proseOf(root).flatMap((part) =>
    typographyFaults(part.text, language).map((message) => ({ line: part.line, message })),
  )
  return [...markdownFaults(root, httpsOnly), ...typography].map(({ line, message }) => ({
    ...faultAt(source, path, message),
    line: source.lineInText(path, line),
  }))
}
