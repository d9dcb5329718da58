import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'

/** A regular expression as it stands in a source file. */
export interface RegexLiteral {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** The regular expressions of a folder's sources, tests left out. */
export function regexLiterals(folder: string): readonly RegexLiteral[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((name) => {
      const file = path.join(folder, name)
      const loader = file.endsWith('x') ? 'tsx' : 'ts'
      const { code } = transformSync(readFileSync(file, 'utf8'), { loader, jsx: 'automatic', target: 'esnext' })
      return literalsIn(code).map((literal) => ({ file, ...literal }))
    })
}

/** What may stand before a regular expression: after a value or `)` a slash divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~\n]|\b(?:return|typeof|case|in|of|await|yield|void))\s*$/

/** Reads the code as JavaScript's lexer does, as far as slashes go. */
function literalsIn(code: string): readonly Omit<RegexLiteral, 'file'>[] {
  const found: Omit<RegexLiteral, 'file'>[] = []
  const templates: number[] = []
  let depth = 0
  for (let at = 0; at < code.length; at += 1) {
    const char = code[at]
    if (char === '"' || char === "'") at = endOfString(code, at, char)
    else if (char === '`') at = endOfTemplatePart(code, at + 1, templates, depth)
    else if (char === '{') depth += 1
    else if (char === '}') {
      if (templates.at(-1) === depth) {
        templates.pop()
        at = endOfTemplatePart(code, at + 1, templates, depth)
      } else depth -= 1
    } else if (char === '/' && code[at + 1] === '/') at = code.indexOf('\n', at)
    else if (char === '/' && code[at + 1] === '*') at = code.indexOf('*/', at) + 1
    else if (char === '/' && BEFORE_REGEX.test(code.slice(Math.max(0, at - 40), at))) {
      const end = endOfRegex(code, at)
      const flags = /^[a-z]*/.exec(code.slice(end + 1, end + 12))?.[0] ?? ''
      found.push({ source: code.slice(at + 1, end), flags })
      at = end + flags.length
    }
  }
  return found
}

function endOfString(code: string, start: number, quote: string): number {
  let at = start + 1
  while (code[at] !== quote) at += code[at] === '\\' ? 2 : 1
  return at
}

/** To the closing backtick, or into a `${`, which is noted. */
function endOfTemplatePart(code: string, start: number, templates: number[], depth: number): number {
  let at = start
  while (code[at] !== '`') {
    if (code[at] === '$' && code[at + 1] === '{') {
      templates.push(depth)
      return at + 1
    }
    at += code[at] === '\\' ? 2 : 1
  }
  return at
}

function endOfRegex(code: string, start: number): number {
  let inSet = false
  let at = start + 1
  while (inSet || code[at] !== '/') {
    if (code[at] === '[') inSet = true
    if (code[at] === ']') inSet = false
    at += code[at] === '\\' ? 2 : 1
  }
  return at
}
