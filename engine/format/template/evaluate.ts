import { assertNever } from '../../assert-never'
import { quoteGo } from '../go-quote'
import type { Execution, Place } from './execution'
import { callFunction } from './functions'
import {
  boolValue,
  FLOAT,
  fieldOf,
  INT,
  indirect,
  isTrue,
  LOOKUP_METHOD,
  memberOf,
  type Operand,
  stringValue,
  unwrap,
} from './go-value'
import type { Argument, Command, Pipe } from './syntax'

/** The value of a pipeline: each command's value is the last argument of the next. */
export function evaluatePipe(execution: Execution, pipe: Pipe, dot: Operand): Operand {
  let value: Operand = null
  for (const [index, command] of pipe.commands.entries()) {
    value = unwrap(evaluateCommand(execution, command, dot, index === 0 ? [] : [value]))
  }
  for (const name of pipe.variables) {
    if (pipe.assigns) execution.assign(name, value)
    else execution.declare(name, value)
  }
  return value
}

/** `piped` holds the value of the command before, if there is one. */
function evaluateCommand(execution: Execution, command: Command, dot: Operand, piped: readonly Operand[]): Operand {
  const [first, ...rest] = command.words
  if (first === undefined) return null
  if (first.kind === 'function') return evaluateCall(execution, first, command, dot, piped)
  const hasArguments = rest.length > 0 || piped.length > 0
  if (first.kind === 'nil') return execution.fail(command, 'nil is not a command')
  if (
    hasArguments &&
    (first.kind === 'field' || first.kind === 'chain' || first.kind === 'variable') &&
    first.names.length > 0
  ) {
    const value = evaluateArgument(execution, first, dot)
    const [name, ...more] = [...rest.map((word) => evaluateArgument(execution, word, dot)), ...piped]
    if (value !== null && value.type === LOOKUP_METHOD && name?.type.kind === 'string' && more.length === 0) {
      return stringValue(String(memberOf(value.value, String(name.value)) ?? ''))
    }
    return execution.fail(first, `${first.names.at(-1)} has arguments but cannot be invoked as function`)
  }
  if (hasArguments) return execution.fail(first, `can't give argument to non-function ${first.source}`)
  return evaluateArgument(execution, first, dot)
}

function evaluateCall(
  execution: Execution,
  fn: Argument & { readonly kind: 'function' },
  command: Command,
  dot: Operand,
  piped: readonly Operand[],
): Operand {
  const words = command.words.slice(1)
  if (fn.name === 'and' || fn.name === 'or') return evaluateLogic(execution, fn, words, dot, piped)
  const args = [...words.map((word) => evaluateArgument(execution, word, dot)), ...piped]
  const places = [...words, ...piped.map(() => command)]
  return callFunction(execution, { name: fn.name, place: fn, command, places }, args)
}

/** `and` and `or` stop at the argument that decides and give it. */
function evaluateLogic(
  execution: Execution,
  fn: Argument & { readonly kind: 'function' },
  words: readonly Argument[],
  dot: Operand,
  piped: readonly Operand[],
): Operand {
  if (words.length + piped.length === 0) {
    return execution.fail(fn, `wrong number of args for ${fn.name}: want at least 1 got 0`)
  }
  let value: Operand = null
  for (const word of words) {
    value = evaluateArgument(execution, word, dot)
    if (isTrue(value) === (fn.name === 'or')) return value
  }
  return piped.length > 0 ? (piped[0] ?? null) : value
}

function evaluateArgument(execution: Execution, word: Argument, dot: Operand): Operand {
  execution.step()
  switch (word.kind) {
    case 'dot':
      return dot
    case 'nil':
      return null
    case 'field':
      return evaluateFields(execution, word, dot, word.names)
    case 'variable':
      return evaluateFields(execution, word, execution.variable(word.name), word.names)
    case 'chain':
      return evaluateFields(execution, word, evaluateArgument(execution, word.base, dot), word.names)
    case 'function':
      return callFunction(execution, { name: word.name, place: word, command: word, places: [] }, [])
    case 'string':
      return stringValue(word.value)
    case 'bool':
      return boolValue(word.value)
    case 'int':
      return { type: INT, value: word.value }
    case 'float':
      return { type: FLOAT, value: word.value }
    case 'pipe':
      return evaluatePipe(execution, word.pipe, dot)
    default:
      return assertNever(word)
  }
}

function evaluateFields(execution: Execution, place: Place, base: Operand, names: readonly string[]): Operand {
  let value = base
  for (const name of names) value = evaluateField(execution, place, value, name)
  return value
}

/** Go's `evalField`: a struct's field, a map's entry, or an error that names the type. */
function evaluateField(execution: Execution, place: Place, receiver: Operand, name: string): Operand {
  const shownType = receiver?.type.name ?? 'nil'
  const inner = indirect(receiver)
  if (inner === null) {
    if (receiver !== null) return execution.fail(place, `nil pointer evaluating ${shownType}.${name}`)
    return execution.missingKeyIsError ? execution.fail(place, `nil data; no entry for key ${quoteGo(name)}`) : null
  }
  const { type, value } = inner
  if (type.kind === 'pointer') return execution.fail(place, `nil pointer evaluating ${type.name}.${name}`)
  if (type.kind === 'struct') {
    const field = type.fields.find((known) => known.name === name)
    return field === undefined
      ? execution.fail(place, `can't evaluate field ${name} in type ${shownType}`)
      : fieldOf(inner, field)
  }
  if (type.kind !== 'map') return execution.fail(place, `can't evaluate field ${name} in type ${shownType}`)
  const entry = memberOf(value, name)
  if (entry !== undefined) return { type: type.element, value: entry }
  return execution.missingKeyIsError ? execution.fail(place, `map has no entry for key ${quoteGo(name)}`) : null
}
