import { readRefusal } from '../compare/refusal'
import type { ReadStep } from '../read/transcript'
import type { Attempt } from './attempt'
import { judgeOnce } from './judge-once'
import { removeQuietly } from './known-container'
import { quietly } from './quietly'
import type { World } from './world'

/**
 * Where only somebody unseen explains a step, the machine goes on as that somebody must have left it, so that the same
 * surprise is not found again at every later step. The step stays unexplained. Null when no such act explains it.
 */
export function presume(attempt: Attempt, step: ReadStep): Attempt | null {
  if (attempt.mismatches.some((item) => !item.soft)) return null
  for (const world of unseenActs(attempt)) {
    const other = judgeOnce(world, step)
    if (other.mismatches.length === 0)
      return { ...other, mismatches: attempt.mismatches, verdict: attempt.verdict, before: attempt.before }
  }
  return null
}

function unseenActs(attempt: Attempt): readonly World[] {
  const world = attempt.before
  const predicted = readRefusal(attempt.predicted)
  const observed = readRefusal(attempt.observed)
  const { containers } = world.terminal.state
  const one = (text: string) =>
    containers.find((each) => each.name === text || (text.length > 0 && each.id.startsWith(text)))
  const acts: World[] = []
  const gone =
    observed?.kind === 'no-such-container' || observed?.kind === 'no-such-object' ? one(observed.subject) : null
  if (gone) acts.push(removeQuietly(world, gone))
  const taken = predicted?.kind === 'name-conflict' ? one(predicted.subject) : null
  if (taken) acts.push(removeQuietly(world, taken))
  for (const container of containers) {
    const short = container.id.slice(0, 12)
    const listed = attempt.mismatches.some((item) => item.code === 'row-missing' && item.expected.includes(short))
    const { status } = container.state
    if (listed) acts.push(removeQuietly(world, container))
    if (status === 'running' && (listed || predicted?.kind === 'container-running'))
      acts.push({ ...world, terminal: quietly(world.terminal, ['kill', container.id]) })
    if (status === 'exited' && predicted?.kind === 'container-not-running')
      acts.push({ ...world, terminal: quietly(world.terminal, ['start', container.id]) })
  }
  return acts.slice(0, 6)
}
