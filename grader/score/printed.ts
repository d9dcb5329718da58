import type { Predicate } from '../predicate'
import { anyFits } from './glob'
import { type Episode, firstEpisode, type Scope } from './history'
import { speaksFrom } from './speakers'

type Printed = Extract<Predicate, { readonly kind: 'printed' }>

/** First episode in which the student saw the line, and the engine printed it too. */
export function evaluatePrinted(predicate: Printed, scope: Scope, from: number): number | null {
  return firstEpisode(
    scope,
    from,
    (episode) =>
      episode.verdict === 'consistent' &&
      anyFits(linesOf(episode.observed), predicate.line) &&
      anyFits(linesOf(episode.predicted), predicate.line) &&
      (predicate.in === undefined
        ? !isEchoed(episode, predicate.line)
        : speaksFrom(episode, predicate.in, scope.bindings)),
  )
}

function linesOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.slice(0, 2_000).trim())
}

/** What the student typed into a command says nothing when it comes out again. */
function isEchoed({ command }: Episode, line: string): boolean {
  const literal = line.split('*').sort((a, b) => b.length - a.length)[0] ?? ''
  return /\b(?:echo|printf)\b/.test(command) && command.includes(literal)
}
