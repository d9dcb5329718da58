import type { QuestionMark } from './mark'
import { markChosen } from './mark-choices'
import { acceptsText } from './match-text'
import type { PredictQuestion, TextQuestion } from './question'

/** All or nothing. A foreseen mistake is looked for before a typo is forgiven. */
export function markText(question: TextQuestion, text: string): QuestionMark {
  const exact = acceptsText({ ...question, typos: 0 }, text)
  const foreseen = question.mistakes.findIndex(({ accepted }) => acceptsText({ ...question, accepted, typos: 0 }, text))
  return exact || (foreseen < 0 && acceptsText(question, text))
    ? { points: 1, correct: true, feedbackIds: ['answer:right'], misconceptions: [] }
    : wrongAnswer(foreseen, question.mistakes[foreseen]?.misconception)
}

/**
 * A prediction. Rows: as with several right options. A text or an exit code: all
 * or nothing, compared line by line without regard to spaces at the ends and the
 * number of spaces between words.
 */
export function markPredict(question: PredictQuestion, text: string, rows: readonly string[]): QuestionMark {
  if (question.ask === 'rows') {
    const mark = markChosen(question.rows, rows)
    const verdict = mark.correct ? 'answer:right' : 'answer:wrong'
    return {
      ...mark,
      feedbackIds: [
        verdict,
        ...question.rows
          .filter((row) => rows.includes(row.id) && row.feedback !== undefined)
          .map((row) => `option:${row.id}` as const),
      ],
    }
  }
  const given = normaliseLines(text)
  if (given === normaliseLines(question.answer)) {
    return { points: 1, correct: true, feedbackIds: ['answer:right'], misconceptions: [] }
  }
  const foreseen = question.mistakes.findIndex(({ answer }) => normaliseLines(answer) === given)
  return wrongAnswer(foreseen, question.mistakes[foreseen]?.misconception)
}

function wrongAnswer(foreseen: number, misconception: string | undefined): QuestionMark {
  return {
    points: 0,
    correct: false,
    feedbackIds: [foreseen < 0 ? 'answer:wrong' : `foreseen:${foreseen}`],
    misconceptions: misconception === undefined ? [] : [misconception],
  }
}

/** What is printed, as it is compared: lines without their outer spaces, one space between words, no blank lines. */
export function normaliseLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
