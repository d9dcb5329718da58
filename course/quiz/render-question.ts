import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '@/grader/localized-text'
import type { Question } from '@/grader/quiz/question'
import { mapLocalized } from '../localized-schema'
import { parseMarkdown } from '../markdown/parse-markdown'
import { plainText } from '../markdown/prose'
import { renderText } from '../markdown/render-markdown'

const block = (text: LocalizedText): LocalizedText => mapLocalized(text, (md) => renderText(md, false))
const inline = (text: LocalizedText): LocalizedText => mapLocalized(text, (md) => renderText(md, true))
const plain = (text: LocalizedText): LocalizedText => mapLocalized(text, (md) => plainText(parseMarkdown(md)))

type WithFeedback = { readonly feedback: LocalizedText }

const said = <Part extends WithFeedback>(part: Part): Part => ({ ...part, feedback: block(part.feedback) })

const verdict = (feedback: { readonly right: LocalizedText; readonly wrong: LocalizedText }) => ({
  right: block(feedback.right),
  wrong: block(feedback.wrong),
})

/** The question with every Markdown text turned into sanitised HTML (short ones inline, those of menus plain). */
export function renderQuestion<Any extends Question>(question: Any): Any
export function renderQuestion(question: Question): Question {
  const rendered = { ...question, prompt: block(question.prompt) }
  switch (rendered.type) {
    case 'single':
    case 'multiple':
      return { ...rendered, options: rendered.options.map((option) => said({ ...option, text: inline(option.text) })) }
    case 'true-false':
      return {
        ...rendered,
        feedback: { true: block(rendered.feedback.true), false: block(rendered.feedback.false) },
      }
    case 'numeric':
      return {
        ...rendered,
        ...(rendered.unit === undefined ? {} : { unit: inline(rendered.unit) }),
        feedback: verdict(rendered.feedback),
        mistakes: rendered.mistakes.map(said),
      }
    case 'ordering':
      return {
        ...rendered,
        items: rendered.items.map((item) => ({ ...item, text: inline(item.text) })),
        feedback: verdict(rendered.feedback),
        mistakes: rendered.mistakes.map(said),
      }
    case 'text':
      return { ...rendered, feedback: verdict(rendered.feedback), mistakes: rendered.mistakes.map((one) => said(one)) }
    case 'command':
      return { ...rendered, feedback: verdict(rendered.feedback), mistakes: rendered.mistakes.map((one) => said(one)) }
    case 'predict':
      return {
        ...rendered,
        feedback: verdict(rendered.feedback),
        mistakes: rendered.mistakes.map(said),
        rows: rendered.rows.map((row) =>
          row.feedback === undefined ? row : { ...row, feedback: block(row.feedback) },
        ),
      }
    case 'matching':
      return {
        ...rendered,
        pairs: rendered.pairs.map((pair) => said({ ...pair, text: inline(pair.text) })),
        choices: rendered.choices.map((choice) => ({ ...choice, text: plain(choice.text) })),
        feedback: { right: block(rendered.feedback.right) },
      }
    case 'fill':
      return {
        ...rendered,
        blanks: rendered.blanks.map((blank) => {
          const mistakes = blank.mistakes.map((mistake) => said(mistake))
          return said({ ...blank, mistakes })
        }),
        feedback: { right: block(rendered.feedback.right) },
      }
    case 'dockerfile':
      return { ...rendered, checks: rendered.checks.map(said), feedback: verdict(rendered.feedback) }
    default:
      return assertNever(rendered)
  }
}
