import type { ClientVersion } from '../cli/client-version'
import { malformed, type Parsed, parsed } from './parsed'

/** A bare name takes its value from here; null where the user's shell has none. */
export type LookUp = (name: string) => string | null

const LINE_LENGTH_MAX = 65_536

/** What is wrong with a `-e` value, or null. */
export function environmentError(value: string): string | null {
  return value === '' || value.startsWith('=') ? `invalid environment variable: ${value}` : null
}

/** What is wrong with a `--label` value, or null. */
export function labelError(value: string): string | null {
  const key = (value.split('=', 1)[0] ?? '').replace(/^[ \t]+/, '')
  if (key === '') return `invalid label '${value}': empty name`
  return /[ \t]/.test(key) ? `label '${value}' contains whitespaces` : null
}

/** A bare `NAME` becomes `NAME=value` where the user's environment has it. */
export function resolveEnvironment(value: string, lookUp: LookUp): string {
  if (value.includes('=')) return value
  const found = lookUp(value)
  return found === null ? value : `${value}=${found}`
}

/**
 * Reads a `--env-file` or `--label-file` (docker/cli `parseKeyValueFile`): a variable a line, `#` lines and empty ones left
 * out, spaces before the name dropped, the value as it stands. With `lookUp`, bare names that are unknown are left out.
 */
export function parseVariableFile(
  name: string,
  content: string,
  lookUp: LookUp | null,
  client: ClientVersion,
): Parsed<readonly string[]> {
  const variables: string[] = []
  for (const [index, raw] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.replace(/^[\p{White_Space}]+/u, '')
    if (line.length > LINE_LENGTH_MAX) return malformed(wrap(name, 'bufio.Scanner: token too long', client))
    if (raw.includes('\uFFFD')) {
      return malformed(wrap(name, `env file ${name} contains invalid utf8 bytes at line ${index + 1}: ${raw}`, client))
    }
    if (line === '' || line.startsWith('#')) continue
    const error = lineError(line)
    if (error !== null) return malformed(wrap(name, error, client))
    const variable = lookUp === null || line.includes('=') ? line : resolveEnvironment(line, lookUp)
    if (lookUp === null || variable.includes('=')) variables.push(variable)
  }
  return parsed(variables)
}

function lineError(line: string): string | null {
  const variable = line.split('=', 1)[0] ?? ''
  if (/[ \t\n\r]/.test(variable)) return `variable '${variable}' contains whitespaces`
  return variable === '' ? `no variable name on line '${line}'` : null
}

function wrap(name: string, error: string, client: ClientVersion): string {
  return client === '20.10' ? `poorly formatted environment: ${error}` : `invalid env file (${name}): ${error}`
}
