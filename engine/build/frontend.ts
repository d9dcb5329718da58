import type { Profile } from '../profile'
import type { Frontend } from './dockerfile/read-instruction'

/** Which Dockerfile syntax an engine's builders understand without fetching another. */
export function frontendOf({ engine }: Profile): Frontend {
  return engine === '20.10' ? '20.10' : 'today'
}
