import type { Terminal } from '@/shell/terminal'
import type { Renaming } from '../compare/unify'
import { readTranscript } from '../read/read-transcript'
import type { ReadStep, Transcript } from '../read/transcript'
import type { Episode } from '../score/history'
import type { StepVerdict, TerminalDiagnostic } from '../verdict'
import type { Attempt } from './attempt'
import { type ConcededLine, concede, isConceded } from './concede'
import { type DescribedStep, describeStep } from './describe-step'
import { followPrompt } from './follow-prompt'
import { judgeStep } from './judge-step'
import { openSecondTerminal } from './place'
import { renamer } from './rename'
import { openWorld, type World } from './world'

export interface Replay {
  readonly steps: readonly StepVerdict[]
  readonly episodes: readonly Episode[]
  readonly diagnostics: readonly TerminalDiagnostic[]
}

/** One explanation of the whole submission so far, and how much it leaves unexplained. */
interface Branch {
  readonly world: World
  readonly steps: readonly DescribedStep[]
  /** What each step bound. */
  readonly renamings: readonly (readonly Renaming[])[]
  readonly penalty: number
}

/** Steps replayed of one submission at most: no exercise needs a tenth of it. */
const STEPS_MAX = 600

/** Explanations kept beside each other. */
const WORLDS_MAX = 8

/**
 * Replays the transcripts of a submission (its terminals, in order) from each of the start states it may have begun
 * in; the explanation that leaves least unexplained wins, the earlier start among equals. What commands in `conceded`
 * printed is taken as vouched for.
 */
export function replayTranscripts(
  texts: readonly string[],
  starts: readonly Terminal[],
  conceded: readonly ConcededLine[] = [],
): Replay {
  const transcripts = texts.map((text) => readTranscript(text))
  const branches = starts.map(
    (terminal): Branch => ({ world: openWorld(terminal), steps: [], renamings: [], penalty: 0 }),
  )
  const given: Given = { transcripts, conceded, judged: new WeakMap() }
  // Nothing explains more than all, and the earlier start wins among equals: then the others need not be tried.
  const [alone] = follow(branches.slice(0, 1), given)
  const best = alone?.penalty === 0 ? alone : follow(branches, given)[0]
  const described = best ? withLaterNames(best) : []
  return {
    steps: described.map((step) => step.verdict),
    episodes: described.map((step) => step.episode),
    diagnostics: transcripts.flatMap((transcript, terminal) =>
      transcript.diagnostics.map((item) => ({ ...item, terminal })),
    ),
  }
}

/** Follows the transcripts from some worlds; the explanations that are left, the best one first. */
function follow(from: readonly Branch[], given: Given): readonly Branch[] {
  let branches = from
  let count = 0
  for (const [terminal, transcript] of given.transcripts.entries()) {
    if (terminal > 0)
      branches = branches.map((branch) => ({
        ...branch,
        world: { ...openSecondTerminal(branch.world), statuses: null },
      }))
    for (const [index, step] of transcript.steps.entries()) {
      count += 1
      if (count > STEPS_MAX) break
      const previous = transcript.steps[index - 1] ?? null
      branches = keepBest(
        branches.flatMap((branch) => advance(branch, { terminal, transcript, step, previous }, given)),
      )
    }
  }
  return branches
}

/** What a world's next step was found to be: the same question has the same answer. */
type Judged = WeakMap<World, readonly Attempt[]>

/** What is replayed, and what was found out of it so far. */
interface Given {
  readonly transcripts: readonly Transcript[]
  readonly conceded: readonly ConcededLine[]
  readonly judged: Judged
}

/** Ids, names and ports that a later step bound are the earlier steps' too. */
function withLaterNames(branch: Branch): readonly DescribedStep[] {
  let steps = branch.steps
  for (const [at, renamings] of branch.renamings.entries()) {
    for (const renaming of renamings) {
      const apply = renamer(renaming)
      const before = steps[at]?.episode.before
      // What the machine does not hold before the step that bound it was not there in the steps before either.
      const from = apply(before) === before ? at : 0
      steps = steps.map((step, index) => (from <= index && index <= at ? renameStep(step, apply) : step))
    }
  }
  return steps
}

function renameStep({ verdict, episode }: DescribedStep, apply: <T>(value: T) => T): DescribedStep {
  const { before, after, predicted, events } = episode
  return {
    verdict: { ...verdict, changes: apply(verdict.changes) },
    episode: {
      ...episode,
      before: apply(before),
      after: apply(after),
      predicted: apply(predicted),
      events: apply(events),
    },
  }
}

interface Position {
  readonly terminal: number
  readonly transcript: Transcript
  readonly step: ReadStep
  readonly previous: ReadStep | null
}

function advance(branch: Branch, position: Position, { judged, conceded }: Given): readonly Branch[] {
  const attempts = judged.get(branch.world) ?? judgeAt(branch.world, position, conceded)
  judged.set(branch.world, attempts)
  return attempts.map((attempt) => ({
    world: attempt.world,
    steps: [...branch.steps, describeStep(position.terminal, position.step, attempt)],
    renamings: [...branch.renamings, attempt.renamings],
    penalty: branch.penalty + penaltyOf(attempt),
  }))
}

function judgeAt(world: World, position: Position, conceded: readonly ConcededLine[]): readonly Attempt[] {
  const { terminal, step, previous } = position
  const attempts = followPrompt(world, step, previous).flatMap((entered) => judgeStep(entered, step))
  return isConceded(conceded, terminal, step) ? attempts.map(concede) : attempts
}

/** What is impossible weighs most, then what needs someone unseen, then what was not understood. */
function penaltyOf(attempt: Attempt): number {
  switch (attempt.verdict) {
    case 'inconsistent':
      return 100
    case 'unexplained':
      return 10
    case 'unverifiable':
      return 1
    default:
      return 0
  }
}

/** How much more than the best an explanation may leave open before it is given up: three unexplained steps. */
const GIVEN_UP = 30

/** The best explanations; those much worse than the best are given up. */
function keepBest(branches: readonly Branch[]): readonly Branch[] {
  const sorted = branches
    .map((branch, order) => ({ branch, order }))
    .sort((a, b) => a.branch.penalty - b.branch.penalty || a.order - b.order)
  const least = sorted[0]?.branch.penalty ?? 0
  return sorted
    .filter(({ branch }) => branch.penalty < least + GIVEN_UP)
    .slice(0, WORLDS_MAX)
    .map(({ branch }) => branch)
}
