import type { EngineState } from '@/engine/state'
import { waitFor } from '@/shell/terminal'
import { compareOutputs } from '../compare/compare'
import { readRefusal } from '../compare/refusal'
import type { Comparison, Mismatch } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import type { StepVerdictKind } from '../verdict'
import { type Attempt, isBetter, weight } from './attempt'
import { changesBetween, eventsBetween } from './changes'
import { followCompose } from './compose'
import { sortDisagreements } from './disagreements'
import { noteDoubts } from './doubt'
import { impossibleStatus, statusesLeft } from './exit-status'
import { contradictsPrompt } from './follow-prompt'
import { noteImages, otherSizes } from './image-names'
import { machineNotice } from './machine-notice'
import { applyAges, noteMoments } from './moments'
import { withoutRemarks } from './remarks'
import { isOverlong, runStep, type StepRun, withoutKeys } from './run-step'
import { isListing, surroundingsOf } from './surroundings'
import { isFiltered, mayChangeMachine, type Trust, trustOf } from './trust'
import { handOver, handsOver } from './unseen-hands'
import { beginStep, bind, closeKind, noteGivenNames, reopen, type World } from './world'

/** Runs one step in one world, as this world is, and compares; sentences below the output may be the writer's own. */
export function judgeOnce(world: World, step: ReadStep): Attempt {
  const [whole = [], ...others] = observedOf(step)
  let best = judgeOutput(world, step, whole)
  for (const observed of others) {
    if (weight(best) === 0 && best.verdict !== 'unverifiable') break
    const other = judgeOutput(world, step, observed)
    if (isBetter(other, best)) best = other
  }
  return best
}

function judgeOutput(world: World, step: ReadStep, observed: readonly string[]): Attempt {
  const begun = beginStep(world)
  const notices = step.context === 'host' ? machineNotice(observed) : []
  if (notices.some((notice) => notice.code !== 'machine-port'))
    return unjudged(begun.world, step, observed, 'failed', notices)
  if (isOverlong(step.command) || (world.lost && step.context === 'container'))
    return unjudged(begun.world, step, observed, 'unverifiable')
  const { waited, run, comparison: alreadyCompared } = runWhenAged(begun.world, step, observed, begun.ended)
  if (isUnmodelled(run.output, observed)) return unmodelled(begun.world, step, observed)
  const comparison =
    alreadyCompared ?? compareOutputs(run.output, observed, surroundingsOf(waited, run.terminal.state, step.command))
  const trust = trustIn(waited, step, run)
  const sorted = sortDisagreements({ step, trust, comparison, predicted: run.output, observed })
  const kept = sorted.refusedUnawares ? waited.terminal : run.terminal
  const after = noteMoments({ ...waited, terminal: kept }, waited.terminal.state, begun.began, begun.ended)
  const ages = applyAges(bind(after, comparison), renameAges(comparison), begun.ended)
  const mismatches = [
    ...hiddenContainer(waited, step),
    ...(sorted.counted.length === 0 ? impossibleStatus(world.statuses, step, observed) : sorted.counted),
    ...otherSizes(world, observed),
    ...ages.impossible.map((age) => impossibleAge(age.line, observed)),
  ]
  const before = waited.terminal.state
  const settled = noteImages(noteDoubts(ages.world, before, sorted.doubts > comparison.matched ? sorted.doubts : 0), {
    before,
    observed,
    command: step.command,
  })
  const certain = !sorted.silent && trust !== 'none' && comparison.mismatches.length === 0
  return {
    world: {
      ...(sorted.doubts > 0
        ? opened(settled, step)
        : closeKind(noteGivenNames(settled, step.command), step.command, mismatches)),
      certain,
      statuses: statusesLeft(step, observed),
    },
    before: waited,
    predicted: run.output,
    observed,
    changes: changesBetween(before, kept.state),
    events: eventsBetween(before, kept.state),
    renamings: comparison.renamings,
    mismatches,
    notices,
    weight: sorted.silent ? 1 : Math.min(sorted.doubts, 1),
    doubts: sorted.doubts,
    verdict: verdictOf({ run, observed, comparison, mismatches, trust, silent: sorted.silent, doubts: sorted.doubts }),
  }
}

/** What the step's terminal showed, as lines, whole and without remarks: the same arrays at every turn of its judging. */
function observedOf(step: ReadStep): readonly (readonly string[])[] {
  const known = observedLines.get(step)
  if (known !== undefined) return known
  const rows = step.output === '' ? [] : step.output.split('\n')
  const observed = [rows, ...withoutRemarks(rows)].map((lines) => withoutKeys(lines, step.keys))
  observedLines.set(step, observed)
  return observed
}

const observedLines = new WeakMap<ReadStep, readonly (readonly string[])[]>()

function trustIn(waited: World, step: ReadStep, run: StepRun): Trust {
  const uncertain =
    (isFiltered(step.command) && waited.doubtful.length > 0) ||
    (step.command.includes('$?') && !waited.certain) ||
    speaksOfDoubt(waited, step, run)
  const trust = trustOf(step.command, step.context)
  return uncertain && trust === 'strict' ? 'loose' : trust
}

/** Is the output about a container we could not follow, or an image of which only the name is known? */
function speaksOfDoubt(world: World, step: ReadStep, run: StepRun): boolean {
  if (isListing(step.command) && run.output.some((line) => /^CONTAINER ID {2}/.test(line))) return false
  const text = `${step.command}\n${run.output.join('\n')}`
  if (text.includes('/unknown-command')) return true
  return world.doubtful.some((id) => {
    const name = world.terminal.state.containers.find((container) => container.id === id)?.name
    return text.includes(id.slice(0, 12)) || (name !== undefined && text.includes(name))
  })
}

function opened(world: World, step: ReadStep): World {
  if (handsOver(step.command)) return handOver(world)
  return mayChangeMachine(step.command) ? reopen(world) : world
}

function hiddenContainer(world: World, step: ReadStep): readonly Mismatch[] {
  const hidden = contradictsPrompt(world, step)
  return hidden ? [{ code: 'foreign-id', line: -1, ...hidden, soft: false }] : []
}

function impossibleAge(line: number, observed: readonly string[]): Mismatch {
  return { code: 'age-impossible', line, expected: '', observed: observed[line] ?? '', soft: false }
}

/** Did the simulated machine lack something the student's machine has: a program, a script, a command of Docker's? */
function isUnmodelled(predicted: readonly string[], observed: readonly string[]): boolean {
  if (predicted.some((line) => line.includes('is not simulated here'))) return true
  return readRefusal(predicted)?.kind === 'no-shell-command' && readRefusal(observed)?.kind !== 'no-shell-command'
}

/** What the simulated machine cannot run; of Compose it does what its output says was done. */
function unmodelled(world: World, step: ReadStep, observed: readonly string[]): Attempt {
  const attempt = unjudged(opened(world, step), step, observed, 'unverifiable')
  const followed = followCompose(attempt.world, step.command, observed)
  const [before, after] = [world.terminal.state, followed.terminal.state]
  return {
    ...attempt,
    world: followed,
    before: world,
    changes: changesBetween(before, after),
    events: eventsBetween(before, after),
  }
}

/** A step that was not run: the machine stays as it was. */
function unjudged(
  world: World,
  step: ReadStep,
  observed: readonly string[],
  verdict: StepVerdictKind,
  notices: readonly Mismatch[] = [],
): Attempt {
  const mismatches = impossibleStatus(world.statuses, step, observed)
  return {
    world: { ...world, certain: false, statuses: statusesLeft(step, observed) },
    before: world,
    predicted: [],
    observed,
    changes: [],
    events: [],
    renamings: [],
    mismatches,
    notices,
    weight: 0,
    doubts: 0,
    verdict: mismatches.length > 0 ? 'inconsistent' : verdict,
  }
}

/** Ages name objects by the id the engine printed; after binding they go by the id the paste shows. */
function renameAges(comparison: Comparison): Comparison['ages'] {
  return comparison.ages.map((age) => {
    const renaming = comparison.renamings.find(
      (item) => item.kind === 'id' && item.from.slice(0, 12) === age.object.slice(0, 12),
    )
    return renaming ? { ...age, object: renaming.to } : age
  })
}

interface AgedRun {
  readonly waited: World
  readonly run: StepRun
  /** Where no time had to pass, what was compared to find that out. */
  readonly comparison: Comparison | null
}

/** Runs the step once the virtual time has passed that the printed ages say has passed. */
function runWhenAged(world: World, step: ReadStep, observed: readonly string[], ended: number): AgedRun {
  const run = runStep(world.terminal, step, observed)
  if (!observed.some((line) => / ago\b|\bUp /.test(line))) return { waited: world, run, comparison: null }
  const comparison = compareOutputs(run.output, observed, surroundingsOf(world, run.terminal.state, step.command))
  const narrowed = applyAges(world, renameAges(comparison), ended)
  const waited = waitUntil(world, world.origin + (narrowed.world.clock.earliest[ended] ?? 0))
  if (waited === world) return { waited, run, comparison }
  return { waited, run: runStep(waited.terminal, step, observed), comparison: null }
}

function waitUntil(world: World, target: EngineState['clock']): World {
  const wait = target - world.terminal.state.clock
  return wait > 0 ? { ...world, terminal: waitFor(world.terminal, wait).terminal } : world
}

interface Evidence {
  readonly run: StepRun
  readonly observed: readonly string[]
  readonly comparison: Comparison
  readonly mismatches: readonly Mismatch[]
  readonly trust: Trust
  readonly silent: boolean
  readonly doubts: number
}

function verdictOf({ run, observed, comparison, mismatches, trust, silent, doubts }: Evidence): StepVerdictKind {
  if (mismatches.some((item) => !item.soft)) return 'inconsistent'
  if (mismatches.length > 0) return 'unexplained'
  if (silent || trust === 'none') return 'unverifiable'
  const refused = readRefusal(observed)
  if (refused) return refused.kind === 'no-shell-command' && comparison.matched === 0 ? 'unverifiable' : 'failed'
  // Docker that prints nothing says that all went well: silence was predicted and kept.
  if (run.output.length === 0 && observed.length === 0) return 'consistent'
  return comparison.matched > 0 && comparison.matched >= doubts ? 'consistent' : 'unverifiable'
}
