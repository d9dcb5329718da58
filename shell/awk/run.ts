import { assertNever } from '@/engine/assert-never'
import { evaluate, keyOf } from './evaluate'
import { formatValues } from './format'
import { AwkExit, AwkStop, count, elements, type Machine, setVariable } from './machine'
import type { Expression, Rule, Statement } from './syntax'
import { numberText, toFlag, toNumber, toText, type Value } from './value'

/** How a statement ended: by itself, or by leaving what is around it. */
type Ended = 'on' | 'break' | 'continue' | 'next' | { readonly value: Value }

const callsDeepMax = 100

function value(machine: Machine, node: Expression): Value {
  return evaluate(machine, node, callFunction)
}

/** Calls a function of the program: plain values are copied, arrays are shared. */
function callFunction(machine: Machine, name: string, args: readonly Expression[]): Value {
  const called = machine.program.functions[name]
  if (called === undefined) return null
  if (machine.locals.length >= callsDeepMax) throw new AwkStop('function call nesting too deep')
  const values = new Map<string, Value>()
  const arrays = new Map<string, Map<string, Value>>()
  for (const [index, parameter] of called.parameters.entries()) {
    const arg = args[index]
    const isArray = arg?.node === 'variable' && machine.arrays.has(arg.name) && !machine.values.has(arg.name)
    if (isArray && arg.node === 'variable') arrays.set(parameter, elements(machine, arg.name))
    values.set(parameter, isArray || arg === undefined ? null : value(machine, arg))
  }
  machine.locals.push({ values, arrays })
  const ended = run(machine, called.body)
  machine.locals.pop()
  return typeof ended === 'object' ? ended.value : null
}

function print(machine: Machine, node: Extract<Statement, { node: 'print' }>): void {
  const values = node.args.map((each) => value(machine, each))
  const separator = toText(machine.values.get('OFS') ?? ' ')
  const end = toText(machine.values.get('ORS') ?? '\n')
  const shown = (each: Value): string => (typeof each === 'number' ? numberText(each) : toText(each))
  const text = node.formatted
    ? formatValues(toText(values[0] ?? null), values.slice(1))
    : `${node.args.length === 0 ? machine.record : values.map(shown).join(separator)}${end}`
  if (node.redirect === null) machine.output += text
  else machine.outside.write(node.redirect.operator, toText(value(machine, node.redirect.target)), text)
}

function runFor(machine: Machine, node: Extract<Statement, { node: 'for' }>): Ended {
  if (node.start !== null) run(machine, node.start)
  while (node.condition === null || toFlag(value(machine, node.condition))) {
    count(machine)
    const ended = run(machine, node.body)
    if (ended === 'break') break
    if (ended !== 'on' && ended !== 'continue') return ended
    if (node.step !== null) run(machine, node.step)
  }
  return 'on'
}

function runWhile(machine: Machine, node: Extract<Statement, { node: 'while' }>): Ended {
  let isFirst = node.isDo
  while (isFirst || toFlag(value(machine, node.condition))) {
    isFirst = false
    count(machine)
    const ended = run(machine, node.body)
    if (ended === 'break') break
    if (ended !== 'on' && ended !== 'continue') return ended
  }
  return 'on'
}

function runForIn(machine: Machine, node: Extract<Statement, { node: 'for-in' }>): Ended {
  for (const key of [...elements(machine, node.array).keys()]) {
    count(machine)
    setVariable(machine, node.name, { input: key })
    const ended = run(machine, node.body)
    if (ended === 'break') break
    if (ended !== 'on' && ended !== 'continue') return ended
  }
  return 'on'
}

function run(machine: Machine, node: Statement): Ended {
  switch (node.node) {
    case 'block':
      for (const each of node.body) {
        const ended = run(machine, each)
        if (ended !== 'on') return ended
      }
      return 'on'
    case 'expression':
      value(machine, node.value)
      return 'on'
    case 'print':
      print(machine, node)
      return 'on'
    case 'if':
      if (toFlag(value(machine, node.condition))) return run(machine, node.yes)
      return node.no === null ? 'on' : run(machine, node.no)
    case 'while':
      return runWhile(machine, node)
    case 'for':
      return runFor(machine, node)
    case 'for-in':
      return runForIn(machine, node)
    case 'delete':
      if (node.keys === null) elements(machine, node.name).clear()
      else elements(machine, node.name).delete(keyOf(machine, node.keys, callFunction))
      return 'on'
    case 'break':
    case 'continue':
    case 'next':
      return node.node
    case 'exit':
      throw new AwkExit(
        node.value === null ? toNumber(machine.values.get(exitName) ?? 0) : toNumber(value(machine, node.value)),
      )
    case 'return':
      return { value: node.value === null ? null : value(machine, node.value) }
    default:
      return assertNever(node)
  }
}

const exitName = ' exit'

function applies(machine: Machine, { pattern }: Rule, place: number): boolean {
  switch (pattern.on) {
    case 'always':
      return true
    case 'BEGIN':
    case 'END':
      return false
    case 'expression':
      return toFlag(value(machine, pattern.value))
    case 'range': {
      if (!machine.ranges.has(place) && !toFlag(value(machine, pattern.from))) return false
      machine.ranges.add(place)
      if (toFlag(value(machine, pattern.to))) machine.ranges.delete(place)
      return true
    }
    default:
      return assertNever(pattern)
  }
}

/** Runs the rules of BEGIN or END. */
export function runRules(machine: Machine, on: 'BEGIN' | 'END'): void {
  for (const { pattern, action } of machine.program.rules)
    if (pattern.on === on && action !== null) run(machine, action)
}

/** Runs the rules on the machine's record. */
export function runRecord(machine: Machine): void {
  for (const [place, rule] of machine.program.rules.entries()) {
    if (!applies(machine, rule, place)) continue
    if (rule.action === null) machine.output += `${machine.record}${toText(machine.values.get('ORS') ?? '\n')}`
    else if (run(machine, rule.action) === 'next') return
  }
}
