import type { EngineState } from '@/engine/state'
import { attachedSpace, shellStatus } from '@/shell/foreground'
import type { Terminal } from '@/shell/terminal'
import { readRefusal } from '../compare/refusal'
import { eventsBetween } from '../judge/changes'
import { renamer } from '../judge/rename'
import { runStep } from '../judge/run-step'
import type { Episode, History } from './history'

/** Parts of one line that are looked at one by one, at most. */
const PARTS_MAX = 12

/**
 * The history with lines such as `docker stop web; docker ps -a` taken apart: what its second command shows, the first
 * one brought about. A line that cannot be followed part by part stays whole.
 */
export function unfold(history: History): History {
  return history.flatMap((episode) => {
    const parts = partsOf(episode.command)
    const isHost = attachedSpace(episode.before.state, episode.before.console) === 'host'
    return parts.length < 2 || !isHost || episode.keys.length > 0 ? [episode] : unfolded(episode, parts)
  })
}

interface Part {
  /** Runs only if the one before succeeded. */
  readonly ifWell: boolean
  readonly command: string
}

interface Ran {
  readonly command: string
  readonly before: Terminal
  readonly after: EngineState
  readonly output: readonly string[]
}

function unfolded(episode: Episode, parts: readonly Part[]): readonly Episode[] {
  const ran: Ran[] = []
  let terminal = episode.before
  for (const { ifWell, command } of parts) {
    if (ifWell && shellStatus(terminal.state, terminal.console) !== 0) continue
    const before = terminal
    const run = runStep(before, { command, keys: [] })
    terminal = run.terminal
    ran.push({ command, before, after: terminal.state, output: run.output })
  }
  const rename = sameObjects(episode, terminal.state)
  if (rename === null || ran.length < 2) return [episode]
  let line = 0
  const lines = ran.reduce((sum, each) => sum + each.output.length, 0)
  return rename(ran).map(({ command, before, after, output }): Episode => {
    const own = episode.observed.slice(line, line + output.length)
    line += output.length
    const observed = lines === episode.observed.length ? own : output.length === 0 ? [] : episode.observed
    const events = eventsBetween(before.state, after)
    return {
      ...episode,
      command,
      before,
      after,
      events,
      predicted: output,
      observed,
      verdict: verdictOf(episode, output),
    }
  })
}

/** A part of a line in which something was refused is judged by what itself printed. */
function verdictOf({ verdict, predicted }: Episode, output: readonly string[]): Episode['verdict'] {
  if (verdict !== 'failed' || predicted.length === 0) return verdict
  return readRefusal(output) === null ? 'consistent' : 'failed'
}

/** Ids and names that were drawn anew when the parts ran become those of the episode; null where it went otherwise. */
function sameObjects({ before, after }: Episode, end: EngineState): (<T>(value: T) => T) | null {
  const known = new Set(before.state.containers.map((container) => container.id))
  const made = (state: EngineState) => state.containers.filter((container) => !known.has(container.id))
  const [now, then] = [made(end), made(after)]
  if (now.length !== then.length || end.containers.length !== after.containers.length) return null
  return <T>(value: T): T =>
    now.reduce((current, container, index) => {
      const other = then[index]
      if (other === undefined) return current
      const byId = renamer({ kind: 'id', from: container.id, to: other.id })
      const byName = renamer({ kind: 'name', from: container.name, to: other.name })
      return byName(byId(current))
    }, value)
}

/** The commands of a line that `;` and `&&` part, outside quotes and parentheses; one where it has loops or `||`. */
function partsOf(command: string): readonly Part[] {
  const whole = [{ ifWell: false, command }]
  if (!/;|&&/.test(command) || /\n|\|\||\b(?:for|while|until|if|case|do|function)\b|<</.test(withoutQuoted(command)))
    return whole
  const parts: Part[] = []
  let text = ''
  let ifWell = false
  let quote = ''
  let depth = 0
  for (let at = 0; at < command.length; at += 1) {
    const char = command.charAt(at)
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '(' || char === '{') depth += 1
    else if (char === ')' || char === '}') depth -= 1
    const isEnd = quote === '' && depth === 0 && (char === ';' || command.startsWith('&&', at))
    if (!isEnd) {
      text += char
      continue
    }
    parts.push({ ifWell, command: text.trim() })
    ifWell = char === '&'
    at += ifWell ? 1 : 0
    text = ''
  }
  const all = [...parts, { ifWell, command: text.trim() }].filter((part) => part.command !== '')
  return quote !== '' || depth !== 0 || all.length > PARTS_MAX ? whole : all
}

function withoutQuoted(command: string): string {
  return command.replace(/'[^']*'|"[^"]*"/g, '')
}
