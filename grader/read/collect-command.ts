import { startsWithKnownCommand } from './command-words'
import type { PlacedRow } from './page-layout'
import type { Prompt } from './prompt-shapes'
import { secondaryLength } from './secondary-prompt'
import type { ContinuationReason, LexerState, ShellFamily } from './shell-lexer'
import { continuationOf, feedLine, startLexer } from './shell-lexer'

/** A logical command and the rows it takes. */
export interface CollectedCommand {
  readonly lines: readonly string[]
  /** Index of the first row after it. */
  readonly next: number
  /** Where the last line's text ends in its row. */
  readonly endIndex: number
  /** Why it never ended, null when it did. */
  readonly unclosed: ContinuationReason | null
}

const lookaheadRows = 80
/** A command is joined from at most so many wrapped rows. */
const wrapsMax = 24

interface Source {
  readonly rows: readonly PlacedRow[]
  readonly isPrompt: (index: number) => boolean
  readonly wrapWidth: number | null
}

/** Reads the command that starts behind `prompt` in row `index`, with all its continuation lines. */
export function collectCommand(source: Source, index: number, prompt: Prompt): CollectedCommand {
  const lines: string[] = []
  let state = startLexer(shellFamily(prompt))
  let trustedUntil = -1
  let at = index
  let text = rowText(source.rows, index).slice(prompt.end)
  for (;;) {
    const joined = joinWrapped(source, at, text, state)
    at = joined.at
    lines.push(joined.text)
    state = feedLine(state, joined.text)
    const reason = continuationOf(state)
    if (at + 1 > trustedUntil && isEnclosing(reason)) trustedUntil = closesAt(source, at + 1, state) ?? trustedUntil
    const following = reason === null ? null : continuation(source, at + 1, reason, at + 1 <= trustedUntil, prompt)
    if (following === null) {
      const endIndex = rowText(source.rows, at).trimEnd().length
      return { lines: trimLast(lines), next: at + 1, endIndex, unclosed: reason }
    }
    at++
    text = following
  }
}

function rowText(rows: readonly PlacedRow[], index: number): string {
  return rows[index]?.row.text ?? ''
}

function trimLast(lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => (i === lines.length - 1 ? line.trimEnd() : line))
}

function shellFamily(prompt: Prompt): ShellFamily {
  if (prompt.shape === 'powershell') return 'powershell'
  return prompt.shape === 'cmd' ? 'cmd' : 'posix'
}

function isEnclosing(reason: ContinuationReason | null): boolean {
  return reason === 'quote' || reason === 'heredoc' || reason === 'compound'
}

/** The next row as the continuation it is, without its PS2; null when it is none. */
function continuation(
  source: Source,
  index: number,
  reason: ContinuationReason,
  trusted: boolean,
  prompt: Prompt,
): string | null {
  const placed = source.rows[index]
  if (placed === undefined || placed.kind === 'mark') return null
  const text = placed.row.text
  const mark = secondaryLength(text)
  if (mark !== null) {
    const anew = prompt.shape === 'angle' && reason !== 'escape' && startsWithKnownCommand(text.slice(mark))
    if (!anew) return text.slice(mark)
  }
  if (source.isPrompt(index)) return null
  switch (reason) {
    case 'escape':
      return text.trim() === '' ? null : text
    case 'quote':
    case 'heredoc':
    case 'compound':
      return trusted ? text : null
    case 'operator':
      return startsWithKnownCommand(text) ? text : null
  }
}

/**
 * The row in which the open quote, here-document or loop ends, null when it does not before the next prompt. Only such an
 * end makes rows without PS2 prompts part of the command.
 */
function closesAt(source: Source, from: number, state: LexerState): number | null {
  let ahead = state
  for (let i = from; i < Math.min(source.rows.length, from + lookaheadRows); i++) {
    const placed = source.rows[i]
    if (placed === undefined || placed.kind === 'mark') return null
    const mark = secondaryLength(placed.row.text)
    if (mark === null && source.isPrompt(i)) return null
    ahead = feedLine(ahead, placed.row.text.slice(mark ?? 0))
    if (!isEnclosing(continuationOf(ahead))) return i
  }
  return null
}

/** The line with the rows into which the terminal broke it. */
function joinWrapped(source: Source, from: number, line: string, state: LexerState): { text: string; at: number } {
  let text = line
  let at = from
  for (let wraps = 0; wraps < wrapsMax; wraps++) {
    if (!isWrapped(source, at, text, () => feedLine(state, text))) break
    // Copying drops a blank that stood in the last column.
    const lost = rowText(source.rows, at).length === source.wrapWidth ? '' : ' '
    at++
    text += lost + rowText(source.rows, at)
  }
  return { text, at }
}

/**
 * The command filled the last column of the terminal and what follows cannot be output: an open quote or `$(`, a flag,
 * or a word behind a single blank.
 */
function isWrapped(source: Source, at: number, command: string, fed: () => LexerState): boolean {
  if (source.wrapWidth === null) return false
  const missing = source.wrapWidth - rowText(source.rows, at).length
  const next = source.rows[at + 1]
  if (missing < 0 || missing > 1 || next === undefined || next.kind !== 'text') return false
  const text = next.row.text.slice(0, 200)
  if (text.trim() === '' || source.isPrompt(at + 1)) return false
  if (hasOpenSubstitution(command) && text.includes(')')) return true
  return missing === 0 && (/(?:^|\s)--?[a-z]|^ [a-z0-9]/.test(text) || continuationOf(fed()) === 'quote')
}

function hasOpenSubstitution(command: string): boolean {
  const last = command.lastIndexOf('$(')
  return last >= 0 && !command.slice(last).includes(')')
}

const usualWidths = new Set([80, 100, 120, 132, 160])

/** The width at which the terminal broke its rows, null when nothing shows that it did. */
export function learnWrapWidth(texts: readonly string[]): number | null {
  const width = texts.reduce((max, text) => Math.max(max, text.length), 0)
  if (width < 40 || width > 400) return null
  const full = texts.filter((text) => text.length === width).length
  return full >= 2 || usualWidths.has(width) ? width : null
}
