import type { EngineState } from '@/engine/state'
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
  return conditionOf(attempt.before.terminal.state) !== conditionOf(attempt.world.terminal.state)
}

/** How the healths of containers stand in an output, one after the other. */
function healthsIn(lines: readonly string[]): string {
  const text = lines.join('\n').slice(0, 20_000)
  return (text.match(/\b(?:un)?healthy\b|\bhealth: starting\b/g) ?? []).join(' ')
}

/** What changes of containers by itself. */
function conditionOf({ containers }: EngineState): string {
  return containers
    .map(({ state, restartCount }) => [state.status, restartCount, state.health?.status].join(' '))
    .join('\n')
}
