import { LANGUAGES, type Language } from '@/grader/localized-text'
import type { Option } from '@/grader/quiz/question'
import type { WrittenQuestion } from './question-schema'

/**
 * Whether length gives keys away: the right option of single questions may be
 * the strictly longest one no more often than chance, plus one standard deviation.
 */
export function longestIsRight(questions: readonly WrittenQuestion[]): string | null {
  const singles = questions.filter((question) => question.type === 'single')
  for (const language of LANGUAGES) {
    const { seen, expected, deviation } = longestCount(questions, language)
    if (seen > expected + deviation) {
      return `the correct option is the longest in ${seen} of ${singles.length} single questions (${language}): more often than chance`
    }
  }
  return null
}

/** By how many questions length gives away more than chance would, in the language where it is worse. */
export function longestSurplus(questions: readonly WrittenQuestion[]): number {
  return Math.max(
    ...LANGUAGES.map((language) => {
      const { seen, expected } = longestCount(questions, language)
      return seen - expected
    }),
  )
}

type LongestCount = { readonly seen: number; readonly expected: number; readonly deviation: number }

function longestCount(questions: readonly WrittenQuestion[], language: Language): LongestCount {
  const singles = questions.filter((question) => question.type === 'single')
  const chances = singles.map((question) => 1 / question.options.length)
  return {
    seen: singles.filter((question) => isLongestRight(question.options, language)).length,
    expected: chances.reduce((sum, chance) => sum + chance, 0),
    deviation: Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0)),
  }
}

function isLongestRight(options: readonly Option[], language: Language): boolean {
  const lengths = options.map((option) => option.text[language].length)
  const longest = Math.max(...lengths)
  return options.every((option) => (option.text[language].length === longest) === option.correct)
}
