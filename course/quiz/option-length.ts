import { LANGUAGES, type Language } from '@/grader/localized-text'
import type { Option } from '@/grader/quiz/question'
import type { WrittenQuestion } from './question-schema'

const EXTREMES = ['longest', 'shortest'] as const

type Extreme = (typeof EXTREMES)[number]

/** How often the right option of single questions stands out by its length, among those where one option alone does. */
type LengthTally = {
  readonly extreme: Extreme
  readonly language: Language
  readonly seen: number
  readonly of: number
  readonly expected: number
  readonly deviation: number
}

/**
 * Whether length gives keys away in a set of questions. Chance alone would make the right option the longest (or
 * shortest) once in as many questions as there are options; one standard deviation above that, or one question in a
 * small set, is noise, more is a fault.
 */
export function lengthTells(questions: readonly WrittenQuestion[]): readonly string[] {
  return tallies(questions).flatMap((tally) =>
    tally.seen > tally.expected + Math.max(1, tally.deviation) ? [`${told(tally)}: more often than chance`] : [],
  )
}

/**
 * The same for a whole bank, where “never the longest” would tell as much: there, two standard deviations below chance
 * are a fault too.
 */
export function lengthTellsInBank(questions: readonly WrittenQuestion[]): readonly string[] {
  const seldom = tallies(questions).filter(({ seen, expected, deviation }) => seen < expected - 2 * deviation)
  return [...lengthTells(questions), ...seldom.map((tally) => `${told(tally)}: less often than chance`)]
}

/** By how many questions length gives away more than chance would, in the language and way where it is worst. */
export function lengthSurplus(questions: readonly WrittenQuestion[]): number {
  return Math.max(...tallies(questions).map(({ seen, expected }) => seen - expected))
}

function told({ extreme, language, seen, of }: LengthTally): string {
  return `the correct option alone is the ${extreme} in ${seen} of ${of} single questions that have a ${extreme} option (${language})`
}

function tallies(questions: readonly WrittenQuestion[]): readonly LengthTally[] {
  const sets = questions.flatMap((question) => (question.type === 'single' ? [question.options] : []))
  return LANGUAGES.flatMap((language) =>
    EXTREMES.map((extreme) => {
      const telling = sets.filter((options) => extremeOnes(options, extreme, language).length === 1)
      const chances = telling.map((options) => 1 / options.length)
      return {
        extreme,
        language,
        seen: telling.filter((options) => extremeOnes(options, extreme, language).every(({ correct }) => correct))
          .length,
        of: telling.length,
        expected: chances.reduce((sum, chance) => sum + chance, 0),
        deviation: Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0)),
      }
    }),
  )
}

function extremeOnes(options: readonly Option[], extreme: Extreme, language: Language): readonly Option[] {
  const lengths = options.map((option) => option.text[language].length)
  const wanted = extreme === 'longest' ? Math.max(...lengths) : Math.min(...lengths)
  return options.filter((option) => option.text[language].length === wanted)
}
