import type { Container } from '@/engine/container/container'
import type { ReadStep } from '../read/transcript'
import type { Attempt } from './attempt'
import { mayChangeMachine } from './trust'

/**
 * Was the command run a moment too early? Its output tells of a container's health that the engine's does not have yet,
 * or containers went on by themselves (a restart, a health check) just while it looked: what is seen was so before.
 */
export function isTooEarly(attempt: Attempt, step: ReadStep): boolean {
  const seen = healthsIn(attempt.observed)
  if (seen !== '' && seen !== healthsIn(attempt.predicted)) return true
  if (mayChangeMachine(step.command)) return false
  const before = attempt.before.terminal.state
  return attempt.world.terminal.state.containers.some((container) => {
    const earlier = before.containers.find((one) => one.id === container.id)
    return earlier !== undefined && isAtRest(container) && conditionOf(earlier) !== conditionOf(container)
  })
}

/** A container that a policy starts again and again is never at rest: which of its rounds is seen is chance. */
function isAtRest({ state, restartCount }: Container): boolean {
  return state.status === 'running' ? restartCount === 0 : state.restartAt === null
}

/** How the healths of containers stand in an output, one after the other. */
function healthsIn(lines: readonly string[]): string {
  const text = lines.join('\n').slice(0, 20_000)
  return (text.match(/\b(?:un)?healthy\b|\bhealth: starting\b/g) ?? []).join(' ')
}

/** What changes of a container by itself. */
function conditionOf({ state, restartCount }: Container): string {
  return [state.status, restartCount, state.health?.status].join(' ')
}
