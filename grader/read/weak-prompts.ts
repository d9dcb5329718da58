import { couldBeCommand, isDockerCommand, startsWithKnownCommand } from './command-words'
import type { Prompt, PromptShape } from './prompt-shapes'
import { looksLikeContainerId, matchShape, skipBlanks } from './prompt-shapes'
import { indentOf } from './screen-row'

/** Prompts of one character: whether they are prompts is for the whole paste to say, not for one line. */
export type WeakShape = 'dollar' | 'hash' | 'percent' | 'angle'

const weakShapes: ReadonlyMap<string, WeakShape> = new Map([
  ['$', 'dollar'],
  ['#', 'hash'],
  ['%', 'percent'],
  ['>', 'angle'],
])

/** The one-character prompt at `start`, whatever follows it. */
export function matchWeak(text: string, start: number): Prompt | null {
  const char = text.charAt(start)
  const shape = weakShapes.get(char)
  if (shape === undefined) return null
  const after = text.charAt(start + 1)
  const glued = (shape === 'dollar' || shape === 'angle') && isDockerCommand(text.slice(start + 1))
  if (after !== '' && after !== ' ' && after !== '\t' && !glued) return null
  return { shape, start, end: skipBlanks(text, start + 1), family: char, user: null, host: null, cwd: null }
}

/** Which one-character prompts the paste uses on its host. */
export interface WeakVotes {
  readonly accepted: ReadonlySet<PromptShape>
  /** Sure prompts of a host were seen, with a command behind them. */
  readonly strongHost: number
  readonly dollar: number
}

interface Tally {
  strongHost: number
  dollar: number
  hash: number
  percent: number
  angle: number
  /** Docker commands with nothing before them. */
  bare: number
}

/**
 * Counts candidates over all rows and decides. `others` counts the commands behind learnt prompts. Sure prompts silence the
 * weak ones unless `$` is as frequent; among the weak ones the most frequent wins, `$` on a tie and `#` last.
 */
export function voteOnWeakPrompts(texts: readonly string[], others: number, headingsLikely: boolean): WeakVotes {
  const tally: Tally = { strongHost: 0, dollar: 0, hash: 0, percent: 0, angle: 0, bare: 0 }
  let previous = ''
  for (const text of texts) {
    countRow(tally, text, previous)
    if (text.trim() !== '') previous = text
  }
  const sure = tally.strongHost + others
  const accepted = new Set<PromptShape>()
  const most = Math.max(tally.percent, tally.angle, tally.hash - (headingsLikely ? 1 : 0))
  if (tally.dollar > 0 && tally.dollar >= sure && tally.dollar * 3 >= most) accepted.add('dollar')
  if (most > sure && most > tally.dollar) {
    if (tally.percent === most) accepted.add('percent')
    else if (tally.angle === most) accepted.add('angle')
    else if (tally.hash > tally.bare) accepted.add('hash')
  }
  return { accepted, strongHost: tally.strongHost, dollar: tally.dollar }
}

/** Marks of lists and arrows before a prompt in notes. */
export const listMark = /^\s*(?:=>|[-*+•]|\d{1,2}[.)])\s+(?=\S)/

function countRow(tally: Tally, text: string, previous: string): void {
  const start = listMark.exec(text)?.[0].length ?? indentOf(text)
  const strong = matchShape(text, start)
  if (strong !== null) {
    if (isHostLike(strong) && couldBeCommand(text.slice(strong.end))) tally.strongHost++
    return
  }
  const weak = matchWeak(text, start)
  if (weak === null && isDockerCommand(text)) tally.bare++
  if (weak === null || isDockersExample(previous)) return
  const rest = text.slice(weak.end)
  if (weak.shape === 'dollar') {
    if (couldBeCommand(rest)) tally.dollar++
  } else if (weak.shape === 'percent' || weak.shape === 'hash' || weak.shape === 'angle') {
    if (startsWithKnownCommand(rest)) tally[weak.shape]++
  }
}

/** A shape that a host's shell shows; container ids, busybox and `bash-5.1#` speak for a container. */
export function isHostLike(prompt: Prompt): boolean {
  if (prompt.shape === 'path' || prompt.shape === 'versioned') return false
  return !looksLikeContainerId(prompt.host)
}

/** Docker's own output shows a prompt with a command after these lines: hello-world's advice, and help's examples. */
export function isDockersExample(previous: string): boolean {
  const text = previous.trim()
  return text.startsWith('To try something more ambitious') || text === 'Examples:'
}
