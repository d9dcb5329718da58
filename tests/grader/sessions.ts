import { readFileSync } from 'node:fs'
import path from 'node:path'
import { asTranscript, simulate } from '@/cli/simulate'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { PROFILE_TODAY, type Profile } from '@/engine/profile'
import type { GraderData } from '@/grader/check'
import { openTerminal } from '@/shell/open-terminal'

const root = path.resolve(import.meta.dirname, '../..')

/** The course's own images, as the server and `quai` have them. */
export const data: GraderData = { hub: loadHub(nodeFiles(path.join(root, 'content'))) }

/** What a student's terminal would show for these inputs; `seed` makes other ids, names and ports. */
export function sessionOf(
  script: readonly string[],
  options: { readonly seed?: number; readonly profile?: Profile } = {},
): string {
  const terminal = openTerminal({
    hub: data.hub,
    seed: options.seed ?? 4242,
    profile: options.profile ?? PROFILE_TODAY,
  })
  const run = simulate(terminal, script.join('\n'), 'session')
  return asTranscript(run.steps, run.terminal.line.trimEnd())
}

/** A session recorded on a real engine. */
export function recordingNamed(name: string): string {
  return readFileSync(path.join(root, 'tests/conformance/recordings', `${name}.txt`), 'utf8')
}

/** The text with the n-th (from 1) occurrence of a piece replaced; throws when it has fewer: a test must not edit nothing. */
export function edited(text: string, piece: string, replacement: string, occurrence = 1): string {
  let at = -1
  for (let count = 0; count < occurrence; count += 1) at = text.indexOf(piece, at + 1)
  if (at < 0) throw new Error(`nothing to edit: occurrence ${occurrence} of “${piece}”`)
  return text.slice(0, at) + replacement + text.slice(at + piece.length)
}

/** Line number (from 1) of the n-th line that contains a piece. */
export function lineOf(text: string, piece: string, occurrence = 1): number {
  const lines = text.split('\n').flatMap((line, index) => (line.includes(piece) ? [index + 1] : []))
  const line = lines[occurrence - 1]
  if (line === undefined) throw new Error(`no line ${occurrence} with “${piece}”`)
  return line
}
