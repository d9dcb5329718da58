import { shellStatus } from '@/shell/foreground'
import type { Predicate } from '../predicate'
import { fitsGlob } from './glob'
import { type Episode, firstEpisode, isCredible, type Scope } from './history'

type Status = Extract<Predicate, { readonly kind: 'status' }>

/** How shells name the exit status of the last command: sh, fish, PowerShell, cmd. */
const ASKS = /\$\?|\$status\b|\$LASTEXITCODE\b|%ERRORLEVEL%/i

/** First episode in which the student looked at the exit status of a command, and it was this. */
export function evaluateStatus(predicate: Status, scope: Scope, from: number): number | null {
  const code = Number(predicate.code)
  return firstEpisode(
    scope,
    from,
    (episode, index) =>
      isCredible(episode) &&
      ASKS.test(episode.command) &&
      statusBefore(episode) === code &&
      episode.observed.some((line) => new RegExp(`(?:^|\\D)${code}(?:\\D|$)`).test(line.slice(0, 2_000))) &&
      (predicate.after === undefined || fitsGlob(commandBefore(scope, index), predicate.after)),
  )
}

function statusBefore({ before }: Episode): number | null {
  return shellStatus(before.state, before.console)
}

/** The command whose status it was: the one before in the same terminal. */
function commandBefore({ history }: Scope, index: number): string {
  const { transcript } = history[index] ?? { transcript: -1 }
  const earlier = history.slice(0, index).findLast((episode) => episode.transcript === transcript)
  return earlier?.command.replace(/\s+/g, ' ').trim() ?? ''
}
