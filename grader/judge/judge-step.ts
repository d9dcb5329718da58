import type { EngineEvent } from '@/engine/events/event'
import { waitFor } from '@/shell/terminal'
import { compareOutputs } from '../compare/compare'
import { readRefusal } from '../compare/refusal'
import type { Comparison, Mismatch, Renaming, Shown } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import type { Change, StepVerdictKind } from '../verdict'
import { adopt } from './adopt'
import { changesBetween, eventsBetween } from './changes'
import { contradictsPrompt } from './follow-prompt'
import { applyAges, noteMoments } from './moments'
import { runStep, type StepRun, withoutKeys } from './run-step'
import { counts, type Trust, trustOf } from './trust'
import { beginStep, bind, type ObjectKind, type World } from './world'

/** One explanation of a step: the world after it and what still disagrees. */
export interface Attempt {
  readonly world: World
  /** The terminal just before the command was typed: adoptions and waiting done. */
  readonly before: World
  readonly predicted: readonly string[]
  readonly observed: readonly string[]
  readonly changes: readonly Change[]
  readonly events: readonly EngineEvent[]
  /** What this step bound: values of earlier steps that turn out to be others. */
  readonly renamings: readonly Renaming[]
  readonly mismatches: readonly Mismatch[]
  readonly verdict: StepVerdictKind
}

/** How many things a step may make us believe of the machine before the paste began. */
const ADOPTIONS_MAX = 12

/** Time that may have passed unseen before a command, tried in turn when its output tells of something that ended by itself. */
const GAPS_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000, 86_400_000] as const

/** Judges one step in one world: the kindest explanation found. */
export function judgeStep(world: World, step: ReadStep): Attempt {
  const first = judgeWithAdoptions(world, step)
  if (!first.mismatches.some((item) => item.code === 'different-status' || item.code === 'row-missing')) return first
  let best = first
  for (const gap of GAPS_MS) {
    const later = judgeWithAdoptions({ ...world, terminal: waitFor(world.terminal, gap).terminal }, step)
    if (later.mismatches.length < best.mismatches.length) best = later
    if (best.mismatches.length === 0) break
  }
  return best
}

function judgeWithAdoptions(world: World, step: ReadStep): Attempt {
  let current = world
  let attempt = judgeOnce(current, step)
  for (let count = 0; count < ADOPTIONS_MAX; count += 1) {
    const adopted = adopt(current, step, attempt)
    if (!adopted) return attempt
    const next = judgeOnce(adopted, step)
    if (weight(next) >= weight(attempt) && next.verdict !== 'failed') return attempt
    current = adopted
    attempt = next
  }
  return attempt
}

/** Hard disagreements weigh more than those a second terminal would explain. */
function weight(attempt: Attempt): number {
  return attempt.mismatches.reduce((sum, item) => sum + (item.soft ? 1 : 3), 0)
}

function judgeOnce(world: World, step: ReadStep): Attempt {
  const begun = beginStep(world)
  const observed = withoutKeys(step.output === '' ? [] : step.output.split('\n'), step.keys)
  const refusal = readRefusal(observed)
  if (refusal?.cause === 'machine' && refusal.kind !== 'port-taken') {
    return unjudged(begun.world, observed, 'failed')
  }
  if (world.lost && step.context === 'container') {
    return unjudged(begun.world, observed, 'unverifiable')
  }
  const waited = waitForAges(begun.world, step, observed, begun.ended)
  const run = runStep(waited.terminal, step)
  if (isUnmodelled(run.output, observed)) return unjudged({ ...begun.world, closed: [] }, observed, 'unverifiable')
  const trust = isUncertainStatus(world, step) ? 'loose' : trustOf(step.command, step.context)
  const comparison = compareOutputs(run.output, observed, sets(waited.shown))
  const after = noteMoments({ ...waited, terminal: run.terminal }, waited.terminal.state, begun.began, begun.ended)
  const bound = bind(after, comparison)
  const ages = applyAges(bound, renameAges(comparison), begun.ended)
  const mismatches = [
    ...comparison.mismatches.filter((item) => counts(item.code, trust)),
    ...ages.impossible.map(
      (age): Mismatch => ({
        code: 'age-impossible',
        line: age.line,
        expected: '',
        observed: observed[age.line] ?? '',
        soft: false,
      }),
    ),
  ]
  const hidden = contradictsPrompt(waited, step)
  if (hidden) mismatches.unshift({ code: 'foreign-id', line: 0, ...hidden, soft: false })
  const kept = step.cut
    ? mismatches.filter((item) => item.code !== 'line-missing' && item.code !== 'row-missing')
    : mismatches
  const silent = observed.length === 0 && run.output.length > 0
  const final = silent ? [] : kept
  return {
    world: { ...close(ages.world, step.command, final), certain: isCertain(comparison, trust, silent) },
    before: waited,
    predicted: run.output,
    observed,
    changes: changesBetween(waited.terminal.state, run.terminal.state),
    events: eventsBetween(waited.terminal.state, run.terminal.state),
    renamings: comparison.renamings,
    mismatches: final,
    verdict: verdictOf({ run, observed, comparison, mismatches: final, trust, silent }),
  }
}

/** Did the simulated machine lack something the student's machine has: a program, a script, a command of Docker's? */
function isUnmodelled(predicted: readonly string[], observed: readonly string[]): boolean {
  if (predicted.some((line) => line.includes('is not simulated here'))) return true
  return readRefusal(predicted)?.kind === 'no-shell-command' && readRefusal(observed)?.kind !== 'no-shell-command'
}

/** `echo $?` after a command whose end we could not tell. */
function isUncertainStatus(world: World, step: ReadStep): boolean {
  return step.command.includes('$?') && !world.certain
}

/** Is the exit status of the step known? Where all that was predicted was seen, or Docker refused as predicted. */
function isCertain(comparison: Comparison, trust: Trust, silent: boolean): boolean {
  return !silent && trust !== 'none' && comparison.mismatches.length === 0
}

/** A step that was not run: the machine stays as it was. */
function unjudged(world: World, observed: readonly string[], verdict: StepVerdictKind): Attempt {
  return {
    world: { ...world, certain: false },
    before: world,
    predicted: [],
    observed,
    changes: [],
    events: [],
    renamings: [],
    mismatches: [],
    verdict,
  }
}

/** A complete listing without filter, fully understood, closes its kind: what it does not list is not there. */
function close(world: World, command: string, mismatches: readonly Mismatch[]): World {
  if (mismatches.length > 0 || /[|&;<>$]|--filter|\s-[a-z]*[fnl]\b|--last|--latest/.test(command)) return world
  const kind = LISTINGS.find(([pattern]) => pattern.test(command.trim()))?.[1]
  return kind === undefined || world.closed.includes(kind) ? world : { ...world, closed: [...world.closed, kind] }
}

const LISTINGS: readonly (readonly [RegExp, ObjectKind])[] = [
  [/^(?:sudo )?docker (?:ps|container (?:ls|list|ps)) (?:.* )?(?:-[a-z]*a[a-z]*|--all)(?: |$)/, 'container'],
  [/^(?:sudo )?docker (?:images|image (?:ls|list))(?: -a| --all)?$/, 'image'],
  [/^(?:sudo )?docker volume (?:ls|list)$/, 'volume'],
  [/^(?:sudo )?docker network (?:ls|list)$/, 'network'],
]

/** Ages name objects by the id the engine printed; after binding they go by the id the paste shows. */
function renameAges(comparison: Comparison): Comparison['ages'] {
  return comparison.ages.map((age) => {
    const renaming = comparison.renamings.find(
      (item) => item.kind === 'id' && item.from.slice(0, 12) === age.object.slice(0, 12),
    )
    return renaming ? { ...age, object: renaming.to } : age
  })
}

function sets(shown: World['shown']): Shown {
  return {
    id: new Set(shown.id),
    name: new Set(shown.name),
    port: new Set(shown.port),
    address: new Set(shown.address),
  }
}

/** Lets the virtual time pass that the printed ages say has passed. */
function waitForAges(world: World, step: ReadStep, observed: readonly string[], ended: number): World {
  if (!observed.some((line) => / ago\b|\bUp /.test(line))) return world
  const trial = runStep(world.terminal, { command: step.command, keys: step.keys })
  const seen = compareOutputs(trial.output, observed, sets(world.shown))
  const narrowed = applyAges(world, renameAges(seen), ended)
  const target = world.origin + (narrowed.world.clock.earliest[ended] ?? 0)
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
}

function verdictOf({ run, observed, comparison, mismatches, trust, silent }: Evidence): StepVerdictKind {
  if (mismatches.some((item) => !item.soft)) return 'inconsistent'
  if (mismatches.length > 0) return 'unexplained'
  if (silent || trust === 'none') return 'unverifiable'
  const refused = readRefusal(observed)
  if (refused) return refused.kind === 'no-shell-command' && comparison.matched === 0 ? 'unverifiable' : 'failed'
  const quiet = run.output.length === 0 && observed.length === 0
  if (quiet) return trust === 'strict' ? 'consistent' : 'unverifiable'
  return comparison.matched > 0 && comparison.mismatches.length === 0
    ? 'consistent'
    : trust === 'strict' && comparison.matched > 0
      ? 'consistent'
      : 'unverifiable'
}
