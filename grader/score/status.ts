import { shellStatus } from '@/shell/foreground'
import type { Predicate } from '../predicate'
import { fitsGlob } from './glob'
import { type Episode, firstEpisode, isCredible, type Scope } from './history'

type Status = Extract<Predicate, { readonly kind: 'status' }>

/** How shells name the exit status of the last command: sh, fish, PowerShell, cmd. */
const ASKS = /\$\?|\$status\b|\$LASTEXITCODE\b|%ERRORLEVEL%/i

/** First episode in which the student looked at the exit status of a command, and it was this. */
export function evaluateStatus(predicate: Status, scope: Scope, from: number): number | null {
  return firstEpisode(
    scope,
    from,
    (episode, index) =>
      isCredible(episode) &&
      ASKS.test(episode.command) &&
      holdsCode(episode.observed, predicate) &&
      isMeant(predicate, scope, index),
  )
}

function holdsCode(lines: readonly string[], { code }: Status): boolean {
  return lines.some((line) => new RegExp(`(?:^|\\D)${Number(code)}(?:\\D|$)`).test(line.slice(0, 2_000)))
}

/** Asked after the command in the same line (`docker run …; echo $?`), or in a line of its own. */
function isMeant(predicate: Status, scope: Scope, index: number): boolean {
  const episode = scope.history[index]
  if (episode === undefined) return false
  const [first = '', ...rest] = episode.command.split(/;|&&|\|\|/)
  const command = rest.length > 0 && !ASKS.test(first) ? plain(first) : commandBefore(scope, index)
  const holds =
    rest.length > 0 && !ASKS.test(first)
      ? holdsCode(episode.predicted.slice(-1), predicate)
      : statusBefore(episode) === Number(predicate.code)
  return holds && (predicate.after === undefined || fitsGlob(command, predicate.after))
}

function plain(command: string): string {
  return command.replace(/\s+/g, ' ').trim()
}

function statusBefore({ before }: Episode): number | null {
  return shellStatus(before.state, before.console)
}

/** The command whose status it was: the one before in the same terminal. */
function commandBefore({ history }: Scope, index: number): string {
  const { transcript } = history[index] ?? { transcript: -1 }
  const earlier = history.slice(0, index).findLast((episode) => episode.transcript === transcript)
  return plain(earlier?.command ?? '')
}
