import { quoteGo } from '../go-quote'
import { tokenize } from './lexer'
import { parseActionPipe } from './parse-pipe'
import type { GoTemplate, Node } from './syntax'
import { TemplateError, TokenReader } from './token-reader'

/** Longer templates are refused: no list or document needs one. */
const LENGTH_MAX = 32_768

export type ParsedTemplate =
  | { readonly ok: true; readonly template: GoTemplate }
  | { readonly ok: false; readonly error: string }

interface Block {
  readonly nodes: readonly Node[]
  readonly end: 'end' | 'else' | 'eof'
}

/** Templates remembered; past them all are forgotten and begun again. */
const KNOWN_MAX = 50

const knownTemplates = new Map<string, ParsedTemplate>()

/** Parses a Go template (text/template) with Docker's functions; the error is Go's: `template: :1: unclosed action`. */
export function parseTemplate(source: string): ParsedTemplate {
  const known = knownTemplates.get(source)
  if (known !== undefined) return known
  const parsed = readTemplate(source)
  if (knownTemplates.size >= KNOWN_MAX) knownTemplates.clear()
  knownTemplates.set(source, parsed)
  return parsed
}

function readTemplate(source: string): ParsedTemplate {
  if (source.length > LENGTH_MAX) return { ok: false, error: 'template: :1: template too long' }
  const reader = new TokenReader(source, tokenize(source))
  try {
    const block = parseBlock(reader, null)
    if (block.end !== 'eof') reader.fail(`unexpected {{${block.end}}}`)
    return { ok: true, template: { source, nodes: block.nodes } }
  } catch (error) {
    if (error instanceof TemplateError) return { ok: false, error: error.message }
    throw error
  }
}

/** Nodes up to `{{end}}`, `{{else}}` or the end of the text. `context` is null outside any block. */
function parseBlock(reader: TokenReader, context: 'if' | 'range' | 'with' | null): Block {
  const nodes: Node[] = []
  while (true) {
    const token = reader.next()
    if (token.kind === 'end') {
      if (context !== null) reader.fail('unexpected EOF')
      return { nodes, end: 'eof' }
    }
    if (token.kind === 'text') nodes.push({ kind: 'text', text: token.text })
    else if (token.kind === 'open') {
      const keyword = reader.peekWord()
      if (keyword === 'end') return finishBlock(reader, nodes)
      if (keyword === 'else') {
        reader.nextWord()
        return { nodes, end: 'else' }
      }
      nodes.push(parseAction(reader, keyword))
    } else reader.fail(`unexpected ${quoteGo(token.text)} in input`)
  }
}

function finishBlock(reader: TokenReader, nodes: readonly Node[]): Block {
  reader.nextWord()
  reader.expectClose('end')
  return { nodes, end: 'end' }
}

function parseAction(reader: TokenReader, keyword: string): Node {
  if (keyword === 'if' || keyword === 'range' || keyword === 'with') {
    reader.nextWord()
    return parseControl(reader, keyword)
  }
  if (keyword === 'break' || keyword === 'continue') {
    reader.nextWord()
    if (!reader.isInRange()) reader.fail(`{{${keyword}}} outside {{range}}`)
    reader.expectClose(keyword)
    return { kind: keyword }
  }
  if (keyword === 'define' || keyword === 'template' || keyword === 'block')
    reader.fail(`unexpected <${keyword}> in command`)
  return { kind: 'action', pipe: parseActionPipe(reader, 'command') }
}

function parseControl(reader: TokenReader, kind: 'if' | 'range' | 'with'): Node {
  return reader.scoped(kind === 'range', () => {
    const pipe = parseActionPipe(reader, kind)
    const body = parseBlock(reader, kind)
    const otherwise = body.end === 'else' ? parseElse(reader, kind) : []
    return { kind, pipe, body: body.nodes, otherwise }
  })
}

function parseElse(reader: TokenReader, kind: 'if' | 'range' | 'with'): readonly Node[] {
  const word = reader.peekWord()
  if (word === kind && kind !== 'range') {
    reader.nextWord()
    return [parseControl(reader, kind)]
  }
  reader.expectClose('else')
  const rest = parseBlock(reader, kind)
  if (rest.end === 'else') reader.fail('expected end; found {{else}}')
  return rest.nodes
}
