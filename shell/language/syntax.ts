/** The syntax of a shell script as plain data: it is kept in the memory of processes. */
export type Dialect = 'bash' | 'dash' | 'ash'

export type ParameterOperator =
  | ''
  | 'length'
  | ':-'
  | '-'
  | ':='
  | '='
  | ':?'
  | '?'
  | ':+'
  | '+'
  | '#'
  | '##'
  | '%'
  | '%%'
  | '/'
  | '//'
  | '/#'
  | '/%'
  | ':'
  | '^'
  | '^^'
  | ','
  | ',,'
  | '@'

export type WordPart =
  | { readonly part: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly part: 'tilde'; readonly user: string }
  | {
      readonly part: 'parameter'
      readonly name: string
      /** What stands in `name[…]`: `*`, `@`, or an expression; null without brackets. */
      readonly index: Word | null
      /** `${!name}`: the parameter that the value names, or the keys of an array. */
      readonly indirect: boolean
      readonly operator: ParameterOperator
      /** The word after the operator; for `/` the pattern, for `:` the offset. */
      readonly word: Word | null
      /** The replacement of `/`, the length of `:`. */
      readonly second: Word | null
      readonly quoted: boolean
    }
  | { readonly part: 'command'; readonly script: List; readonly quoted: boolean }
  /** `<(…)`: the output as a file. */
  | { readonly part: 'process'; readonly script: List }
  | { readonly part: 'arithmetic'; readonly expression: Word; readonly quoted: boolean }

export type Word = readonly WordPart[]

export type RedirectOperator = '<' | '>' | '>>' | '>|' | '<>' | '<<' | '<<<' | '>&' | '<&' | '&>' | '&>>'

export type Redirect = {
  readonly operator: RedirectOperator
  readonly descriptor: number | null
  /** The file's name, a descriptor's number, or the text of a here-document. */
  readonly word: Word
}

/** An element of `(a b [2]=c)`. */
export type ArrayElement = { readonly index: Word | null; readonly words: readonly Word[] }

export type Assignment = {
  readonly name: string
  /** `name[index]=…`; null for a plain name. */
  readonly index: Word | null
  readonly value: Word
  /** `name=(…)`; null for a single value. */
  readonly elements: readonly ArrayElement[] | null
  readonly append: boolean
}

export type SimpleCommand = {
  readonly node: 'simple'
  readonly line: number
  readonly assignments: readonly Assignment[]
  /** `declare`, `local`, `export`… with `name=value` among their words: expanded as assignments are. */
  readonly declarations: readonly Assignment[]
  readonly words: readonly Word[]
  readonly redirects: readonly Redirect[]
}

/** How a branch of `case` ends: leaving, falling into the next body, or testing the next patterns. */
export type CaseEnd = ';;' | ';&' | ';;&'

export type Compound =
  | { readonly node: 'group'; readonly body: List }
  | { readonly node: 'subshell'; readonly body: List }
  | {
      readonly node: 'if'
      readonly branches: readonly { readonly condition: List; readonly body: List }[]
      readonly otherwise: List | null
    }
  | { readonly node: 'loop'; readonly kind: 'while' | 'until'; readonly condition: List; readonly body: List }
  | {
      readonly node: 'for'
      readonly name: string
      readonly words: readonly Word[] | null
      readonly body: List
      /** `for i in a b`, as `set -x` of bash shows it. */
      readonly head: string
    }
  | {
      readonly node: 'for-arithmetic'
      readonly start: Word
      readonly condition: Word
      readonly step: Word
      readonly body: List
    }
  | {
      readonly node: 'case'
      readonly head: string
      readonly word: Word
      readonly branches: readonly { readonly patterns: readonly Word[]; readonly body: List; readonly end: CaseEnd }[]
    }
  | { readonly node: 'test'; readonly words: readonly Word[] }
  | { readonly node: 'arithmetic'; readonly expression: Word }
  | { readonly node: 'function'; readonly name: string; readonly body: Command }

export type Command =
  | SimpleCommand
  | {
      readonly node: 'compound'
      readonly line: number
      /** The line it ends in: what bash names where a redirection of the whole fails. */
      readonly endLine: number
      readonly compound: Compound
      readonly redirects: readonly Redirect[]
    }

export type Pipeline = {
  readonly commands: readonly Command[]
  readonly negated: boolean
  readonly timed: boolean
}

export type AndOr = {
  readonly first: Pipeline
  readonly rest: readonly { readonly operator: '&&' | '||'; readonly pipeline: Pipeline }[]
}

export type ListItem = {
  readonly command: AndOr
  readonly background: boolean
  /** The source, as `jobs` shows it. */
  readonly text: string
}

export type List = readonly ListItem[]

/** What would close the innermost thing that stands open: a word (`fi`), a quote, or `$(`, `${`, `((`, `=(`. */
export type Expecting = { readonly token: string; readonly line: number }

/** What was read of a script: a whole line (or several, where a command goes on), more needed, or a fault. */
export type Parsed =
  | { readonly kind: 'complete'; readonly list: List; readonly end: number; readonly line: number }
  | { readonly kind: 'incomplete'; readonly expecting: Expecting | null }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly end: number }

export type Fault =
  /** `expecting`: what alone may stand there. */
  | { readonly about: 'token'; readonly token: string; readonly line: number; readonly expecting?: string }
  | { readonly about: 'end'; readonly line: number; readonly expecting: string | null }
  | { readonly about: 'quote'; readonly quote: string; readonly line: number }
  | { readonly about: 'substitution'; readonly text: string; readonly line: number }
  | { readonly about: 'depth'; readonly line: number }
  /** dash: `$((` without its `))`; it looks for them to the end. */
  | { readonly about: 'arithmetic'; readonly line: number }
