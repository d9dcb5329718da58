import type { ExampleTranscript } from '../exercise'
import type { Submission } from '../grade'
import { answersIn, openStart, type Rehearsed } from './check-exercise'
import { rehearse } from './rehearse'
import { readActions } from './script'

/** What somebody hands in who typed an example's script: what the terminals showed, with the files and answers. */
export function rehearsedSubmission(
  on: Rehearsed,
  example: Pick<ExampleTranscript, 'script' | 'files' | 'answers'>,
): Submission {
  const { exercise, drawSeed } = on
  const files = example.files ?? exercise.referenceFiles
  const { transcripts, history } = rehearse(openStart(on, files), readActions(example.script))
  const answers = answersIn(exercise, history, example.answers ?? exercise.referenceAnswers)
  return { transcripts, files, answers, drawSeed }
}
