import { assertNever } from '@/engine/assert-never'
import type { Response } from '@/grader/quiz/response'
import type { StudentQuestion } from '@/grader/quiz/student-question'

/**
 * The response after the key of a digit was pressed, 1 for the first choice: it chooses, or takes back where several
 * may be chosen. `null` where the question has no such choice.
 */
export function chooseByDigit(question: StudentQuestion, response: Response | null, digit: number): Response | null {
  switch (question.type) {
    case 'single': {
      const option = question.options[digit - 1]
      return option === undefined ? null : { type: 'single', choice: option.id }
    }
    case 'multiple': {
      const option = question.options[digit - 1]
      const chosen = response?.type === 'multiple' ? response.choices : []
      return option === undefined ? null : { type: 'multiple', choices: toggled(chosen, option.id) }
    }
    case 'true-false':
      return digit === 1 || digit === 2 ? { type: 'true-false', choice: digit === 1 } : null
    case 'predict': {
      const row = question.rows[digit - 1]
      const chosen = response?.type === 'predict' ? response.rows : []
      return row === undefined ? null : { type: 'predict', text: '', rows: toggled(chosen, row.id) }
    }
    case 'numeric':
    case 'text':
    case 'ordering':
    case 'matching':
    case 'fill':
    case 'command':
    case 'dockerfile':
      return null
    default:
      return assertNever(question)
  }
}

function toggled(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
}
