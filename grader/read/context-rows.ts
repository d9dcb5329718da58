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
  return learnt.has(trimmed) && trimmed !== '' ? { user: null, host: null, cwd: null } : null
}

const promptLike = /^[❯➜λ»▶⟩›➤]/u

/** Rows that stand, always alike, above short prompts: themes that print the directory in a row of its own. */
export function learnContextRows(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (let i = 1; i < texts.length; i++) {
    const text = texts[i] ?? ''
    const start = indentOf(text)
    if (matchWeak(text, start) === null && !promptLike.test(text.slice(start))) continue
    const above = (texts[i - 1] ?? '').trim().slice(0, 400)
    if (/[@~/]|[^\u0000-\u024f]/u.test(above) && counts.size < 200) counts.set(above, (counts.get(above) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([text]) => text))
}
