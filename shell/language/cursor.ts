import type { Dialect, Expecting, Fault, Redirect } from './syntax'

/** A here-document whose body comes after the end of the line. */
export interface PendingHeredoc {
  readonly terminator: string
  readonly quoted: boolean
  readonly stripTabs: boolean
  /** `line`: of the body's first line. */
  readonly fill: (body: string, line: number) => void
}

/** A position in a script while it is parsed; the parser's only mutable thing. */
export interface Cursor {
  text: string
  position: number
  line: number
  depth: number
  readonly dialect: Dialect
  readonly aliases: Readonly<Record<string, string>>
  /** Where the last alias was put in, so that it is not expanded in itself. */
  aliasEnd: number
  usedAliases: readonly string[]
  heredocs: PendingHeredoc[]
  /** Line of the command that is read: what a substitution in it counts from in bash. */
  commandLine: number
  /** How many substitutions deep; only the outermost is given its printed lines. */
  substitutions: number
  /** In a here-document substitutions are not printed: their lines are as written, counted from the command's. */
  readonly inHeredoc: boolean
  /** Null where the end of the text would be one of a command. */
  expecting: Expecting | null
}

/** How deep commands may be nested in one another. */
const depthMax = 60

/** Ends the parse from within; `parseLine` turns it into a result. */
export class ParseStop extends Error {
  readonly stop: { readonly kind: 'incomplete' } | { readonly kind: 'fault'; readonly fault: Fault }
  constructor(stop: ParseStop['stop']) {
    super('parse stopped')
    this.stop = stop
  }
}

export function fail(fault: Fault): never {
  throw new ParseStop({ kind: 'fault', fault })
}

export function needMore(): never {
  throw new ParseStop({ kind: 'incomplete' })
}

/** Runs `parse` one level deeper, refusing scripts nested beyond reason. */
export function deeper<T>(cursor: Cursor, parse: () => T): T {
  if (cursor.depth >= depthMax) fail({ about: 'depth', line: cursor.line })
  cursor.depth += 1
  const value = parse()
  cursor.depth -= 1
  return value
}

/** Parses what `token` closes. Where the text ends meanwhile, what was innermost stays known. */
export function until<T>(cursor: Cursor, token: string, parse: () => T): T {
  const outer = cursor.expecting
  if (!isQuoteForBash(cursor, outer) || isQuote(token)) cursor.expecting = { token, line: cursor.line }
  const value = parse()
  cursor.expecting = outer
  return value
}

/** Whether a token closes a part of a word, and not a command. */
function isQuote(token: string): boolean {
  return ["'", '"', '`', '$(', '${', '((', '=('].includes(token)
}

/** In a part of a word bash speaks of that, whatever command stands open in it. */
function isQuoteForBash(cursor: Cursor, expecting: Expecting | null): boolean {
  return cursor.dialect === 'bash' && expecting !== null && isQuote(expecting.token)
}

/** The text ends where a command should begin. */
export function lackCommand(cursor: Cursor): never {
  if (!isQuoteForBash(cursor, cursor.expecting)) cursor.expecting = null
  return needMore()
}

export function peek(cursor: Cursor, ahead = 0): string {
  return cursor.text[cursor.position + ahead] ?? ''
}

export function startsWith(cursor: Cursor, text: string): boolean {
  return cursor.text.startsWith(text, cursor.position)
}

export function isAtEnd(cursor: Cursor): boolean {
  return cursor.position >= cursor.text.length
}

/** Passes a backslash and the line end after it: the command goes on in the next line, which may still have to come. */
export function passContinuedEnd(cursor: Cursor): void {
  cursor.position += 2
  cursor.line += 1
  if (isAtEnd(cursor)) needMore()
}

/** Passes blanks, continued lines and a comment. */
export function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const char = peek(cursor)
    if (char === ' ' || char === '\t') cursor.position += 1
    else if (char === '\\' && peek(cursor, 1) === '\n') passContinuedEnd(cursor)
    else break
  }
  if (peek(cursor) === '#') while (!isAtEnd(cursor) && peek(cursor) !== '\n') cursor.position += 1
}

const operators = [
  '&>>',
  '<<-',
  '<<<',
  '&&',
  '||',
  ';;&',
  ';;',
  ';&',
  '<<',
  '>>',
  '>&',
  '<&',
  '&>',
  '>|',
  '<>',
  '|&',
  '(',
  ')',
  ';',
  '&',
  '|',
  '<',
  '>',
  '\n',
]
const bashOnly = [';;&', ';&', '&>>', '<<<', '&>', '|&']

/** The operator at the cursor, or an empty string; blanks must have been skipped. */
export function peekOperator(cursor: Cursor): string {
  return (
    operators.find(
      (operator) => startsWith(cursor, operator) && (cursor.dialect !== 'dash' || !bashOnly.includes(operator)),
    ) ?? ''
  )
}

/** Reads the bodies of the here-documents announced on the line that just ended. */
export function readHeredocs(cursor: Cursor): void {
  const { heredocs } = cursor
  cursor.heredocs = []
  for (const heredoc of heredocs) {
    let body = ''
    const first = cursor.line
    for (;;) {
      if (isAtEnd(cursor)) needMore()
      const end = cursor.text.indexOf('\n', cursor.position)
      const raw = cursor.text.slice(cursor.position, end < 0 ? cursor.text.length : end)
      cursor.position = end < 0 ? cursor.text.length : end + 1
      cursor.line += 1
      const line = heredoc.stripTabs ? raw.replace(/^\t+/, '') : raw
      if (line === heredoc.terminator) break
      body += `${line}\n`
    }
    heredoc.fill(body, first)
  }
}

/** Passes line ends, comments and blanks between commands. */
export function skipLines(cursor: Cursor): void {
  for (;;) {
    skipBlanks(cursor)
    if (peek(cursor) !== '\n') return
    takeLineEnd(cursor)
  }
}

export function takeLineEnd(cursor: Cursor): void {
  cursor.position += 1
  cursor.line += 1
  if (cursor.heredocs.length > 0) readHeredocs(cursor)
}

export type MutableRedirect = { -readonly [Key in keyof Redirect]: Redirect[Key] }
