import { ENGINE_VERSION } from '@/engine/version'
import type { GraderData } from './check'
import { drawExercise } from './draw-exercise'
import type { Exercise } from './exercise'
import type { ConcededLine } from './judge/concede'
import { type Replay, replayTranscripts } from './judge/replay'
import { startTerminals } from './judge/start'
import { roundedPoints } from './points'
import { firstUnshown } from './score/believed-part'
import type { History } from './score/history'
import { type Answers, scoreSession } from './score/score'
import type { GoalResult, StepVerdictKind, TerminalDiagnostic, Verdict } from './verdict'
import { GRADER_VERSION } from './version'

/** What a student hands in for an exercise. */
export interface Submission {
  /** The pasted terminals, in order. */
  readonly transcripts: readonly string[]
  /** Files handed in with them: path → text. */
  readonly files: Readonly<Record<string, string>>
  /** Answers to the questions inside the exercise: question id → text, or the chosen option's id. */
  readonly answers?: Answers
  /** Seed of the exercise's parameters; null for their default values. */
  readonly drawSeed: number | null
  /** Commands whose output a person vouches for: it is not held against the paste. */
  readonly conceded?: readonly ConcededLine[]
}

/**
 * Grades a submission. The same exercise and submission give the same bytes, whoever asks and whenever; nothing here
 * throws for what a student can hand in.
 */
export function gradeSubmission(exercise: Exercise, submission: Submission, data: GraderData): Verdict {
  const drawn = drawExercise(exercise, submission.drawSeed)
  const replay = replaySubmission(drawn, submission, data)
  const { goals, answers } = scoreSession(drawn, replay.episodes, submission.answers)
  const count = (kind: StepVerdictKind) => replay.steps.filter((step) => step.verdict === kind).length
  return {
    exercise: exercise.slug,
    drawSeed: submission.drawSeed,
    score: roundedPoints(goals.reduce((sum, goal) => sum + goal.points, 0)),
    max: roundedPoints(goals.reduce((sum, goal) => sum + goal.max, 0)),
    goals,
    answers,
    steps: replay.steps,
    diagnostics: [...replay.diagnostics, ...notShown(replay.episodes, goals)],
    inconsistent: count('inconsistent'),
    unexplained: count('unexplained'),
    versions: { engine: ENGINE_VERSION, grader: GRADER_VERSION, exercise: exercise.version },
  }
}

/** Says from which command on nothing counts, where that may have cost a goal. */
function notShown(history: History, goals: readonly GoalResult[]): readonly TerminalDiagnostic[] {
  const episode = firstUnshown(history)
  if (episode === null || goals.every((goal) => goal.met)) return []
  const { transcript: terminal, line } = episode
  const message = 'From this command on the paste shows no output of Docker that can be believed: nothing counts.'
  return [{ terminal, line, code: 'not-shown', message }]
}

/** Replays what was handed in for an exercise as this student got it. */
export function replaySubmission(
  drawn: Exercise,
  { transcripts, files, conceded = [] }: Submission,
  data: GraderData,
): Replay {
  const start = { ...drawn.start, files: { ...drawn.start.files, ...files } }
  return replayTranscripts(transcripts, startTerminals(transcripts, data, start), conceded)
}
