import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '@/grader/localized-text'
import type { Question } from '@/grader/quiz/question'
import { mapLocalized } from '../localized-schema'
import { renderText } from '../markdown/render-markdown'

const block = (text: LocalizedText): LocalizedText => mapLocalized(text, (md) => renderText(md, false))
const inline = (text: LocalizedText): LocalizedText => mapLocalized(text, (md) => renderText(md, true))

/** The question with every Markdown text turned into sanitised HTML (option texts and units inline). */
export function renderQuestion(question: Question): Question {
  const rendered = { ...question, prompt: block(question.prompt) }
  switch (rendered.type) {
    case 'single':
    case 'multiple':
      return {
        ...rendered,
        options: rendered.options.map((option) => ({
          ...option,
          text: inline(option.text),
          feedback: block(option.feedback),
        })),
      }
    case 'true-false':
      return {
        ...rendered,
        feedback: { true: block(rendered.feedback.true), false: block(rendered.feedback.false) },
      }
    case 'numeric':
      return {
        ...rendered,
        ...(rendered.unit === undefined ? {} : { unit: inline(rendered.unit) }),
        feedback: { right: block(rendered.feedback.right), wrong: block(rendered.feedback.wrong) },
        mistakes: rendered.mistakes.map((mistake) => ({
          ...mistake,
          feedback: block(mistake.feedback),
        })),
      }
    default:
      return assertNever(rendered)
  }
}
