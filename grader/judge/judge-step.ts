import type { Terminal } from '@/shell/terminal'
import type { Mismatch } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import { adopt } from './adopt'
import { type Attempt, isBetter, weight } from './attempt'
import { otherPairings } from './confused-volumes'
import { judgeOnce } from './judge-once'
import { waitPatiently } from './patience'
import { presume } from './presume'
import { recognise } from './recognise'
import { isTooEarly } from './too-early'
import { applyRenaming, atLater, type World } from './world'

/** How many things a step may make us believe of the machine before the paste began. */
const ADOPTIONS_MAX = 24

/** Time that may have passed unseen before a command, tried one after the other when its output tells of something that ended by itself. */
const GAPS_MS = [1_000, 4_000, 25_000, 90_000, 480_000, 3_000_000, 82_800_000] as const

/**
 * Judges one step in one world: the kindest explanation found. Where only somebody unseen explains it, there are two:
 * that somebody did it, or the paste is not what was shown; later steps tell which.
 */
export function judgeStep(world: World, step: ReadStep): readonly Attempt[] {
  const recognised = recognise(world, step)
  if (recognised === null) return judgeAsKnown(world, step)
  const attempts = judgeAsKnown(applyRenaming(world, recognised), step)
  return [
    ...attempts.map((attempt) => ({ ...attempt, renamings: [recognised, ...attempt.renamings] })),
    ...judgeAsKnown(world, step),
  ]
}

function judgeAsKnown(world: World, step: ReadStep): readonly Attempt[] {
  const first = judgeWithAdoptions(world, step)
  const timely = mayBeOfTime(first, step) ? judgeLater(world, step, first) : first
  const inTime = isTooEarly(timely, step) ? untilSettled(world, step, timely) : timely
  const presumed = inTime.mismatches.length === 0 ? null : presume(inTime, step)
  return [...(presumed === null ? [] : [presumed]), inTime, ...otherPairings(inTime, step)]
}

/** Time that may have passed until the next health checks, tried likewise. */
const GAPS_OF_CHECKS_MS = [300, 700, 1_000, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000] as const

const OF_TIME = new Set([
  'different-status',
  'different-exit-code',
  'row-missing',
  'row-unknown',
  'refused',
  'not-refused',
])

/** Could time alone explain the disagreement? Only where something runs that may end, or restart. */
function mayBeOfTime(attempt: Attempt, step: ReadStep): boolean {
  return (
    attempt.mismatches.some((item) => OF_TIME.has(item.code) || isInspected(item, step)) &&
    attempt.before.terminal.state.containers.some(({ state }) => state.status === 'running' || state.restartAt !== null)
  )
}

/** What a template shows of a container: its state, how often it was restarted. */
function isInspected({ code }: Mismatch, { command }: ReadStep): boolean {
  return code === 'different-text' && /\binspect\b/.test(command)
}

/** The first moment later on at which the machine already was as the paste shows it, if there is one. */
function untilSettled(world: World, step: ReadStep, early: Attempt): Attempt {
  let terminal: Terminal | null = early.before.terminal
  for (const gap of GAPS_OF_CHECKS_MS) {
    terminal = waitPatiently(terminal, gap)
    if (terminal === null) break
    const later = judgeOnce(atLater(world, terminal), step)
    if (weight(later) <= weight(early) && !isTooEarly(later, step)) return later
  }
  return early
}

function judgeLater(world: World, step: ReadStep, first: Attempt): Attempt {
  let best = first
  let terminal: Terminal | null = world.terminal
  for (const gap of GAPS_MS) {
    terminal = waitPatiently(terminal, gap)
    if (terminal === null) break
    const later = judgeOnce(atLater(world, terminal), step)
    if (weight(later) < weight(best)) best = later
    if (best.mismatches.length === 0) break
  }
  return best
}

/** Adopts one thing after the other, as long as there is one to adopt; the best explanation on the way counts. */
function judgeWithAdoptions(world: World, step: ReadStep): Attempt {
  let current = world
  let attempt = judgeOnce(current, step)
  let best = attempt
  for (let count = 0; count < ADOPTIONS_MAX && (weight(attempt) > 0 || attempt.verdict === 'failed'); count += 1) {
    const adopted = adopt(current, step, attempt)
    if (!adopted) break
    current = adopted
    attempt = judgeOnce(adopted, step)
    if (isBetter(attempt, best) || (attempt.verdict === 'failed' && best.verdict !== 'failed')) best = attempt
  }
  return best
}
