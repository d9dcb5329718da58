/** The syntax of an awk program as plain data. */
export type Place =
  | { readonly node: 'variable'; readonly name: string }
  | { readonly node: 'element'; readonly name: string; readonly keys: readonly Expression[] }
  | { readonly node: 'field'; readonly index: Expression }

export type Expression =
  | Place
  | { readonly node: 'number'; readonly value: number }
  | { readonly node: 'string'; readonly value: string }
  | { readonly node: 'regex'; readonly source: string }
  | { readonly node: 'unary'; readonly operator: '-' | '+' | '!'; readonly operand: Expression }
  | { readonly node: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly node: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly node: 'match'; readonly negated: boolean; readonly left: Expression; readonly right: Expression }
  | { readonly node: 'in'; readonly keys: readonly Expression[]; readonly name: string }
  | { readonly node: 'choice'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly node: 'assign'; readonly operator: string; readonly place: Place; readonly value: Expression }
  | { readonly node: 'step'; readonly place: Place; readonly by: 1 | -1; readonly isPrefix: boolean }
  | { readonly node: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly node: 'getline'; readonly place: Place | null }
  | { readonly node: 'group'; readonly expressions: readonly Expression[] }

export type Statement =
  | { readonly node: 'block'; readonly body: readonly Statement[] }
  | { readonly node: 'expression'; readonly value: Expression }
  | {
      readonly node: 'print'
      readonly formatted: boolean
      readonly args: readonly Expression[]
      readonly redirect: { readonly operator: '>' | '>>' | '|'; readonly target: Expression } | null
    }
  | { readonly node: 'if'; readonly condition: Expression; readonly yes: Statement; readonly no: Statement | null }
  | { readonly node: 'while'; readonly condition: Expression; readonly body: Statement; readonly isDo: boolean }
  | {
      readonly node: 'for'
      readonly start: Statement | null
      readonly condition: Expression | null
      readonly step: Statement | null
      readonly body: Statement
    }
  | { readonly node: 'for-in'; readonly name: string; readonly array: string; readonly body: Statement }
  | { readonly node: 'delete'; readonly name: string; readonly keys: readonly Expression[] | null }
  | { readonly node: 'break' | 'continue' | 'next' }
  | { readonly node: 'exit' | 'return'; readonly value: Expression | null }

export type Rule = {
  readonly pattern:
    | { readonly on: 'BEGIN' | 'END' | 'always' }
    | { readonly on: 'expression'; readonly value: Expression }
    | { readonly on: 'range'; readonly from: Expression; readonly to: Expression }
  /** null: the record is printed. */
  readonly action: Statement | null
}

export type AwkFunction = { readonly parameters: readonly string[]; readonly body: Statement }

export type AwkProgram = {
  readonly rules: readonly Rule[]
  readonly functions: Readonly<Record<string, AwkFunction>>
}
