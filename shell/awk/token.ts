/** The words of an awk program. */
export interface Token {
  readonly kind: 'number' | 'string' | 'regex' | 'name' | 'call' | 'keyword' | 'operator' | 'newline' | 'end'
  readonly text: string
}

const keywords = new Set([
  'BEGIN',
  'END',
  'function',
  'func',
  'if',
  'else',
  'while',
  'for',
  'do',
  'break',
  'continue',
  'next',
  'exit',
  'return',
  'delete',
  'in',
  'getline',
  'print',
  'printf',
])
const operators = [
  '**=',
  '&&',
  '||',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '^=',
  '==',
  '<=',
  '>=',
  '!=',
  '!~',
  '>>',
  '**',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ';',
  ',',
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '!',
  '>',
  '<',
  '|',
  '?',
  ':',
  '~',
  '$',
  '=',
]
const tokensMax = 20_000

export class AwkFault extends Error {}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  '/': '/',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
}

function readString(source: string, start: number): { readonly text: string; readonly end: number } {
  let text = ''
  let index = start + 1
  while (source[index] !== '"') {
    if (index >= source.length || source[index] === '\n')
      throw new AwkFault(`runaway string constant ${source.slice(start, start + 20)} ...`)
    if (source[index] === '\\') {
      const octal = /^[0-7]{1,3}/.exec(source.slice(index + 1, index + 4))?.[0]
      const letter = source[index + 1] ?? ''
      text += octal === undefined ? (escapes[letter] ?? `\\${letter}`) : String.fromCharCode(Number.parseInt(octal, 8))
      index += 1 + (octal?.length ?? 1)
    } else {
      text += source[index] ?? ''
      index += 1
    }
  }
  return { text, end: index + 1 }
}

function readRegex(source: string, start: number): { readonly text: string; readonly end: number } {
  let index = start + 1
  let isSet = false
  while (source[index] !== '/' || isSet) {
    if (index >= source.length || source[index] === '\n')
      throw new AwkFault('regular expression compile failed (missing operand)')
    if (source[index] === '\\') index += 1
    else if (source[index] === '[' && !isSet) {
      isSet = true
      if (source[index + 1] === '^') index += 1
      if (source[index + 1] === ']') index += 1
    } else if (source[index] === ']') isSet = false
    index += 1
  }
  return { text: source.slice(start + 1, index).replaceAll('\\/', '/'), end: index + 1 }
}

/** Whether a slash behind `last` divides; otherwise it begins a regular expression. */
function divides(last: Token | undefined): boolean {
  if (last === undefined) return false
  if (last.kind === 'operator')
    return last.text === ')' || last.text === ']' || last.text === '++' || last.text === '--'
  return last.kind === 'number' || last.kind === 'string' || last.kind === 'name'
}

/** Cuts an awk program into tokens. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = []
  let index = 0
  while (index < source.length) {
    if (tokens.length > tokensMax) throw new AwkFault('program too long')
    const rest = source.slice(index, index + 200)
    const blank = /^(?:[ \t\r]+|\\\n|#[^\n]*)/.exec(rest)?.[0]
    if (blank !== undefined) {
      index += blank.length
      continue
    }
    if (source[index] === '\n') {
      tokens.push({ kind: 'newline', text: '\n' })
      index += 1
      continue
    }
    const number = /^(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest)?.[0]
    const name = /^[A-Za-z_]\w*/.exec(rest)?.[0]
    if (number !== undefined) {
      tokens.push({ kind: 'number', text: number })
      index += number.length
    } else if (name !== undefined) {
      const isCall = source[index + name.length] === '('
      tokens.push({ kind: keywords.has(name) ? 'keyword' : isCall ? 'call' : 'name', text: name })
      index += name.length
    } else if (source[index] === '"') {
      const { text, end } = readString(source, index)
      tokens.push({ kind: 'string', text })
      index = end
    } else if (source[index] === '/' && !divides(tokens.at(-1))) {
      const { text, end } = readRegex(source, index)
      tokens.push({ kind: 'regex', text })
      index = end
    } else {
      const operator = operators.find((each) => source.startsWith(each, index))
      if (operator === undefined) throw new AwkFault(`syntax error at or near ${source[index] ?? ''}`)
      tokens.push({ kind: 'operator', text: operator === '**' ? '^' : operator === '**=' ? '^=' : operator })
      index += operator.length
    }
  }
  return [...tokens, { kind: 'newline', text: '\n' }, { kind: 'end', text: '' }]
}
