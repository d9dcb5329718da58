import type { GraderData } from '../check'
import { drawExercise } from '../draw-exercise'
import type { Exercise } from '../exercise'
import { replaySubmission, type Submission } from '../grade'
import { startTerminals } from '../judge/start'
import { scoreGoals } from '../score/score'
import type { Explanation, GoalExplanation, Message, Repair, Verdict } from '../verdict'
import { type Candidate, repairCandidates } from './candidates'
import { findMisconception } from './misconception'
import { firstInputs, readScript, runScript, type ScriptInput } from './run-script'

/** Commands the search for a repair replays at most, over all candidates: what bounds its time. */
const REPLAYED_MAX = 1_000

/** Repairs shown at most: the nearest one is "the" smallest change. */
const REPAIRS_MAX = 1

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
  return {
    goals: verdict.goals.filter((goal) => !goal.met).map((goal) => explainGoal(drawn, verdict, goal.id)),
    repairs: verdict.score < verdict.max ? findRepairs(drawn, submission, verdict, data) : [],
    misconception:
      verdict.score < verdict.max
        ? findMisconception(drawn, replaySubmission(drawn, submission, data).episodes, submission.answers)
        : null,
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

function findRepairs(
  exercise: Exercise,
  submission: Submission,
  verdict: Verdict,
  data: GraderData,
): readonly Repair[] {
  const [start] = startTerminals(submission.transcripts, data, exercise.start)
  const student = verdict.steps
    .filter((step) => step.verdict !== 'failed')
    .map((step): ScriptInput => ({ command: step.command, keys: [] }))
  if (!start || student.length === 0) return []
  const candidates = repairCandidates(
    student,
    readScript(exercise.reference),
    Math.floor(REPLAYED_MAX / (student.length + 1)),
  )
  const asTyped = runScript(student, start)
  // The commands are right and only their output was not believed: no command needs changing.
  if (scoreGoals(exercise, asTyped.history, submission.answers).every((goal) => goal.met)) return []
  const repairs: Repair[] = []
  for (const candidate of candidates) {
    const goals = scoreGoals(
      exercise,
      runScript(candidate.inputs, start, firstInputs(asTyped, candidate.index)).history,
      submission.answers,
    )
    if (goals.every((goal) => goal.met)) repairs.push(repairOf(candidate, verdict))
    if (repairs.length >= REPAIRS_MAX) break
  }
  return repairs
}

function repairOf(candidate: Candidate, verdict: Verdict): Repair {
  const kept = verdict.steps.filter((step) => step.verdict !== 'failed')
  const step = kept[Math.min(candidate.index, kept.length - 1)]
  return {
    terminal: step?.terminal ?? 0,
    line: step?.line ?? 1,
    before: candidate.before,
    after: candidate.after,
    scoreAfter: verdict.max,
  }
}
