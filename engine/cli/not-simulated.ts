import type { CliFailure } from './command-line'
import { refusal } from './usage-errors'

/** Plugins that come with today's Docker. The recorded clients had none, and knew no such commands. */
const PLUGINS = new Set(
  'agent ai app buildx cloud compose debug desktop dev extension feedback init mcp model offload pass sandbox sbom scan scout'.split(
    ' ',
  ),
)

/** Of `docker trust`. */
export const TRUST_COMMANDS: ReadonlySet<string> = new Set(['inspect', 'key', 'revoke', 'sign', 'signer'])

export function isPlugin(name: string): boolean {
  return PLUGINS.has(name)
}

/** What is said of a command that Docker has and that is not simulated. */
export function notSimulatedText(path: string): string {
  return `docker ${path}: this command exists in Docker but is not simulated here\n`
}

/** A command that Docker has and that is not simulated. */
export function notSimulated(path: string): CliFailure {
  return refusal(notSimulatedText(path), 1)
}
