import type { Renaming } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import type { Attempt } from './attempt'
import { applyRenaming } from './world'

/** Lists in which anonymous volumes stand by their drawn names: the order tells nothing of which is which. */
const LISTS_VOLUMES = /\bvolume (?:ls|list|prune)\b/

/** Other ways of pairing that are followed at most. */
const WAYS_MAX = 5

/**
 * A list that shows several anonymous volumes for the first time does not say which is which: beside the pairing by
 * their order, those in which two of them are exchanged are possible too. Later steps tell.
 */
export function otherPairings(attempt: Attempt, step: ReadStep): readonly Attempt[] {
  if (!LISTS_VOLUMES.test(step.command)) return []
  const volumes = new Set(attempt.before.terminal.state.volumes.map((volume) => volume.name))
  const drawn = attempt.renamings.filter(({ kind, from }) => kind === 'id' && volumes.has(from)).map(({ to }) => to)
  const pairs = drawn.flatMap((one, index) => drawn.slice(index + 1).map((other) => [one, other] as const))
  return pairs.slice(0, WAYS_MAX).map(([one, other]) => exchanged(attempt, one, other))
}

function exchanged(attempt: Attempt, one: string, other: string): Attempt {
  const aside = [...one].reverse().join('')
  const renamings: readonly Renaming[] = [
    { kind: 'id', from: one, to: aside },
    { kind: 'id', from: other, to: one },
    { kind: 'id', from: aside, to: other },
  ]
  return {
    ...attempt,
    world: renamings.reduce(applyRenaming, attempt.world),
    renamings: [...attempt.renamings, ...renamings],
  }
}
