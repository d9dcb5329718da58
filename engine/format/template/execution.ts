import type { ClientVersion } from '../../cli/client-version'
import { utf8Bytes } from '../utf8'
import type { Operand } from './go-value'

/** Why executing a template stopped; never leaves this folder. */
export class ExecutionError extends Error {}

/** What a run may use up: an evaluated word is a step. */
const STEPS_MAX = 200_000
const OUTPUT_MAX = 1_048_576

/** The part of the template that is being evaluated, as error texts show it. */
export interface Place {
  readonly at: number
  readonly source: string
}

/** The moving parts of one run of a template. */
export class Execution {
  readonly client: ClientVersion
  /** Whether a map without the asked key is an error (`missingkey=error`). */
  readonly missingKeyIsError: boolean
  readonly isHeader: boolean
  output = ''
  private readonly source: string
  private readonly scopes: { name: string; value: Operand }[]
  private steps = 0

  constructor(
    source: string,
    root: Operand,
    options: { client: ClientVersion; missingKeyIsError: boolean; isHeader: boolean },
  ) {
    this.source = source
    this.client = options.client
    this.missingKeyIsError = options.missingKeyIsError
    this.isHeader = options.isHeader
    this.scopes = [{ name: '$', value: root }]
  }

  write(text: string): void {
    this.output += text
    if (this.output.length > OUTPUT_MAX) throw new ExecutionError('template: output too long')
  }

  step(): void {
    this.steps += 1
    if (this.steps > STEPS_MAX) throw new ExecutionError('template: too many steps')
  }

  variable(name: string): Operand {
    return this.scopes.findLast((scope) => scope.name === name)?.value ?? null
  }

  declare(name: string, value: Operand): void {
    this.scopes.push({ name, value })
  }

  assign(name: string, value: Operand): void {
    const scope = this.scopes.findLast((known) => known.name === name)
    if (scope !== undefined) scope.value = value
  }

  /** Runs `body`; what it declares is forgotten after. */
  scoped<T>(body: () => T): T {
    const mark = this.scopes.length
    const result = body()
    this.scopes.length = mark
    return result
  }

  /** Stops with Go's words: `template: :1:2: executing "" at <.Name>: …`, columns counted from 0 on the first line. */
  fail(place: Place, message: string): never {
    const before = this.source.slice(0, place.at)
    const lastBreak = before.lastIndexOf('\n')
    const column = lastBreak === -1 ? utf8Bytes(before).length : utf8Bytes(before.slice(lastBreak)).length
    const line = before.split('\n').length
    throw new ExecutionError(`template: :${line}:${column}: executing "" at <${place.source}>: ${message}`)
  }
}
