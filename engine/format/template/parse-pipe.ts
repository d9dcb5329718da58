import { quoteGo } from '../go-quote'
import { isFunction } from './function-names'
import type { Token } from './lexer'
import { readCharacter, readNumber, readString } from './read-literal'
import type { Argument, Command, Pipe } from './syntax'
import type { TokenReader } from './token-reader'

/** A pipeline up to the `}}` that ends its action. */
export function parseActionPipe(reader: TokenReader, context: string): Pipe {
  return parsePipe(reader, context, 'close')
}

function parsePipe(reader: TokenReader, context: string, end: 'close' | 'paren'): Pipe {
  reader.skipSpace()
  const at = reader.peek().at
  const { variables, assigns } = parseVariables(reader, context)
  const commands: Command[] = []
  while (!isEnd(reader, end)) commands.push(parseCommand(reader, context))
  reader.nextWord()
  checkPipe(reader, commands, context)
  const source =
    (variables.length > 0 ? `${variables.join(', ')} ${assigns ? '=' : ':='} ` : '') +
    commands.map((command) => command.source).join(' | ')
  return { at, source, variables, assigns, commands }
}

function isEnd(reader: TokenReader, end: 'close' | 'paren'): boolean {
  reader.skipSpace()
  const token = reader.peek()
  return end === 'close' ? token.kind === 'close' : token.text === ')' && token.kind === 'symbol'
}

function checkPipe(reader: TokenReader, commands: readonly Command[], context: string): void {
  if (commands.length === 0) reader.fail(`missing value for ${context}`)
  for (const [index, command] of commands.slice(1).entries()) {
    const kind = command.words[0]?.kind
    const isConstant =
      kind === 'bool' || kind === 'dot' || kind === 'nil' || kind === 'int' || kind === 'float' || kind === 'string'
    if (isConstant) reader.fail(`non executable command in pipeline stage ${index + 2}`)
  }
}

/** `$x :=`, `$x =` and in a range `$i, $x :=`. */
function parseVariables(reader: TokenReader, context: string): { variables: readonly string[]; assigns: boolean } {
  const names = declarationAhead(reader.source, reader.peek(), context)
  if (names === null) return { variables: [], assigns: false }
  for (let read = 0; read < names.variables.length * 2; read += 1) reader.nextWord()
  for (const name of names.variables) {
    if (!names.assigns) reader.declare(name)
    else if (!reader.isDeclared(name)) reader.fail(`undefined variable ${quoteGo(name)}`)
  }
  return names
}

function declarationAhead(
  source: string,
  token: Token,
  context: string,
): { variables: readonly string[]; assigns: boolean } | null {
  if (token.kind !== 'variable') return null
  const many =
    context === 'range' ? /^(\$[\p{L}\p{Nd}_]*)[ \t\r\n]*,[ \t\r\n]*(\$[\p{L}\p{Nd}_]*)[ \t\r\n]*(:?=)/u : null
  const found = many?.exec(source.slice(token.at)) ?? null
  if (found !== null) return { variables: [found[1] ?? '', found[2] ?? ''], assigns: found[3] === '=' }
  const one = /^(\$[\p{L}\p{Nd}_]*)[ \t\r\n]*(:?=)/u.exec(source.slice(token.at))
  return one === null ? null : { variables: [one[1] ?? ''], assigns: one[2] === '=' }
}

/** Words up to a `|`, which is taken, or to the end of the pipeline, which is not. */
function parseCommand(reader: TokenReader, context: string): Command {
  const at = reader.peek().at
  const words: Argument[] = []
  while (true) {
    reader.skipSpace()
    const word = parseOperand(reader)
    if (word !== null) words.push(word)
    const token = reader.peek()
    if (token.kind === 'space') continue
    if (token.kind === 'close' || (token.kind === 'symbol' && token.text === ')')) break
    reader.next()
    if (token.kind === 'symbol' && token.text === '|') {
      checkAfterBar(reader, context)
      break
    }
    reader.unexpected(token, 'operand')
  }
  if (words.length === 0) reader.fail('empty command')
  return { at, source: words.map((word) => word.source).join(' '), words }
}

function checkAfterBar(reader: TokenReader, context: string): void {
  reader.skipSpace()
  if (reader.peek().kind === 'close') reader.fail(`missing value for ${context}`)
}

/** A term and the fields asked of it: `.A.B`, `$x.A`, `(index .A 0).B`. */
function parseOperand(reader: TokenReader): Argument | null {
  const term = parseTerm(reader)
  if (term === null || reader.peek().kind !== 'field') return term
  const at = reader.peek().at
  const names: string[] = []
  while (reader.peek().kind === 'field') names.push(reader.next().text.slice(1))
  const suffix = names.map((name) => `.${name}`).join('')
  const source = (term.kind === 'pipe' ? `(${term.pipe.source})` : term.source) + suffix
  if (term.kind === 'field' || term.kind === 'variable')
    return { ...term, at, source, names: [...term.names, ...names] }
  if (term.kind === 'pipe' || term.kind === 'function') return { kind: 'chain', at, source, base: term, names }
  return reader.fail(`unexpected . after term ${quoteGo(term.source)}`)
}

function parseTerm(reader: TokenReader): Argument | null {
  const token = reader.peek()
  const { at, text: source } = token
  switch (token.kind) {
    case 'identifier':
      reader.next()
      return parseIdentifier(reader, token)
    case 'dot':
      reader.next()
      return { kind: 'dot', at, source }
    case 'field':
      reader.next()
      return { kind: 'field', at, source, names: [source.slice(1)] }
    case 'variable':
      reader.next()
      if (!reader.isDeclared(source)) reader.fail(`undefined variable ${quoteGo(source)}`)
      return { kind: 'variable', at, source, name: source, names: [] }
    case 'number':
      reader.next()
      return readNumber(token)
    case 'character':
      reader.next()
      return readCharacter(token)
    case 'string':
      reader.next()
      return { kind: 'string', at, source, value: readString(source) }
    case 'error':
      return reader.fail(reader.next().text)
    default:
      return token.kind === 'symbol' && source === '(' ? parseParenthesis(reader) : null
  }
}

function parseIdentifier(reader: TokenReader, { at, text: source }: Token): Argument {
  if (source === 'true' || source === 'false') return { kind: 'bool', at, source, value: source === 'true' }
  if (source === 'nil') return { kind: 'nil', at, source }
  if (!isFunction(source)) reader.fail(`function ${quoteGo(source)} not defined`)
  return { kind: 'function', at, source, name: source }
}

function parseParenthesis(reader: TokenReader): Argument {
  const { at } = reader.next()
  reader.enter()
  const pipe = parsePipe(reader, 'parenthesized pipeline', 'paren')
  reader.leave()
  return { kind: 'pipe', at, source: `(${pipe.source})`, pipe }
}
