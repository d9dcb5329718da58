import { isAssociative, setElement } from './arrays'
import { fieldsOf, joined, piecesOf } from './expand'
import {
  type Expanded,
  type Expansion,
  elementKey,
  elementName,
  elementValue,
  evaluate,
  getAssigned,
  Stop,
  stopWith,
} from './expansion'
import type { SubstitutionResult } from './memory'
import type { Piece } from './pattern'
import { type Run, setVariable } from './run'
import type { Assignment, SimpleCommand, Word } from './syntax'

/** An assignment with everything in it expanded. */
export type Resolved =
  | { readonly kind: 'text'; readonly name: string; readonly key: string | null; readonly value: string }
  | {
      readonly kind: 'array'
      readonly name: string
      readonly append: boolean
      readonly elements: readonly { readonly key: string | null; readonly value: string }[]
    }

export interface ExpandedCommand {
  readonly fields: readonly string[]
  readonly assigned: readonly Resolved[]
  readonly declared: readonly Resolved[]
  readonly redirects: readonly string[]
}

const fieldsMax = 20_000

function attempt<T>(
  run: Run,
  results: readonly SubstitutionResult[],
  expand: (expansion: Expansion) => T,
): Expanded<T> {
  const status = results[0]?.before ?? run.status
  const expansion: Expansion = { run, results, used: 0, status, assigned: new Map() }
  try {
    const value = expand(expansion)
    for (const [name, text] of expansion.assigned) {
      if (!assignSlot(run, name, text)) return readOnlyError(run, name)
    }
    return { kind: 'value', value }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return error.outcome.kind === 'substitute' && expansion.assigned.size > 0
      ? { ...error.outcome, assigned: expansion.assigned }
      : error.outcome
  }
}

/** Sets a variable or, for `name[key]`, an element; false where it is read-only. */
export function assignSlot(run: Run, name: string, text: string): boolean {
  const element = elementName(name)
  return element === null ? setVariable(run, name, text) : setElement(run, element.name, element.key, text)
}

function readOnlyError(run: Run, name: string): Extract<Expanded<never>, { kind: 'error' }> {
  return run.dialect === 'bash'
    ? { kind: 'error', message: `${name}: readonly variable`, status: 1, fatal: false }
    : { kind: 'error', message: `${name}: is read only`, status: 2, fatal: true }
}

function resolveElements(expansion: Expansion, assignment: Assignment, associative: boolean): Resolved {
  const elements = (assignment.elements ?? []).flatMap(({ index, words }): { key: string | null; value: string }[] => {
    if (index === null) return words.flatMap((word) => fieldsOf(expansion, word)).map((value) => ({ key: null, value }))
    const text = joined(expansion, index)
    const key = associative ? text : elementKey(expansion, assignment.name, text)
    return [{ key, value: words.map((word) => joined(expansion, word)).join('') }]
  })
  return { kind: 'array', name: assignment.name, append: assignment.append, elements }
}

function resolve(expansion: Expansion, assignment: Assignment, associative: boolean): Resolved {
  const { name, index } = assignment
  if (assignment.elements !== null) return resolveElements(expansion, assignment, associative)
  const key = index === null ? null : elementKey(expansion, name, joined(expansion, index))
  const text = joined(expansion, assignment.value)
  const old = key === null ? getAssigned(expansion, name) : elementValue(expansion, name, key)
  const isInteger = expansion.run.variables[name]?.integer === true
  const value = !assignment.append ? text : isInteger ? `${old ?? 0}+(${text})` : (old ?? '') + text
  expansion.assigned.set(key === null ? name : `${name}[${key}]`, value)
  return { kind: 'text', name, key, value }
}

/** Resolves assignments in order, each seeing those before it; what they set is taken back for the command to apply. */
function resolveAll(
  expansion: Expansion,
  assignments: readonly Assignment[],
  fields: readonly string[],
): readonly Resolved[] {
  const before = new Map(expansion.assigned)
  const isKeyed = fields.some((field) => /^-[a-z]*A/.test(field))
  const resolved = assignments.map((assignment) =>
    resolve(expansion, assignment, isKeyed || isAssociative(expansion.run, assignment.name)),
  )
  for (const each of resolved) {
    const slot = each.kind === 'text' && each.key !== null ? `${each.name}[${each.key}]` : each.name
    const old = before.get(slot)
    if (old === undefined) expansion.assigned.delete(slot)
    else expansion.assigned.set(slot, old)
  }
  return resolved
}

/** What a simple command needs expanded, in bash's order: words first, then redirections and assignments. */
export function expandSimple(
  run: Run,
  node: SimpleCommand,
  results: readonly SubstitutionResult[],
): Expanded<ExpandedCommand> {
  return attempt(run, results, (expansion) => {
    const fields = node.words.flatMap((word) => fieldsOf(expansion, word))
    if (fields.length > fieldsMax) stopWith('Argument list too long', 126)
    const declared = resolveAll(expansion, node.declarations, fields)
    if (fields.length > 0) {
      const redirects = node.redirects.map(({ word }) => joined(expansion, word))
      return { fields, redirects, declared, assigned: resolveAll(expansion, node.assignments, []) }
    }
    const assigned = resolveAll(expansion, node.assignments, [])
    for (const each of assigned)
      if (run.dialect === 'bash' && each.kind === 'text' && each.key === null)
        expansion.assigned.set(each.name, each.value)
    return { fields, assigned, declared, redirects: node.redirects.map(({ word }) => joined(expansion, word)) }
  })
}

/** Words as one text each: of redirections. */
export function expandTexts(
  run: Run,
  words: readonly Word[],
  results: readonly SubstitutionResult[],
): Expanded<readonly string[]> {
  return attempt(run, results, (expansion) => words.map((word) => joined(expansion, word)))
}

/** The fields of words: of `for`. */
export function expandFields(
  run: Run,
  words: readonly Word[],
  results: readonly SubstitutionResult[],
): Expanded<readonly string[]> {
  return attempt(run, results, (expansion) => {
    const fields = words.flatMap((word) => fieldsOf(expansion, word))
    return fields.length > fieldsMax ? stopWith('Argument list too long', 126) : fields
  })
}

/** Words as patterns (of `case`, of `[[ x == p ]]`), beside the text they are matched with. */
export function expandPatterns(
  run: Run,
  words: readonly Word[],
  results: readonly SubstitutionResult[],
): Expanded<readonly (readonly Piece[])[]> {
  return attempt(run, results, (expansion) => words.map((word) => piecesOf(expansion, word)))
}

export function expandArithmetic(run: Run, word: Word, results: readonly SubstitutionResult[]): Expanded<string> {
  return attempt(run, results, (expansion) => evaluate(expansion, joined(expansion, word)))
}

/** The value of an expression that is text already (`[[ x -eq 1+1 ]]`, `let`). */
export function evaluateText(run: Run, text: string): Expanded<string> {
  return attempt(run, [], (expansion) => evaluate(expansion, text))
}
