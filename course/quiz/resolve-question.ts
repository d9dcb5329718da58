import { assertNever } from '@/engine/assert-never'
import type { Hub } from '@/engine/registry/hub'
import { createDraw, misplaced } from '@/grader/quiz/draw'
import type { PlainQuestion, Question } from '@/grader/quiz/question'
import type { Misconceptions } from '../outline'
import type { Fault } from '../source/fault'
import { faultAt, type YamlSource } from '../source/read-yaml'
import { lintOnEngine } from './lint-engine-question'
import type { Lint } from './lint-question'
import type { WrittenPlainQuestion, WrittenQuestion } from './question-schema'
import { renderQuestion } from './render-question'
import { resolvePredict } from './resolve-predict'

/** What a question needs to become complete. */
export type ResolveContext = {
  /** Null when the image catalogue cannot be read: then nothing can be run. */
  readonly hub: Hub | null
  readonly misconceptions: Misconceptions
}

export type Resolved<Complete extends Question> =
  | { readonly question: Complete; readonly lints: readonly Lint[] }
  | { readonly question: null; readonly lints: readonly Lint[] }

/** Completes a question: what the engine answers to a prediction, and the orders that are not written. */
export function resolveQuestion(written: WrittenQuestion, context: ResolveContext): Resolved<Question> {
  return written.type === 'command' || written.type === 'dockerfile'
    ? { question: written, lints: lintOnEngine(written, context.hub) }
    : resolvePlain(written, context)
}

export function resolvePlain(written: WrittenPlainQuestion, context: ResolveContext): Resolved<PlainQuestion> {
  switch (written.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'numeric':
    case 'text':
    case 'matching':
      return { question: written, lints: [] }
    case 'ordering': {
      const order = written.items.map(({ id }) => id)
      const items = misplaced(written.items, order, createDraw(0, written.id))
      return { question: { ...written, items, order }, lints: [] }
    }
    case 'fill': {
      const code = typeof written.body === 'string'
      const body = typeof written.body === 'string' ? { fr: written.body, en: written.body } : written.body
      return { question: { ...written, body, code }, lints: [] }
    }
    case 'predict':
      return resolvePredict(written, context)
    default:
      return assertNever(written)
  }
}

/** Questions complete, their texts HTML, and what the engine found wrong with them. */
export function completeQuestions<Written extends WrittenQuestion, Complete extends Question>(
  source: YamlSource,
  questions: readonly Written[],
  resolve: (written: Written) => Resolved<Complete>,
): { readonly questions: readonly Complete[]; readonly faults: readonly Fault[] } {
  const resolved = questions.map(resolve)
  return {
    questions: resolved.flatMap(({ question }) => (question === null ? [] : [renderQuestion(question)])),
    faults: resolved.flatMap(({ lints }, index) =>
      lints.map(({ path, message }) => faultAt(source, ['questions', index, ...path], message)),
    ),
  }
}
