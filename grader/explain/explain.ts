import type { GraderData } from '../check'
import { drawExercise } from '../draw-exercise'
import type { Exercise } from '../exercise'
import { replaySubmission, type Submission } from '../grade'
import { roundedPoints } from '../points'
import type { History } from '../score/history'
import { type Answers, scoreGoals } from '../score/score'
import type { Explanation, GoalExplanation, Message, Repair, Verdict } from '../verdict'
import { type Candidate, repairCandidates } from './candidates'
import { findMisconception } from './misconception'
import { type Retraced, retrace } from './retrace'
import { readScript } from './run-script'

/** Commands the search for a repair replays at most, over all candidates: what bounds its time. */
const REPLAYED_MAX = 1_000

/**
 * Why a submission lost points and what would mend it. Computed after the verdict and never changing it. A repair is
 * shown only when the repaired commands, run on the engine, truly earn full marks.
 */
export function explainVerdict(
  exercise: Exercise,
  submission: Submission,
  verdict: Verdict,
  data: GraderData,
): Explanation {
  const drawn = drawExercise(exercise, submission.drawSeed)
  const missed = verdict.score < verdict.max
  const theirs = missed ? replaySubmission(drawn, submission, data).episodes : []
  return {
    goals: verdict.goals.filter((goal) => !goal.met).map((goal) => explainGoal(drawn, verdict, goal.id)),
    repairs: missed ? findRepairs(drawn, theirs, submission.answers) : [],
    misconception: missed ? findMisconception(drawn, theirs, submission.answers) : null,
  }
}

function explainGoal(exercise: Exercise, verdict: Verdict, id: string): GoalExplanation {
  const goal = exercise.goals.find((candidate) => candidate.id === id)
  return { goal: id, why: whyUnmet(verdict), chapter: goal?.chapter ?? null }
}

function whyUnmet(verdict: Verdict): Message {
  const impossible = verdict.steps.find((step) => step.verdict === 'inconsistent')
  if (impossible)
    return {
      id: 'explain.inconsistent',
      params: { line: impossible.findings[0]?.line ?? impossible.line, command: impossible.command },
    }
  const silent = verdict.steps.find(
    (step) => step.output === '' && step.verdict === 'unverifiable' && step.command.includes('docker'),
  )
  if (silent) return { id: 'explain.no-output', params: { line: silent.line, command: silent.command } }
  return { id: 'explain.never', params: {} }
}

/** Types the student's commands again with one edit after the other; their keys go along, and ids mean their own containers. */
function findRepairs(exercise: Exercise, theirs: History, answers: Answers = {}): readonly Repair[] {
  const kept = theirs.filter((episode) => episode.verdict !== 'failed')
  const [first] = kept
  if (first === undefined) return []
  const candidates = repairCandidates(
    kept.map(({ command, keys }) => ({ command, keys: [...keys] })),
    readScript(exercise.reference),
    Math.floor(REPLAYED_MAX / (kept.length + 1)),
  )
  const asTyped = retrace(kept, first.before)
  // The commands are right and only their output was not believed: no command needs changing.
  if (reachesAll(exercise, asTyped, answers)) return []
  const mending = candidates.find((candidate) =>
    reachesAll(exercise, retrace(editedBy(kept, candidate), first.before, asTyped.slice(0, candidate.index)), answers),
  )
  return mending === undefined ? [] : [repairOf(mending, exercise, kept)]
}

function reachesAll(exercise: Exercise, retraced: readonly Retraced[], answers: Answers): boolean {
  const history = retraced.map(({ episode }) => episode)
  return scoreGoals(exercise, history, answers).every((goal) => goal.met)
}

/** The student's history with another command in it: what it did on their machine is not known, what stood there is. */
function editedBy(kept: History, { index, input, isInserted }: Candidate): History {
  const { command, keys } = input
  const [there, last] = [kept[index], kept.at(-1)]
  if (there !== undefined) {
    const edited = isInserted ? { ...there, after: there.before.state } : there
    return kept.toSpliced(index, isInserted ? 0 : 1, { ...edited, command, keys, observed: [] })
  }
  if (last === undefined) return kept
  const before = { ...last.before, state: last.after }
  return [...kept, { ...last, before, command, keys, observed: [] }]
}

function repairOf(candidate: Candidate, exercise: Exercise, kept: History): Repair {
  const episode = kept[Math.min(candidate.index, kept.length - 1)]
  return {
    terminal: episode?.transcript ?? 0,
    line: episode?.line ?? 1,
    before: candidate.before,
    after: candidate.after,
    scoreAfter: roundedPoints(exercise.goals.reduce((sum, goal) => sum + goal.points, 0)),
  }
}
