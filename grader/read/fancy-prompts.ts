import { couldBeCommand, isDockerCommand, startsWithKnownCommand } from './command-words'
import type { Prompt } from './prompt-shapes'
import { matchShape, skipBlanks } from './prompt-shapes'
import { indentOf } from './screen-row'

/** Prompts nobody can list (zsh themes, starship, powerline): learnt from what stands before words that are commands. */
export interface LearntPrompts {
  /** Exact texts before commands, longest first. */
  readonly texts: readonly string[]
  /** Their skeletons: letters and digits replaced, so that another directory is recognised too. */
  readonly skeletons: ReadonlySet<string>
  /** How many docker commands stood behind them. */
  readonly count: number
}

const prefixMax = 160
const learntMax = 64
const promptSymbol = /^[❯➜λ»▶⟩›➤]/u
/** No letter, no ASCII, no bullet, dash, quote or frame: what themes put into prompts. */
const themeSymbol = /^(?:[❯➜λ»▶⟩›➤✗✓✔☁⚡→⇒⇾⮞∴⊙±〉☿]|[\ue000-\uf8ff]|\p{Extended_Pictographic})/u
const themeSymbolAtEnd = /(?:[❯➜λ»▶⟩›➤✗✓✔☁⚡→⇒⇾⮞∴⊙±〉☿$%#>]|[\ue000-\uf8ff]|\p{Extended_Pictographic})\ufe0f?$/u

/** Learns the texts before docker commands; rows that name one of `machines` have a sure prompt. Sure shapes and one-character prompts are not its business. */
export function learnPrompts(texts: readonly string[], machines: readonly string[]): LearntPrompts {
  const found = new Map<string, number>()
  for (const text of texts) {
    if (machines.some((machine) => text.includes(machine))) continue
    const prefix = prefixBeforeDocker(text)
    if (prefix !== null && found.size < learntMax) found.set(prefix, (found.get(prefix) ?? 0) + 1)
  }
  const counts = new Map<string, number>()
  for (const [prefix, count] of found) counts.set(skeleton(prefix), (counts.get(skeleton(prefix)) ?? 0) + count)
  const kept = [...found.keys()].filter((prefix) => isTrustworthy(prefix, counts.get(skeleton(prefix)) ?? 0))
  return {
    texts: kept.sort((a, b) => b.length - a.length),
    skeletons: new Set(kept.map(skeleton)),
    count: kept.reduce((sum, prefix) => sum + (found.get(prefix) ?? 0), 0),
  }
}

const nothingLearnt: LearntPrompts = { texts: [], skeletons: new Set(), count: 0 }

/** The text before the first docker command of the row, when it ends as prompts do. */
function prefixBeforeDocker(text: string): string | null {
  const from = indentOf(text)
  if (matchShape(text, from) !== null) return null
  const symbol = matchSymbol(text, text.slice(from, from + prefixMax * 2), from, nothingLearnt)
  if (symbol !== null && text.indexOf('docker ', symbol.end) !== -1) return text.slice(from, symbol.end)
  let at = nextDocker(text, from)
  while (at !== -1) {
    const start = startOfLeaders(text, at)
    const prefix = text.slice(from, start)
    if (start > from && isDockerCommand(text.slice(start))) {
      const shorter = beforeEarlierCommand(prefix, text.slice(from))
      return looksLikePromptText(shorter) ? shorter : null
    }
    at = nextDocker(text, at + 1)
  }
  return null
}

/** `❯ for i in …; do docker …`, `❯ A=b docker …`: the command starts before the word docker. */
function beforeEarlierCommand(prefix: string, body: string): string {
  for (let i = 1; i < prefix.length; i++) {
    const isStart = body.charAt(i - 1) === ' ' && body.charAt(i) !== ' '
    if (!isStart || !themeSymbolAtEnd.test(prefix.slice(0, i).trimEnd())) continue
    if (startsWithKnownCommand(body.slice(i))) return prefix.slice(0, i)
  }
  return prefix
}

function nextDocker(text: string, from: number): number {
  const at = text.slice(0, prefixMax + 40).indexOf('docker ', from)
  return at > prefixMax ? -1 : at
}

function startOfLeaders(text: string, at: number): number {
  const leaders = /(?:(?:sudo|winpty|time) )+$/.exec(text.slice(Math.max(0, at - 20), at))
  return leaders === null ? at : at - leaders[0].length
}

const foreignStart = /^(?:[$%](?:\s|$)|\^|#|\/\/|\||\+|-|\*|=>|--?>|\d+[.)]|[A-Z]{3,10} |Step |"|'|`|\(|<|>)/

function looksLikePromptText(prefix: string): boolean {
  const trimmed = prefix.trimEnd()
  if (trimmed === prefix && !trimmed.endsWith('>')) return false
  if (foreignStart.test(trimmed) || /["'`|]/.test(trimmed)) return false
  return trimmed.split(/\s+/).length <= 8 && (promptSymbol.test(trimmed) || themeSymbolAtEnd.test(trimmed))
}

/** Seen twice, or beginning with a theme's symbol, or holding what prompts hold and sentences do not. */
function isTrustworthy(prefix: string, count: number): boolean {
  const trimmed = prefix.trim()
  const words = trimmed.split(/\s+/).length
  if (themeSymbol.test(trimmed)) return true
  if (/[a-z][.,;:!?] /.test(trimmed)) return false
  if (count >= 2 && words <= 6) return true
  if (/^[a-z][\w.-]{1,30} [$#]$/.test(trimmed)) return true
  return words === 1 ? trimmed.length > 1 : words <= 5 && /[@~/\\[(]/.test(trimmed)
}

/** The shape of a text: runs of letters, digits and path marks become one sign. */
export function skeleton(text: string): string {
  return text
    .trim()
    .replace(/[\p{L}\p{N}_.~/\\-]+/gu, 'a')
    .replace(/\s+/g, ' ')
}

/** The learnt or symbol prompt at `start`. */
export function matchFancy(text: string, start: number, learnt: LearntPrompts): Prompt | null {
  const body = text.slice(start, start + prefixMax * 2)
  for (const known of learnt.texts) {
    if (body.startsWith(known) || body === known.trimEnd())
      return fancy(text, start, Math.min(known.length, body.length))
  }
  return matchSymbol(text, body, start, learnt) ?? matchSkeleton(text, body, start, learnt)
}

/** A learnt prompt in the middle of a row, behind output without a line end. */
export function findFancy(text: string, from: number, learnt: LearntPrompts): Prompt | null {
  for (const known of learnt.texts) {
    if (known.trim().length < 4 && !promptSymbol.test(known.trim())) continue
    const at = text.indexOf(known, from)
    if (at !== -1 && startsWithKnownCommand(text.slice(at + known.length))) return fancy(text, at, known.length)
  }
  return null
}

function fancy(text: string, start: number, length: number): Prompt {
  const end = skipBlanks(text, start + length)
  const first = text.slice(start, start + 2).trim()
  return { shape: 'symbol', start, end, family: `theme ${first.slice(0, 2)}`, user: null, host: null, cwd: null }
}

/** `➜ cmd`, `❯ cmd`, and oh-my-zsh's `➜  directory git:(branch) ✗ cmd`. */
function matchSymbol(text: string, body: string, start: number, learnt: LearntPrompts): Prompt | null {
  if (!promptSymbol.test(body)) return null
  const git = /^\S {1,3}\S{1,80} git:\([^()\n]{1,80}\) ?(?:[✗✓✔*!?+]{1,3} ?)?/u.exec(body)
  if (git !== null) return fancy(text, start, git[0].length)
  const directory = /^\S {2}(?:[~/]\S{0,120}|[\w.-]{1,80}) {1,2}/u.exec(body)
  if (directory !== null && startsWithKnownCommand(body.slice(directory[0].length)))
    return fancy(text, start, directory[0].length)
  const bare = /^\S {1,2}/u.exec(body)
  if (bare !== null && startsWithKnownCommand(body.slice(bare[0].length))) return fancy(text, start, bare[0].length)
  const usual = learnt.texts.some((known) => promptSymbol.test(known))
  if (directory !== null && couldBeCommand(body.slice(directory[0].length)) && usual)
    return fancy(text, start, directory[0].length)
  if (/^\S\s*$/u.test(body)) return fancy(text, start, 1)
  return null
}

/** Another directory in a learnt prompt: same skeleton, then a known command. */
function matchSkeleton(text: string, body: string, start: number, learnt: LearntPrompts): Prompt | null {
  if (learnt.skeletons.size === 0) return null
  let tried = 0
  for (let i = 1; i < Math.min(body.length, prefixMax) && tried < 6; i++) {
    if (body.charAt(i) !== ' ' || body.charAt(i - 1) === ' ') continue
    const prefix = body.slice(0, i)
    if (!themeSymbolAtEnd.test(prefix)) continue
    tried++
    if (learnt.skeletons.has(skeleton(prefix)) && startsWithKnownCommand(body.slice(i))) return fancy(text, start, i)
  }
  return null
}
