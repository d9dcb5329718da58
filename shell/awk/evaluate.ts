import { assertNever } from '@/engine/assert-never'
import { callBuiltin } from './builtins'
import { AwkStop, count, elements, field, type Machine, matchText, setField, setVariable, variable } from './machine'
import type { Expression, Place } from './syntax'
import { compareValues, toFlag, toNumber, toText, type Value } from './value'

/** Runs a function the program defines: given by the statements' module, so that the two need not import each other. */
export type CallFunction = (machine: Machine, name: string, args: readonly Expression[]) => Value

const keySeparator = '\u001c'

export function keyOf(machine: Machine, keys: readonly Expression[], call: CallFunction): string {
  return keys.map((key) => toText(evaluate(machine, key, call))).join(keySeparator)
}

function readPlace(machine: Machine, place: Place, call: CallFunction): Value {
  switch (place.node) {
    case 'variable':
      return variable(machine, place.name)
    case 'field':
      return field(machine, toNumber(evaluate(machine, place.index, call)))
    case 'element': {
      const key = keyOf(machine, place.keys, call)
      const all = elements(machine, place.name)
      if (!all.has(key)) all.set(key, null)
      return all.get(key) ?? null
    }
    default:
      return assertNever(place)
  }
}

export function writePlace(machine: Machine, place: Place, value: Value, call: CallFunction): void {
  switch (place.node) {
    case 'variable':
      setVariable(machine, place.name, value)
      return
    case 'field':
      setField(machine, toNumber(evaluate(machine, place.index, call)), value)
      return
    case 'element':
      elements(machine, place.name).set(keyOf(machine, place.keys, call), value)
      return
    default:
      assertNever(place)
  }
}

function arithmetic(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
    case '%':
      if (right === 0) throw new AwkStop(`division by zero${operator === '%' ? ' in %' : ''}`)
      return operator === '/' ? left / right : left % right
    default:
      return left ** right
  }
}

function compare(operator: string, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}

function binary(machine: Machine, node: Extract<Expression, { node: 'binary' }>, call: CallFunction): Value {
  const left = evaluate(machine, node.left, call)
  const right = evaluate(machine, node.right, call)
  if (node.operator === ' ') return toText(left) + toText(right)
  if (/^[<>=!]/.test(node.operator)) return compare(node.operator, compareValues(left, right)) ? 1 : 0
  return arithmetic(node.operator, toNumber(left), toNumber(right))
}

/** The source of an expression used as a pattern: a literal one, or the text of any other. */
export function patternSource(machine: Machine, node: Expression, call: CallFunction): string {
  return node.node === 'regex' ? node.source : toText(evaluate(machine, node, call))
}

function assign(machine: Machine, node: Extract<Expression, { node: 'assign' }>, call: CallFunction): Value {
  const given = evaluate(machine, node.value, call)
  const value =
    node.operator === '='
      ? given
      : arithmetic(node.operator.slice(0, -1), toNumber(readPlace(machine, node.place, call)), toNumber(given))
  writePlace(machine, node.place, value, call)
  return value
}

function flag(condition: boolean): Value {
  return condition ? 1 : 0
}

function unary(operator: '-' | '+' | '!', value: Value): Value {
  if (operator === '!') return flag(!toFlag(value))
  return operator === '-' ? -toNumber(value) : toNumber(value)
}

/** The value of an expression; what it changes, it changes in the machine. */
export function evaluate(machine: Machine, node: Expression, call: CallFunction): Value {
  count(machine)
  const value = (each: Expression): Value => evaluate(machine, each, call)
  switch (node.node) {
    case 'number':
    case 'string':
      return node.value
    case 'regex':
      return flag(matchText(machine, node.source, machine.record) !== null)
    case 'variable':
    case 'field':
    case 'element':
      return readPlace(machine, node, call)
    case 'unary':
      return unary(node.operator, value(node.operand))
    case 'binary':
      return binary(machine, node, call)
    case 'and':
      return flag(toFlag(value(node.left)) && toFlag(value(node.right)))
    case 'or':
      return flag(toFlag(value(node.left)) || toFlag(value(node.right)))
    case 'match': {
      const text = toText(value(node.left))
      return flag((matchText(machine, patternSource(machine, node.right, call), text) !== null) !== node.negated)
    }
    case 'in':
      return flag(elements(machine, node.name).has(keyOf(machine, node.keys, call)))
    case 'choice':
      return toFlag(value(node.condition)) ? value(node.yes) : value(node.no)
    case 'assign':
      return assign(machine, node, call)
    case 'step': {
      const before = toNumber(readPlace(machine, node.place, call))
      writePlace(machine, node.place, before + node.by, call)
      return node.isPrefix ? before + node.by : before
    }
    case 'call':
      return Object.hasOwn(machine.program.functions, node.name)
        ? call(machine, node.name, node.args)
        : callBuiltin(machine, node.name, node.args, {
            value,
            write: (place, text) => writePlace(machine, place, text, call),
          })
    case 'getline':
      return 0
    case 'group': {
      const [only] = node.expressions
      return only !== undefined && node.expressions.length === 1
        ? value(only)
        : node.expressions.map((each) => toText(value(each))).join(keySeparator)
    }
    default:
      return assertNever(node)
  }
}
