import { formatValues } from './format'
import { AwkStop, cutFields, elements, type Machine, matchText } from './machine'
import type { Expression, Place } from './syntax'
import { toNumber, toText, type Value } from './value'

/** How a builtin sees the values of its arguments and writes to the one it changes (`sub`, `split`). */
export interface Access {
  readonly value: (node: Expression) => Value
  readonly write: (place: Place, value: Value) => void
}

function source(node: Expression | undefined, access: Access): string {
  if (node === undefined) return ''
  return node.node === 'regex' ? node.source : toText(access.value(node))
}

/** `&` is the match, `\&` an ampersand. */
function replacementText(template: string, matched: string): string {
  return template.replace(/\\(.)|&/g, (piece, escaped: string | undefined) =>
    escaped === undefined ? matched : escaped === '&' || escaped === '\\' ? escaped : piece,
  )
}

function substitute(machine: Machine, args: readonly Expression[], access: Access, all: boolean): Value {
  const pattern = source(args[0], access)
  const template = args[1] === undefined ? '' : toText(access.value(args[1]))
  const target: Expression = args[2] ?? { node: 'field', index: { node: 'number', value: 0 } }
  const text = toText(access.value(target))
  let result = ''
  let from = 0
  let changes = 0
  for (let match = matchText(machine, pattern, text); match !== null; match = matchText(machine, pattern, text, from)) {
    result += text.slice(from, match.start) + replacementText(template, text.slice(match.start, match.end))
    changes += 1
    from = match.end
    if (match.end === match.start) {
      result += text[from] ?? ''
      from += 1
    }
    if (!all || from > text.length || (from === text.length && match.end > match.start)) break
  }
  if (changes === 0) return 0
  if (target.node === 'field' || target.node === 'variable' || target.node === 'element')
    access.write(target, result + text.slice(from))
  return changes
}

function split(machine: Machine, args: readonly Expression[], access: Access): Value {
  const [text, array, by] = args
  if (array?.node !== 'variable' || text === undefined) throw new AwkStop('split: illegal arguments')
  const separator = by === undefined ? toText(machine.values.get('FS') ?? ' ') : source(by, access)
  const parts = cutFields(machine, toText(access.value(text)), separator)
  const into = elements(machine, array.name)
  into.clear()
  for (const [index, part] of parts.entries()) into.set(String(index + 1), { input: part })
  return parts.length
}

/** awk's substr: positions are rounded and may lie outside. */
function substring(text: string, start: number, length: number | undefined): string {
  const from = Math.round(start)
  const to = length === undefined ? Number.POSITIVE_INFINITY : from + Math.round(length)
  return text.slice(Math.max(from, 1) - 1, Math.max(Math.min(to, text.length + 1) - 1, 0))
}

function lengthOf(machine: Machine, args: readonly Expression[], access: Access): Value {
  const [only] = args
  if (only === undefined) return machine.record.length
  if (only.node === 'variable' && !machine.values.has(only.name) && machine.arrays.has(only.name))
    return elements(machine, only.name).size
  return Array.from(toText(access.value(only))).length
}

/** Calls one of awk's own functions. */
export function callBuiltin(machine: Machine, name: string, args: readonly Expression[], access: Access): Value {
  const text = (index: number): string => (args[index] === undefined ? '' : toText(access.value(args[index])))
  const number = (index: number): number => (args[index] === undefined ? 0 : toNumber(access.value(args[index])))
  switch (name) {
    case 'length':
      return lengthOf(machine, args, access)
    case 'substr':
      return substring(text(0), number(1), args[2] === undefined ? undefined : number(2))
    case 'index':
      return text(0).indexOf(text(1)) + 1
    case 'split':
      return split(machine, args, access)
    case 'sub':
    case 'gsub':
      return substitute(machine, args, access, name === 'gsub')
    case 'match': {
      const match = matchText(machine, source(args[1], access), text(0))
      machine.values.set('RSTART', match === null ? 0 : match.start + 1)
      machine.values.set('RLENGTH', match === null ? -1 : match.end - match.start)
      return match === null ? 0 : match.start + 1
    }
    case 'sprintf':
      return formatValues(
        text(0),
        args.slice(1).map((each) => access.value(each)),
      )
    case 'toupper':
      return text(0).toUpperCase()
    case 'tolower':
      return text(0).toLowerCase()
    case 'int':
      return Math.trunc(number(0))
    case 'sqrt':
      return Math.sqrt(number(0))
    case 'exp':
      return Math.exp(number(0))
    case 'log':
      return Math.log(number(0))
    case 'sin':
      return Math.sin(number(0))
    case 'cos':
      return Math.cos(number(0))
    case 'atan2':
      return Math.atan2(number(0), number(1))
    case 'rand':
      machine.random = (Math.imul(machine.random, 1_103_515_245) + 12_345) & 0x7fffffff
      return machine.random / 0x80000000
    case 'srand':
      machine.random = number(0)
      return 0
    case 'system':
    case 'close':
    case 'fflush':
      return 0
    default:
      throw new AwkStop(`function ${name} never defined`)
  }
}
