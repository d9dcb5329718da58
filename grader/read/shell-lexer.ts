/**
 * Just enough of a shell's lexer to know whether a command goes on in the next line. It is fed line by line and keeps
 * what it needs between them, so a long command costs no more than its length.
 */
export type ShellFamily = 'posix' | 'powershell' | 'cmd'

export type ContinuationReason = 'escape' | 'quote' | 'heredoc' | 'operator' | 'compound'

export interface LexerState {
  readonly family: ShellFamily
  readonly quote: "'" | '"' | null
  /** Ends of the here-documents still to come, in order. */
  readonly heredocs: readonly string[]
  readonly escaped: boolean
  readonly operator: boolean
  /** How many `for`, `while`, `until`, `if`, `case` are open. */
  readonly open: number
}

export function startLexer(family: ShellFamily): LexerState {
  return { family, quote: null, heredocs: [], escaped: false, operator: false, open: 0 }
}

/** Why the command is not complete yet, null when it is. */
export function continuationOf(state: LexerState): ContinuationReason | null {
  if (state.heredocs.length > 0) return 'heredoc'
  if (state.escaped) return 'escape'
  if (state.quote !== null) return 'quote'
  if (state.operator) return 'operator'
  return state.open > 0 ? 'compound' : null
}

export function feedLine(state: LexerState, line: string): LexerState {
  const [awaited, ...later] = state.heredocs
  if (awaited !== undefined && state.quote === null && !state.escaped) {
    return line.trim() === awaited ? { ...state, heredocs: later } : state
  }
  const trimmed = line.trimEnd()
  switch (state.family) {
    case 'cmd':
      return { ...state, escaped: trimmed.endsWith('^') }
    case 'powershell':
      return { ...scanQuotes(state, line, '`'), escaped: trimmed.endsWith(' `') }
    case 'posix':
      return scanQuotes(state, line, '\\')
  }
}

interface Scan {
  quote: LexerState['quote']
  readonly heredocs: string[]
  last: string
  escaped: boolean
}

function scanQuotes(state: LexerState, line: string, escapeChar: string): LexerState {
  const scan: Scan = { quote: state.quote, heredocs: [...state.heredocs], last: '', escaped: false }
  let i = 0
  while (i < line.length) {
    const char = line.charAt(i)
    if (char === escapeChar && scan.quote !== "'") {
      scan.escaped = line.slice(i + 1).trim() === ''
      i += 2
      continue
    }
    if (char === '#' && scan.quote === null && /^\s?$/.test(line.charAt(i - 1))) break
    i = scanChar(scan, line, i, state.family)
  }
  const complete = scan.quote === null && !scan.escaped
  return {
    family: state.family,
    quote: scan.quote,
    heredocs: scan.heredocs,
    escaped: scan.escaped,
    operator: complete && /(?:\|\||&&|\|)$/.test(line.trimEnd()),
    open: state.family === 'posix' && state.quote === null && complete ? countOpen(state.open, line) : state.open,
  }
}

/** Compound commands opened less those closed; what stands in quotes does not count. */
function countOpen(open: number, line: string): number {
  const bare = line.replace(/'[^']*'|"[^"]*"/g, "''")
  const openers = bare.match(/(?:^|[;|&({]|\b(?:do|then|else))[ \t]{0,8}(?:for|while|until|if|case)[ \t]/g)?.length ?? 0
  const closers = bare.match(/(?:^|[;\s])(?:done|fi|esac)(?=$|[\s;|&)>])/g)?.length ?? 0
  return Math.max(0, open + openers - closers)
}

/** Takes the character at `at` into account and returns where to go on. */
function scanChar(scan: Scan, line: string, at: number, family: ShellFamily): number {
  const char = line.charAt(at)
  if (scan.quote !== null) {
    if (char === scan.quote) scan.quote = null
    return at + 1
  }
  if (char === "'" || char === '"') scan.quote = char
  else if (char === '<' && family === 'posix') return scanHeredoc(scan, line, at)
  return at + 1
}

function scanHeredoc(scan: Scan, line: string, at: number): number {
  if (!line.startsWith('<<', at) || line.startsWith('<<<', at)) return line.startsWith('<<<', at) ? at + 3 : at + 1
  const match = /^<<-?\s{0,4}(?:"([^"]{1,64})"|'([^']{1,64})'|\\?([\w.-]{1,64}))/.exec(line.slice(at, at + 80))
  const delimiter = match?.[1] ?? match?.[2] ?? match?.[3]
  if (match === null || delimiter === undefined) return at + 2
  scan.heredocs.push(delimiter)
  return at + match[0].length
}
