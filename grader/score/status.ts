import { shellStatus } from '@/shell/foreground'
import { readRefusal } from '../compare/refusal'
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
  const isOneLine = rest.length > 0 && !ASKS.test(first)
  const asked = isOneLine ? episode : episodeBefore(scope, index)
  if (asked === undefined || !endedAsPredicted(asked)) return false
  const holds = isOneLine
    ? holdsCode(episode.predicted.slice(-1), predicate)
    : statusBefore(episode) === Number(predicate.code)
  return holds && (predicate.after === undefined || fitsGlob(plain(isOneLine ? first : asked.command), predicate.after))
}

/** Another refusal than the engine's, or none where it refuses, leaves another status. */
function endedAsPredicted({ observed, predicted }: Episode): boolean {
  return statusOf(observed) === statusOf(predicted)
}

/** Refusals by the status they leave: 127, 126, and that of all others. */
function statusOf(lines: readonly string[]): string {
  const refusal = readRefusal(lines)
  if (refusal === null) return 'none'
  if (refusal.kind === 'command-not-found' || refusal.kind === 'no-shell-command') return '127'
  return refusal.kind === 'not-executable' ? '126' : 'docker'
}

function plain(command: string): string {
  return command.replace(/\s+/g, ' ').trim()
}

function statusBefore({ before }: Episode): number | null {
  return shellStatus(before.state, before.console)
}

/** The command whose status it was: the one before in the same terminal. */
function episodeBefore({ history }: Scope, index: number): Episode | undefined {
  const { transcript } = history[index] ?? { transcript: -1 }
  return history.slice(0, index).findLast((episode) => episode.transcript === transcript)
}
