import { roundedFraction } from '../points'

/** What choosing needs to know of an option or a row. */
type Choosable = { readonly id: string; readonly correct: boolean; readonly misconception?: string }

/** Marks a choice of one: all or nothing. */
export function markChosenOne<Option extends Choosable>(options: readonly Option[], choices: readonly string[]) {
  const chosen = chosenOf(options, choices)
  return markOf(chosen, chosen.length === 1 && chosen.every((option) => option.correct) ? 1 : 0)
}

/**
 * Marks a choice of several, with partial credit: the share of right options chosen minus the
 * share of wrong options chosen, never below 0. Choosing everything, or nothing, earns 0.
 */
export function markChosen<Option extends Choosable>(options: readonly Option[], choices: readonly string[]) {
  const chosen = chosenOf(options, choices)
  const right = options.filter((option) => option.correct).length
  const wrong = options.length - right
  const hits = chosen.filter((option) => option.correct).length
  const misses = chosen.length - hits
  const points =
    wrong === 0 ? roundedFraction(hits, right) : roundedFraction(hits * wrong - misses * right, right * wrong)
  return markOf(chosen, points)
}

function chosenOf<Option extends Choosable>(options: readonly Option[], choices: readonly string[]): readonly Option[] {
  return options.filter((option) => choices.includes(option.id))
}

function markOf(chosen: readonly Choosable[], points: number) {
  return {
    points,
    correct: points === 1,
    feedbackIds: chosen.map((option) => `option:${option.id}` as const),
    misconceptions: chosen.flatMap((option) => option.misconception ?? []),
  }
}
