import { startsWithKnownCommand } from './command-words'
import type { PlacedRow } from './page-layout'
import type { Prompt } from './prompt-shapes'
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

const secondaryPrompt =
  /^\s*(?:>{1,2}|(?:[a-z]{1,12} ){0,4}(?:quote|dquote|bquote|cmdsubst|heredoc|heredocd|pipe|for|while|if|then|cmdand|cmdor|subsh|else|function|do)>)(?: |$)/
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
  const first = rowText(source.rows, index)
  let text = first.slice(prompt.end)
  let at = index
  let width = first.length
  const lines: string[] = []
  let state = startLexer(shellFamily(prompt))
  let trustedUntil = -1
  for (;;) {
    for (let wraps = 0; wraps < wrapsMax && isWrapped(source, at, width, feedLine(state, text)); wraps++) {
      at++
      text += rowText(source.rows, at)
      width = rowText(source.rows, at).length
    }
    lines.push(text)
    state = feedLine(state, text)
    const reason = continuationOf(state)
    if (at + 1 > trustedUntil && (reason === 'quote' || reason === 'heredoc')) {
      trustedUntil = closesAt(source, at + 1, state) ?? trustedUntil
    }
    const trusted = at + 1 <= trustedUntil
    const following = reason === null ? null : continuation(source, at + 1, reason, trusted, prompt)
    if (following === null) {
      return {
        lines: trimLast(lines),
        next: at + 1,
        endIndex: rowText(source.rows, at).trimEnd().length,
        unclosed: reason,
      }
    }
    at++
    text = following
    width = rowText(source.rows, at).length
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
  const mark = secondaryPrompt.exec(text)
  const anew =
    mark !== null &&
    prompt.shape === 'angle' &&
    reason !== 'escape' &&
    startsWithKnownCommand(text.slice(mark[0].length))
  if (mark !== null && !anew) return text.slice(mark[0].length)
  if (source.isPrompt(index)) return null
  switch (reason) {
    case 'escape':
      return text.trim() === '' ? null : text
    case 'quote':
    case 'heredoc':
      return trusted ? text : null
    case 'operator':
      return startsWithKnownCommand(text) ? text : null
  }
}

/**
 * The row in which the open quote or here-document ends, null when it does not before the next prompt. Only such an end
 * makes rows without PS2 prompts part of the command.
 */
function closesAt(source: Source, from: number, state: LexerState): number | null {
  let ahead = state
  for (let i = from; i < Math.min(source.rows.length, from + lookaheadRows); i++) {
    const placed = source.rows[i]
    if (placed === undefined || placed.kind === 'mark' || source.isPrompt(i)) return null
    ahead = feedLine(ahead, placed.row.text.replace(secondaryPrompt, ''))
    const reason = continuationOf(ahead)
    if (reason !== 'quote' && reason !== 'heredoc') return i
  }
  return null
}

/** The command filled the last column of the terminal and what follows cannot be output: an open quote, or a flag. */
function isWrapped(source: Source, at: number, width: number, state: LexerState): boolean {
  if (source.wrapWidth === null || width !== source.wrapWidth) return false
  const next = source.rows[at + 1]
  if (next === undefined || next.kind !== 'text' || next.row.text.trim() === '' || source.isPrompt(at + 1)) return false
  return continuationOf(state) === 'quote' || /(?:^|\s)--?[a-z]/.test(next.row.text.slice(0, 200))
}

const usualWidths = new Set([80, 100, 120, 132, 160])

/** The width at which the terminal broke its rows, null when nothing shows that it did. */
export function learnWrapWidth(texts: readonly string[]): number | null {
  const width = texts.reduce((max, text) => Math.max(max, text.length), 0)
  if (width < 40 || width > 400) return null
  const full = texts.filter((text) => text.length === width).length
  return full >= 2 || usualWidths.has(width) ? width : null
}
