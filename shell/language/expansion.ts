import { type ArithmeticVariables, evaluateArithmetic } from './arithmetic'
import { getArray, isAssociative, nextIndex } from './arrays'
import type { ShellArray, SubstitutionResult } from './memory'
import { getVariable, type Run } from './run'
import type { List } from './syntax'

/** What an expansion came to. `substitute`: a command substitution must run first; then expand again with its output. */
export type Expanded<T> =
  | { readonly kind: 'value'; readonly value: T }
  | {
      readonly kind: 'substitute'
      readonly script: List
      /** Names, or `name[key]`, that the words before it have set. */
      readonly assigned?: ReadonlyMap<string, string>
    }
  | { readonly kind: 'error'; readonly message: string; readonly status: number; readonly fatal: boolean }

/** An expansion in progress: what it sets is kept aside until it succeeds. */
export interface Expansion {
  readonly run: Run
  readonly results: readonly SubstitutionResult[]
  used: number
  /** `$?` here: the status before the command, then that of the substitution passed last. */
  status: number
  /** Names, or `name[key]`, and their new values. */
  readonly assigned: Map<string, string>
}

/** Ends an expansion from within; `attempt` of expand.ts turns it into a result. */
export class Stop extends Error {
  readonly outcome: Exclude<Expanded<never>, { kind: 'value' }>
  constructor(outcome: Stop['outcome']) {
    super('expansion stopped')
    this.outcome = outcome
  }
}

/** `fatal`: a shell without a prompt ends, instead of only the command. */
export function stopWith(message: string, status = 1, fatal = true): never {
  throw new Stop({ kind: 'error', message, status, fatal })
}

/** `name[key]` in two; null for a plain name. */
export function elementName(text: string): { readonly name: string; readonly key: string } | null {
  const match = /^([A-Za-z_]\w*)\[([\s\S]*)\]$/.exec(text)
  return match === null ? null : { name: match[1] ?? '', key: match[2] ?? '' }
}

export function getAssigned(expansion: Expansion, name: string): string | null {
  return expansion.assigned.get(name) ?? getVariable(expansion.run, name)
}

/** The key that an index's text stands for: itself in an associative array, otherwise a number. */
export function elementKey(expansion: Expansion, name: string, text: string): string {
  if (isAssociative(expansion.run, name)) return text
  const value = Number(evaluate(expansion, text))
  if (value >= 0) return String(value)
  const array = getArray(expansion.run, name)
  const fromEnd = (array === null ? 0 : nextIndex(array)) + value
  if (fromEnd < 0) return stopWith(`${name}: bad array subscript`, 1, false)
  return String(fromEnd)
}

export function elementValue(expansion: Expansion, name: string, key: string): string | null {
  const array: ShellArray | null = getArray(expansion.run, name)
  const assigned = expansion.assigned.get(`${name}[${key}]`)
  if (assigned !== undefined) return assigned
  return array !== null && Object.hasOwn(array.elements, key) ? (array.elements[key] ?? null) : null
}

/** The value of a parameter that is no array element, or null where it is not set. */
export function parameterValue(expansion: Expansion, name: string): string | null {
  const { run } = expansion
  if (/^\d+$/.test(name)) return name === '0' ? run.name : (run.parameters[Number(name) - 1] ?? null)
  switch (name) {
    case '?':
      return String(expansion.status)
    case '$':
      return String(run.shellPid ?? run.system.process.pid)
    case '#':
      return String(run.parameters.length)
    case '!':
      return run.lastBackground === null ? null : String(run.lastBackground)
    case '-':
      return optionLetters(run)
    case '@':
    case '*':
      return run.parameters.length === 0 ? null : run.parameters.join(name === '*' ? starSeparator(expansion) : ' ')
    default:
      return getAssigned(expansion, name) ?? elementValue(expansion, name, '0')
  }
}

function optionLetters(run: Run): string {
  const { options, source } = run
  const isBash = run.dialect === 'bash'
  const letters = [
    options.errexit && 'e',
    options.noglob && 'f',
    isBash && 'h',
    options.interactive && 'i',
    options.nounset && 'u',
    options.verbose && 'v',
    options.xtrace && 'x',
    isBash && 'B',
    isBash && options.interactive && 'H',
    run.isCommandString && 'c',
    source.from === 'descriptor' && 's',
  ]
  return letters.filter((letter) => typeof letter === 'string').join('')
}

/** What joins `"$*"`. */
export function starSeparator(expansion: Expansion): string {
  const ifs = getAssigned(expansion, 'IFS')
  return ifs === null ? ' ' : ifs.slice(0, 1)
}

/** Variables as arithmetic sees them: positional ones and elements included. */
function variablesOf(expansion: Expansion): ArithmeticVariables {
  const slot = (text: string): string => {
    const element = elementName(text)
    return element === null ? text : `${element.name}[${elementKey(expansion, element.name, element.key)}]`
  }
  return {
    get: (text) => {
      const element = elementName(text)
      if (element === null) {
        const value = parameterValue(expansion, text)
        if (value === null && expansion.run.options.nounset) unbound(expansion, text)
        if (expansion.run.dialect === 'dash' && !/^\s*[-+]?(?:0[xX][0-9A-Fa-f]+|\d*)\s*$/.test(value ?? ''))
          stopWith(`Illegal number: ${value}`, 2)
        return value ?? ''
      }
      return elementValue(expansion, element.name, elementKey(expansion, element.name, element.key)) ?? ''
    },
    set: (text, value) => expansion.assigned.set(slot(text), value),
  }
}

/** Whether a fault's place is inside parentheses that were not closed. */
function isInside(error: string): boolean {
  const token = /error token is "([\s\S]*)"\)$/.exec(error)?.[1] ?? ''
  return error.includes('missing `)') || token.split(')').length > token.split('(').length
}

function dashWording(text: string, error: string): string {
  if (error.includes('division by 0')) return `arithmetic expression: division by zero: "${text}"`
  const expected = error.includes('operand expected')
    ? 'primary'
    : error.includes('`:')
      ? "':'"
      : isInside(error)
        ? "')'"
        : 'EOF'
  return `arithmetic expression: expecting ${expected}: "${text}"`
}

/** The value of an arithmetic expression as text. */
export function evaluate(expansion: Expansion, text: string): string {
  const { dialect } = expansion.run
  const isBash = dialect === 'bash'
  // dash counts nothing up: its `++` is two signs.
  const read = dialect === 'dash' ? text.replace(/([-+])(?=\1)/g, '$1 ') : text
  const result = evaluateArithmetic(read, variablesOf(expansion))
  if (result.ok) return String(result.value)
  const { error } = result
  const ash = error.includes('division by 0') ? 'divide by zero' : 'arithmetic syntax error'
  return stopWith(isBash ? error : dialect === 'ash' ? ash : dashWording(text, error), isBash ? 1 : 2, !isBash)
}

export function unbound(expansion: Expansion, name: string): never {
  const isBash = expansion.run.dialect === 'bash'
  return stopWith(
    isBash ? `${/^\d+$/.test(name) ? `$${name}` : name}: unbound variable` : `${name}: parameter not set`,
    isBash ? 1 : 2,
  )
}
