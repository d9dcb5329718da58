import { compileExpression, findMatch, type Match, type RegularExpression } from '../text/regular-expression'
import type { AwkProgram } from './syntax'
import { toNumber, toText, type Value } from './value'

export type Elements = Map<string, Value>

/** What an awk program may ask of the machine it runs on. */
export interface Outside {
  readonly write: (operator: '>' | '>>' | '|', target: string, text: string) => void
}

/** An awk program in the middle of a record: the only mutable thing while a record is worked on. */
export interface Machine {
  readonly program: AwkProgram
  readonly values: Map<string, Value>
  readonly arrays: Map<string, Elements>
  /** The record; `fields` is null until somebody looks at one. */
  record: string
  fields: string[] | null
  /** Which ranges (by rule) are open. */
  readonly ranges: Set<number>
  output: string
  readonly outside: Outside
  readonly locals: { readonly values: Map<string, Value>; readonly arrays: Map<string, Elements> }[]
  readonly expressions: Map<string, RegularExpression | null>
  random: number
  steps: number
}

const stepsMax = 2_000_000
const outputMax = 4_000_000

export class AwkStop extends Error {}

/** Ends the program from within: `exit` (with its status) or a fault. */
export class AwkExit extends Error {
  readonly status: number
  constructor(status: number) {
    super('exit')
    this.status = status
  }
}

/** Counts a step, so that no program goes on for ever. */
export function count(machine: Machine): void {
  machine.steps += 1
  if (machine.steps > stepsMax || machine.output.length > outputMax) throw new AwkStop('program takes too long')
}

export function matchText(machine: Machine, source: string, text: string, from = 0): Match | null {
  let expression = machine.expressions.get(source)
  if (expression === undefined) {
    expression = compileExpression(source, { extended: true })
    machine.expressions.set(source, expression)
  }
  if (expression === null) throw new AwkStop(`regular expression compile failed (bad syntax)\n${source}`)
  return findMatch(expression, text, from)
}

export function variable(machine: Machine, name: string): Value {
  const local = machine.locals.at(-1)
  if (local?.values.has(name) === true) return local.values.get(name) ?? null
  if (name === 'NF') return fieldsOf(machine).length
  return machine.values.get(name) ?? null
}

export function setVariable(machine: Machine, name: string, value: Value): void {
  const local = machine.locals.at(-1)
  if (local?.values.has(name) === true) local.values.set(name, value)
  else if (name === 'NF') resize(machine, toNumber(value))
  else machine.values.set(name, value)
}

export function elements(machine: Machine, name: string): Elements {
  const local = machine.locals.at(-1)
  const table =
    local !== undefined && (local.values.has(name) || local.arrays.has(name)) ? local.arrays : machine.arrays
  const found = table.get(name)
  if (found !== undefined) return found
  const made: Elements = new Map()
  table.set(name, made)
  return made
}

/** Cuts text by FS: blanks, one character, a tab, or an expression. */
export function cutFields(machine: Machine, text: string, separator: string): string[] {
  if (separator === ' ') return text.match(/[^ \t\n]+/g) ?? []
  if (text === '') return []
  if (separator === '') return Array.from(text)
  if (separator.length === 1 && separator !== '\\') return text.split(separator)
  const parts: string[] = []
  let from = 0
  for (let match = matchText(machine, separator, text); match !== null && match.end > match.start; ) {
    parts.push(text.slice(from, match.start))
    from = match.end
    match = matchText(machine, separator, text, from)
  }
  return [...parts, text.slice(from)]
}

export function fieldsOf(machine: Machine): string[] {
  machine.fields ??= cutFields(machine, machine.record, toText(machine.values.get('FS') ?? ' '))
  return machine.fields
}

const fieldsMax = 20_000

function resize(machine: Machine, length: number): void {
  const fields = fieldsOf(machine).slice(0, Math.min(Math.max(length, 0), fieldsMax))
  while (fields.length < Math.min(length, fieldsMax)) fields.push('')
  machine.fields = fields
  rebuild(machine)
}

function rebuild(machine: Machine): void {
  machine.record = (machine.fields ?? []).join(toText(machine.values.get('OFS') ?? ' '))
}

export function field(machine: Machine, index: number): Value {
  if (index === 0) return { input: machine.record }
  const text = fieldsOf(machine)[Math.trunc(index) - 1]
  return text === undefined ? null : { input: text }
}

export function setField(machine: Machine, index: number, value: Value): void {
  if (index === 0) {
    machine.record = toText(value)
    machine.fields = null
    return
  }
  if (index < 0 || index > fieldsMax) throw new AwkStop(`$${index}: field number out of range`)
  const fields = fieldsOf(machine)
  while (fields.length < index) fields.push('')
  fields[Math.trunc(index) - 1] = toText(value)
  rebuild(machine)
}
