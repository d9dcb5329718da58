import type { Rules } from '@/engine/rules'
import { WRONG_ENGINES, type WrongEngine } from '@/engine/wrong-engines'
import type { Terminal } from '@/shell/terminal'
import type { Exercise } from '../exercise'
import type { History } from '../score/history'
import { type Answers, scoreGoals } from '../score/score'
import type { GoalResult } from '../verdict'
import { type Retraced, retrace } from './retrace'
import { translateCommand } from './same-objects'
import { type RulesWatch, watchRules } from './watch-rules'

/** Commands that all wrong engines together replay at most: what bounds the search. */
const REPLAYED_MAX = 600

/** How well a wrong engine explains a session. */
interface Fit {
  readonly misconception: string
  /** Points that the same commands earn under it and not on the real engine, and the other way round. */
  readonly gained: number
  readonly lost: number
  /** They reach every goal under it. */
  readonly isComplete: boolean
  /** Commands that fail on the real engine and work under it, and the other way round. */
  readonly surprises: number
  readonly disappointments: number
  /** Outputs that spoke against the belief before the first command that only it makes sense of. */
  readonly refuted: number
}

/**
 * The wrong belief that best explains a session that missed something: under the engine it imagines, the same commands
 * reach the missed goals, or do not fail. Null where none does, or where the commands missed nothing.
 */
export function findMisconception(exercise: Exercise, theirs: History, answers: Answers = {}): string | null {
  const [first] = theirs
  if (first === undefined) return null
  const watch = watchRules(first.before.state.rules)
  const right = retraceWatched(theirs, withRules(first.before, watch.rules), watch)
  const goals = goalsOf(exercise, theirs, right, answers)
  if (goals.every((goal) => goal.met)) return null
  let left = REPLAYED_MAX
  const fits: Fit[] = []
  for (const engine of WRONG_ENGINES) {
    const from = firstRead(watch, engine)
    if (from === null || left < theirs.length - from) continue
    left -= theirs.length - from
    const wrong = retraceUnder(engine, theirs, first.before, right.slice(0, from))
    fits.push(fitOf(engine.misconception, right, goals, wrong, goalsOf(exercise, theirs, wrong, answers)))
  }
  return fits.filter(isConvincing).toSorted(byFit)[0]?.misconception ?? null
}

/** Retraces one command after the other, and notes at which of them each rule first mattered. */
function retraceWatched(theirs: History, start: Terminal, watch: RulesWatch): readonly Retraced[] {
  let done: readonly Retraced[] = []
  for (const index of theirs.keys()) {
    watch.at(index)
    done = retrace(theirs.slice(0, index + 1), start, done)
  }
  return done
}

/** Index of the first command that any of a wrong engine's rules could change; null where none could. */
function firstRead(watch: RulesWatch, { rules }: WrongEngine): number | null {
  const moments = Object.keys(rules).flatMap((name) => watch.firstRead(name) ?? [])
  return moments.length === 0 ? null : Math.min(...moments)
}

/** The session on a wrong engine; what came before its first difference is taken from the real one. */
function retraceUnder(
  { rules }: WrongEngine,
  theirs: History,
  start: Terminal,
  known: readonly Retraced[],
): readonly Retraced[] {
  const wrong: Rules = { ...start.state.rules, ...rules }
  const last = known.at(-1)
  if (last === undefined) return retrace(theirs, withRules(start, wrong))
  return retrace(theirs, start, [...known.slice(0, -1), { ...last, terminal: withRules(last.terminal, wrong) }])
}

function withRules(terminal: Terminal, rules: Rules): Terminal {
  return { ...terminal, state: { ...terminal.state, rules } }
}

/** What the retraced session reaches; ids and names in answers are its own, as they are in commands. */
function goalsOf(
  exercise: Exercise,
  theirs: History,
  ours: readonly Retraced[],
  answers: Answers,
): readonly GoalResult[] {
  const [last, end] = [theirs.at(-1), ours.at(-1)]
  if (last === undefined || end === undefined) return []
  const own = Object.entries(answers).map(([question, answer]) => [
    question,
    translateCommand(answer, end.same, last.after, end.terminal.state),
  ])
  return scoreGoals(
    exercise,
    ours.map(({ episode }) => episode),
    Object.fromEntries(own),
  )
}

function fitOf(
  misconception: string,
  right: readonly Retraced[],
  goals: readonly GoalResult[],
  wrong: readonly Retraced[],
  there: readonly GoalResult[],
): Fit {
  const points = (met: readonly GoalResult[], unmet: readonly GoalResult[]) =>
    met.reduce((sum, goal, index) => sum + (goal.met && unmet[index]?.met === false ? goal.max : 0), 0)
  return {
    misconception,
    gained: points(there, goals),
    lost: points(goals, there),
    isComplete: there.every((goal) => goal.met),
    surprises: wrong.filter((step, index) => !hasFailed(step) && hasFailed(right[index])).length,
    disappointments: wrong.filter((step, index) => hasFailed(step) && !hasFailed(right[index])).length,
    refuted: refutedBefore(right, wrong),
  }
}

/** Whoever saw that Docker is otherwise would not have acted on the belief any more. */
function refutedBefore(right: readonly Retraced[], wrong: readonly Retraced[]): number {
  const acted = wrong.findIndex((step, index) => !hasFailed(step) && hasFailed(right[index]))
  return wrong.slice(0, Math.max(acted, 0)).filter((step, index) => text(step) !== text(right[index])).length
}

/** What a command showed, but for what is drawn by chance. */
function text(step: Retraced | undefined): string {
  return step?.episode.observed.join('\n').replace(/\b[0-9a-f]{12,64}\b|\d+ (?:second|minute)s?/g, '·') ?? ''
}

function hasFailed(step: Retraced | undefined): boolean {
  return step !== undefined && step.status !== null && step.status !== 0
}

/** Under the belief the session must make more sense than it does in truth, and nothing of it less. */
function isConvincing({ gained, lost, surprises, disappointments }: Fit): boolean {
  return lost === 0 && (gained > 0 || surprises > disappointments)
}

/** What reaches everything explains best, then what earns most, then what fails least; among equals the commonest. */
function byFit(one: Fit, other: Fit): number {
  return (
    Number(other.isComplete) - Number(one.isComplete) ||
    other.gained - one.gained ||
    one.refuted - other.refuted ||
    other.surprises - other.disappointments - (one.surprises - one.disappointments)
  )
}
