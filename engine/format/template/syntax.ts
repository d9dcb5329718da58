/** One word of a command. `at` is the offset that errors point to, `source` what they show. */
export type Argument = { readonly at: number; readonly source: string } & (
  | { readonly kind: 'dot' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'field'; readonly names: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'chain'; readonly base: Argument; readonly names: readonly string[] }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'pipe'; readonly pipe: Pipe }
)

export interface Command {
  readonly at: number
  readonly source: string
  readonly words: readonly Argument[]
}

export interface Pipe {
  readonly at: number
  readonly source: string
  /** Variables that are declared (`:=`) or set (`=`). */
  readonly variables: readonly string[]
  readonly assigns: boolean
  readonly commands: readonly Command[]
}

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipe: Pipe }
  | {
      readonly kind: 'if' | 'range' | 'with'
      readonly pipe: Pipe
      readonly body: readonly Node[]
      readonly otherwise: readonly Node[]
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' }

/** A template that parses. */
export interface GoTemplate {
  readonly source: string
  readonly nodes: readonly Node[]
  /** Run over a table's headers: functions that change texts leave them as they are. */
  readonly isHeader?: true
}
