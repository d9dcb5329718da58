import type { GraderData } from '../check'
import { drawExercise } from '../draw-exercise'
import type { Exercise } from '../exercise'
import { replaySubmission, type Submission } from '../grade'
import { type MachineView, viewMachine } from './machine-view'

/** What the replay holds the machine to have been, just before and just after a command. */
export interface StepState {
  readonly before: MachineView
  readonly after: MachineView
}

/** Replays a submission up to a command; `null` when it has no such command. */
export function stateAround(
  exercise: Exercise,
  submission: Submission,
  place: { readonly terminal: number; readonly line: number },
  data: GraderData,
): StepState | null {
  const { episodes } = replaySubmission(drawExercise(exercise, submission.drawSeed), submission, data)
  const found = episodes.find(({ transcript, line }) => transcript === place.terminal && line === place.line)
  return found === undefined ? null : { before: viewMachine(found.before.state), after: viewMachine(found.after) }
}
