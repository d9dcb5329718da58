import { startsWithKnownCommand } from './command-words'
import { indentOf } from './screen-row'
import { matchWeak } from './weak-prompts'

/** What the upper row of a two-line prompt says. */
export interface PromptContext {
  readonly user: string | null
  readonly host: string | null
  readonly cwd: string | null
}

const playWithDocker = /^\[[\w-]{1,40}\] \([\w-]{1,20}\) ([\w.+-]{1,40})@([\w.-]{1,64})(?: (\S.{0,160}))?$/
const gitBash =
  /^([\w.+-]{1,40})@([\w.-]{1,64}) (?:MINGW(?:32|64)|MSYS|UCRT64|CLANG64|CLANGARM64) (\S.{0,160}?)(?: \([^()]{1,80}\))?$/
const framed = /^[┌╭┏][─━]/u
const framedMachine = /\(?([\w.+-]{1,40})[㉿@💀]([\w.-]{1,64})\)?(?:-\[([^\]]{1,160})\])?/u

/** Reads the row as the upper row of a two-line prompt, null when it is none. */
export function readContextRow(text: string, learnt: ReadonlySet<string>): PromptContext | null {
  const trimmed = text.trim().slice(0, 400)
  const match = playWithDocker.exec(trimmed) ?? gitBash.exec(trimmed)
  if (match !== null) return { user: match[1] ?? null, host: match[2] ?? null, cwd: match[3] ?? null }
  if (framed.test(trimmed)) {
    const machine = framedMachine.exec(trimmed)
    return { user: machine?.[1] ?? null, host: machine?.[2] ?? null, cwd: machine?.[3] ?? null }
  }
  return trimmed !== '' && learnt.has(withoutDuration(trimmed)) ? { user: null, host: null, cwd: null } : null
}

/** What stands before an upper prompt row that came right behind output or an echoed key; null when there is none. */
export function beforeGluedContext(text: string, learnt: ReadonlySet<string>): string | null {
  const keys = /^\s*(?:\^[A-Z\\]){1,8}/.exec(text)
  if (keys !== null && readContextRow(text.slice(keys[0].length), learnt) !== null) return keys[0]
  const frame = text.search(/[┌╭┏][─━]/u)
  if (frame > 0) return text.slice(0, frame)
  for (const known of learnt) {
    if (text.trimEnd().endsWith(known)) return text.trimEnd().slice(0, -known.length)
  }
  return null
}

const promptLike = /^[❯➜λ»▶⟩›➤]/u

/** starship adds how long the last command took. */
function withoutDuration(text: string): string {
  return text.replace(/ took (?:\d{1,4}[dhms]{1,2} ?){1,4}$/, '')
}

function isShortPrompt(text: string, start: number): boolean {
  const weak = matchWeak(text, start)
  if (weak !== null) return startsWithKnownCommand(text.slice(weak.end))
  const symbol = promptLike.exec(text.slice(start, start + 4))
  if (symbol === null) return false
  const rest = text.slice(start + symbol[0].length)
  return rest.trim() === '' || startsWithKnownCommand(rest)
}

/** Rows that stand above (nearly) every short prompt: themes that print the directory in a row of its own. */
export function learnContextRows(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let prompts = 0
  for (let i = 1; i < texts.length; i++) {
    const text = texts[i] ?? ''
    const start = indentOf(text)
    if (!isShortPrompt(text, start)) continue
    prompts++
    const above = withoutDuration((texts[i - 1] ?? '').trim().slice(0, 400))
    if (/[@~/]|[^\u0000-\u024f]/u.test(above) && counts.size < 200) counts.set(above, (counts.get(above) ?? 0) + 1)
  }
  const repeated = [...counts].filter(([, count]) => count >= 2)
  const covered = repeated.reduce((sum, [, count]) => sum + count, 0)
  return new Set(covered >= prompts * 0.8 ? repeated.map(([text]) => text) : [])
}
