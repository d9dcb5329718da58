import { quoteGo } from '../go-quote'
import type { Token } from './lexer'

/** Why a template does not parse; never leaves this folder. */
export class TemplateError extends Error {}

const DEPTH_MAX = 100

/** Walks over the tokens of a template; keeps the variables in scope and the depth of nesting. */
export class TokenReader {
  readonly source: string
  private readonly tokens: readonly Token[]
  private position = 0
  private variables: string[] = ['$']
  private rangeDepth = 0
  private depth = 0

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source
    this.tokens = tokens
  }

  peek(): Token {
    const last = this.tokens.at(-1)
    return this.tokens[this.position] ?? { kind: 'end', text: '', at: last?.at ?? 0 }
  }

  next(): Token {
    const token = this.peek()
    this.position += 1
    if (token.kind === 'error') this.fail(token.text)
    return token
  }

  /** The next token that is no space. */
  nextWord(): Token {
    this.skipSpace()
    return this.next()
  }

  /** The text of the next token that is no space, which stays. */
  peekWord(): string {
    this.skipSpace()
    return this.peek().text
  }

  skipSpace(): void {
    while (this.peek().kind === 'space') this.position += 1
  }

  expectClose(context: string): void {
    const token = this.nextWord()
    if (token.kind !== 'close') this.unexpected(token, context)
  }

  declare(name: string): void {
    this.variables.push(name)
  }

  isDeclared(name: string): boolean {
    return this.variables.includes(name)
  }

  isInRange(): boolean {
    return this.rangeDepth > 0
  }

  /** Reads an inner block: its variables end with it. */
  scoped<T>(isRange: boolean, read: () => T): T {
    const outer = [...this.variables]
    this.enter()
    this.rangeDepth += Number(isRange)
    const result = read()
    this.rangeDepth -= Number(isRange)
    this.leave()
    this.variables = outer
    return result
  }

  enter(): void {
    this.depth += 1
    if (this.depth > DEPTH_MAX) this.fail('template nested too deeply')
  }

  leave(): void {
    this.depth -= 1
  }

  unexpected(token: Token, context: string): never {
    if (token.kind === 'error') this.fail(token.text)
    if (token.kind === 'end') this.fail(`unexpected EOF in ${context}`)
    const shown =
      [...token.text].length > 10 ? `${quoteGo([...token.text].slice(0, 10).join(''))}...` : quoteGo(token.text)
    return this.fail(`unexpected ${shown} in ${context}`)
  }

  /** Stops with Go's words; the line is the one of the last token read. */
  fail(message: string): never {
    const at = this.tokens[Math.max(0, this.position - 1)]?.at ?? 0
    const line = this.source.slice(0, at).split('\n').length
    throw new TemplateError(`template: :${line}: ${message}`)
  }
}
