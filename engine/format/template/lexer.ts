/** A piece of a template. `space` parts words; keywords and functions are `identifier`. */
export interface Token {
  readonly kind:
    | 'text'
    | 'open'
    | 'close'
    | 'space'
    | 'identifier'
    | 'field'
    | 'variable'
    | 'dot'
    | 'number'
    | 'string'
    | 'character'
    | 'symbol'
    | 'error'
    | 'end'
  readonly text: string
  /** Offset in the template. */
  readonly at: number
}

const WORD = '[\\p{L}\\p{Nd}_]'
const INSIDE: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /[ \t\r\n]+/uy],
  ['string', /"(?:[^"\\\n]|\\.)*"/uy],
  ['string', /`[^`]*`/uy],
  ['character', /'(?:[^'\\\n]|\\.)*'/uy],
  ['number', new RegExp(`[+-]?(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d+)(?:[eE][+-]?\\d+)?${WORD}*`, 'uy')],
  ['field', new RegExp(`\\.(?!\\d)${WORD}+`, 'uy')],
  ['dot', /\./uy],
  ['variable', new RegExp(`\\$${WORD}*`, 'uy')],
  ['identifier', new RegExp(`${WORD}+`, 'uy')],
  ['symbol', /:=|[=|(),]/uy],
]

/** Splits a template into text and the words of its actions, with Go's trimming of `{{- -}}` and its comments. */
export function tokenize(template: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  let trimNext = false
  while (at < template.length) {
    const open = template.indexOf('{{', at)
    const end = open === -1 ? template.length : open
    const trimsBefore = open !== -1 && /^\{\{-[ \t\r\n]/.test(template.slice(open, open + 4))
    pushText(tokens, template.slice(at, end), at, trimNext, trimsBefore)
    trimNext = false
    if (open === -1) break
    const start = open + (trimsBefore ? 3 : 2)
    const comment = readComment(template, start)
    if (comment === 'unclosed') return [...tokens, { kind: 'error', text: 'unclosed comment', at: open }]
    if (comment !== null) {
      at = comment.end
      trimNext = comment.trims
      continue
    }
    tokens.push({ kind: 'open', text: '{{', at: open })
    const action = readAction(template, start)
    tokens.push(...action.tokens)
    if (action.end === null) return tokens
    at = action.end
    trimNext = action.trims
  }
  return [...tokens, { kind: 'end', text: '', at: template.length }]
}

function pushText(tokens: Token[], raw: string, at: number, trimStart: boolean, trimEnd: boolean): void {
  let text = raw
  if (trimStart) text = text.replace(/^[ \t\r\n]+/, '')
  if (trimEnd) text = trimSpacesAtEnd(text)
  if (text !== '') tokens.push({ kind: 'text', text, at })
}

function trimSpacesAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

function readComment(template: string, start: number): { end: number; trims: boolean } | 'unclosed' | null {
  const from = start + (/^[ \t\r\n]*/.exec(template.slice(start, start + 64))?.[0].length ?? 0)
  if (!template.startsWith('/*', from)) return null
  const end = template.indexOf('*/', from)
  if (end === -1) return 'unclosed'
  const close = /^([ \t\r\n]+-)?\}\}/.exec(template.slice(end + 2, end + 66))
  return close === null ? 'unclosed' : { end: end + 2 + close[0].length, trims: close[1] !== undefined }
}

interface Action {
  readonly tokens: readonly Token[]
  /** Where the text goes on; null after an error. */
  readonly end: number | null
  readonly trims: boolean
}

function readAction(template: string, start: number): Action {
  const tokens: Token[] = []
  let parens = 0
  let at = start
  const stop = (text: string, where = at): Action => ({
    tokens: [...tokens, { kind: 'error', text, at: where }],
    end: null,
    trims: false,
  })
  while (at < template.length) {
    const trims = /^[ \t\r\n]-\}\}/.test(template.slice(at, at + 4))
    if (trims || template.startsWith('}}', at)) {
      if (parens > 0) return stop('unclosed left paren')
      tokens.push({ kind: 'close', text: '}}', at })
      return { tokens, end: at + (trims ? 4 : 2), trims }
    }
    const token = readToken(template, at)
    if (token.kind === 'error') return stop(token.text)
    if (token.text === '(') parens += 1
    if (token.text === ')') parens -= 1
    if (parens < 0) return stop('unexpected right paren')
    tokens.push(token)
    at += token.text.length
  }
  return stop('unclosed action')
}

function readToken(template: string, at: number): Token {
  for (const [kind, pattern] of INSIDE) {
    pattern.lastIndex = at
    const text = pattern.exec(template)?.[0]
    if (text === undefined) continue
    if (
      kind === 'number' &&
      !/^[+-]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)$/.test(
        text,
      )
    ) {
      return { kind: 'error', text: `bad number syntax: ${JSON.stringify(text)}`, at }
    }
    const isName = kind === 'identifier' || kind === 'field' || kind === 'variable'
    const wrong = isName ? badTerminator(template, at + text.length) : null
    return wrong === null ? { kind, text, at } : { kind: 'error', text: wrong, at }
  }
  const character = String.fromCodePoint(template.codePointAt(at) ?? 0)
  if (character === '"') return { kind: 'error', text: 'unterminated quoted string', at }
  if (character === '`') return { kind: 'error', text: 'unterminated raw quoted string', at }
  if (character === "'") return { kind: 'error', text: 'unterminated character constant', at }
  if (/^[\x21-\x7e]$/.test(character)) return { kind: 'symbol', text: character, at }
  return { kind: 'error', text: `unrecognized character in action: ${nameCharacter(character)}`, at }
}

/** Go's `%#U`. */
function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${code} '${character}'`
}

/** A name must be followed by something that ends it: `{{.my-label}}` does not parse. */
function badTerminator(template: string, at: number): string | null {
  if (at >= template.length || template.startsWith('}}', at)) return null
  const character = String.fromCodePoint(template.codePointAt(at) ?? 0)
  return /[ \t\r\n.,|:()]/.test(character) ? null : `bad character ${nameCharacter(character)}`
}
