import { scoreGoals } from '../score/score'
import type { GoalResult } from '../verdict'
import { answersIn, openStart, type Rehearsed } from './check-exercise'
import { type Share, shareOf, spread } from './invariance'
import { type Mutant, mutantsOf, type Solution, solutionOf } from './mutants'
import { type Rehearsal, rehearse } from './rehearse'
import { evidenceIn, type Mentioned, mentionedBy, relevantState } from './relevant-state'

/**
 * Mutates the reference: each mutant must lose a goal, and none that was met before the mutated step. A mutant that
 * loses none is left out of the count when it is equivalent: the machine ends in the same state, as far as the exercise's
 * patterns speak of it, and the student saw all the same outputs (`relevantState`).
 */
export function mutationOf(on: Rehearsed, sample = Number.POSITIVE_INFINITY): Share {
  const mentioned = mentionedBy(on.exercise)
  const solution = solutionOf(on.exercise)
  const model = run(on, solution)
  const goals = scoreGoals(on.exercise, model.history, answersIn(on.exercise, model.history, solution.answers))
  const failures: string[] = []
  let trials = 0
  for (const mutant of spread(mutantsOf(solution), sample)) {
    const fate = fateOf(on, mutant, { model, goals, mentioned })
    if (fate !== 'equivalent') trials += 1
    if (fate !== 'equivalent' && fate !== 'lost') failures.push(`${mutant.name}: ${fate}`)
  }
  return shareOf(trials, failures)
}

interface Model {
  readonly model: Rehearsal
  readonly goals: readonly GoalResult[]
  readonly mentioned: Mentioned
}

function run(on: Rehearsed, { files, actions }: Solution): Rehearsal {
  return rehearse(openStart(on, files), actions)
}

function fateOf(on: Rehearsed, mutant: Mutant, { model, goals, mentioned }: Model): string {
  const mutated = run(on, mutant)
  const answers = answersIn(on.exercise, mutated.history, mutant.answers)
  const lost = scoreGoals(on.exercise, mutated.history, answers).filter((goal) => !goal.met)
  if (lost.length === 0) return isEquivalent(model, mutated, mentioned) ? 'equivalent' : 'still full marks'
  const unconcerned = lost.filter((goal) => {
    const line = goals.find((each) => each.id === goal.id)?.line
    return line !== null && line !== undefined && line <= episodesBefore(mutant)
  })
  return unconcerned.length === 0 ? 'lost' : `loses ${unconcerned.map((goal) => goal.id).join(', ')}, met before`
}

/** How many commands the mutant has in common with the model before it differs. */
function episodesBefore({ actions, at }: Mutant): number {
  return actions.slice(0, at).filter((action) => action.kind === 'type').length
}

function isEquivalent(model: Rehearsal, mutated: Rehearsal, mentioned: Mentioned): boolean {
  const ends = [model, mutated].map(({ history }) => {
    const last = history.at(-1)
    return last === undefined ? '' : relevantState(last.after, mentioned)
  })
  if (ends[0] !== ends[1]) return false
  const [seen, seenNow] = [model, mutated].map(({ history }) => evidenceIn(history))
  return seen !== undefined && seenNow !== undefined && [...seen].every((each) => seenNow.has(each))
}
