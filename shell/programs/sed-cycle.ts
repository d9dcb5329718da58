import { compileExpression, findMatch } from '../text/regular-expression'
import type { Address, SedCommand } from '../text/sed-script'

/** Where a script waits for the next line: the command to go on with, and what stands in the pattern space. */
type Suspended = { readonly at: number; readonly kept: string | null }

export type SedState = {
  readonly commands: readonly SedCommand[]
  readonly quiet: boolean
  readonly extended: boolean
  readonly number: number
  /** The line before the one just read: it is worked on once it is known whether it is the last. */
  readonly held: string | null
  /** Ranges that have begun: the command's index and the line its range began at. */
  readonly active: readonly (readonly [number, number])[]
  readonly hold: string
  readonly suspended: Suspended | null
}

export function firstState(commands: readonly SedCommand[], quiet: boolean, extended: boolean): SedState {
  return { commands, quiet, extended, number: 0, held: null, active: [], hold: '', suspended: null }
}

/** Commands one line may take: a loop of jumps ends there. */
const STEPS_MAX = 50_000

function matches(text: string, pattern: string, extended: boolean, flags = ''): boolean {
  const expression = compileExpression(pattern, { extended, ignoreCase: flags.includes('I') })
  return expression !== null && findMatch(expression, text) !== null
}

function addressHolds(address: Address, text: string, number: number, isLast: boolean, extended: boolean): boolean {
  switch (address.by) {
    case 'line':
      return number === address.line
    case 'last':
      return isLast
    case 'step':
      return address.step === 0
        ? number === address.line
        : number >= address.line && (number - address.line) % address.step === 0
    case 'count':
      return false
    case 'pattern':
      return matches(text, address.pattern, extended)
  }
}

function expandReplacement(replacement: string, whole: string, groups: readonly string[]): string {
  return replacement.replace(/\\(.)|&/gs, (piece, char: string | undefined) => {
    if (piece === '&') return whole
    if (char === 'n') return '\n'
    if (char === 't') return '\t'
    return char !== undefined && /[1-9]/.test(char) ? (groups[Number(char) - 1] ?? '') : (char ?? '')
  })
}

function substitute(
  text: string,
  command: Extract<SedCommand, { command: 's' }>,
  extended: boolean,
): { readonly text: string; readonly changed: boolean } {
  const expression = compileExpression(command.pattern, { extended, ignoreCase: /[iI]/.test(command.flags) })
  if (expression === null) return { text, changed: false }
  const nth = Number(/\d+/.exec(command.flags)?.[0] ?? 1)
  let result = ''
  let position = 0
  let count = 0
  let changed = false
  while (position <= text.length) {
    const match = findMatch(expression, text, position)
    if (match === null) break
    count += 1
    const isChosen = count === nth || (count > nth && command.flags.includes('g'))
    result +=
      text.slice(position, match.start) +
      (isChosen
        ? expandReplacement(command.replacement, text.slice(match.start, match.end), match.groups)
        : text.slice(match.start, match.end))
    changed ||= isChosen
    position = match.end
    if (match.end === match.start) {
      result += text[position] ?? ''
      position += 1
    }
    if (isChosen && !command.flags.includes('g')) break
  }
  return { text: result + text.slice(position), changed }
}

interface Cycle {
  text: string
  hold: string
  output: string
  after: string
  substituted: boolean
  /** What ends the pattern space: nothing where the last line of the input has no line feed. */
  ending: string
  readonly number: number
  readonly isLast: boolean
  readonly active: Map<number, number>
}

/** What a command leads to: on with another one, or the end of the cycle in one of sed's ways. */
type Next = number | 'delete' | 'again' | 'quit' | 'quit-silently' | 'next' | 'append'

/** What stands without its line feed gets it before anything else. */
function emit(cycle: Cycle, text: string, ending = '\n'): void {
  if (cycle.output !== '' && !cycle.output.endsWith('\n')) cycle.output += '\n'
  cycle.output += text + ending
}

function carryOut(cycle: Cycle, command: SedCommand, index: number, state: SedState): Next {
  const on = index + 1
  switch (command.command) {
    case 's': {
      const { text, changed } = substitute(cycle.text, command, state.extended)
      cycle.text = text
      cycle.substituted ||= changed
      if (changed && command.flags.includes('p')) emit(cycle, text, cycle.ending)
      return on
    }
    case 'y':
      cycle.text = Array.from(cycle.text, (char) => {
        const at = command.from.indexOf(char)
        return at < 0 ? char : (command.to[at] ?? char)
      }).join('')
      return on
    case 'a':
      cycle.after += `${command.text}\n`
      return on
    case 'i':
      emit(cycle, command.text)
      return on
    case 'c':
      if (command.negated || !cycle.active.has(index)) emit(cycle, command.text)
      return 'delete'
    case 'b':
      return command.next
    case 't':
    case 'T': {
      const jumps = cycle.substituted === (command.command === 't')
      cycle.substituted = false
      return jumps ? command.next : on
    }
    case '{':
    case '}':
    case ':':
      return on
    default:
      return carryOutSimple(cycle, command.command, on)
  }
}

function carryOutSimple(cycle: Cycle, command: Extract<SedCommand['command'], string>, on: number): Next {
  const firstLine = () => cycle.text.split('\n', 1)[0] ?? ''
  switch (command) {
    case 'd':
      return 'delete'
    case 'D':
      if (!cycle.text.includes('\n')) return 'delete'
      cycle.text = cycle.text.slice(firstLine().length + 1)
      return 'again'
    case 'p':
      emit(cycle, cycle.text, cycle.ending)
      return on
    case 'P':
      emit(cycle, firstLine())
      return on
    case '=':
      emit(cycle, String(cycle.number))
      return on
    case 'h':
      cycle.hold = cycle.text
      return on
    case 'H':
      cycle.hold += `\n${cycle.text}`
      return on
    case 'g':
      cycle.text = cycle.hold
      cycle.ending = '\n'
      return on
    case 'G':
      cycle.text += `\n${cycle.hold}`
      cycle.ending = '\n'
      return on
    case 'x': {
      const { text } = cycle
      cycle.text = cycle.hold
      cycle.hold = text
      cycle.ending = '\n'
      return on
    }
    case 'n':
      return cycle.isLast ? 'quit' : 'next'
    case 'N':
      return cycle.isLast ? 'quit' : 'append'
    case 'q':
      return 'quit'
    case 'Q':
      return 'quit-silently'
    default:
      return on
  }
}

function isSelected(command: SedCommand, index: number, cycle: Cycle, extended: boolean): boolean {
  const [first, second] = command.addresses
  if (first === undefined) return !command.negated
  const { number, active } = cycle
  const holds = (address: Address): boolean => addressHolds(address, cycle.text, number, cycle.isLast, extended)
  const lastOf = (begun: number): number | null =>
    second?.by === 'line' ? second.line : second?.by === 'count' ? begun + second.count : null
  let selected: boolean
  const begun = active.get(index)
  if (second === undefined) selected = holds(first)
  else if (begun !== undefined) {
    const last = lastOf(begun)
    selected = last === null || number <= last
    if (last === null ? holds(second) : number >= last) active.delete(index)
    if (!selected && holds(first)) selected = true
  } else {
    selected = holds(first)
    const last = lastOf(number)
    if (selected && !(last !== null && last <= number)) active.set(index, number)
  }
  return selected !== command.negated
}

/** A line that is known to be, or not to be, the last: through the script, or as far as it wants the next one. */
export function takeLine(
  state: SedState,
  line: string,
  isLast: boolean,
): { readonly state: SedState; readonly output: string; readonly quit: boolean } {
  const { suspended, commands } = state
  const own = line.replace(/\n$/, '')
  const cycle: Cycle = {
    text: suspended === null || suspended.kept === null ? own : `${suspended.kept}\n${own}`,
    hold: state.hold,
    output: '',
    after: '',
    substituted: false,
    ending: line.endsWith('\n') ? '\n' : '',
    number: state.number + 1,
    isLast,
    active: new Map(state.active),
  }
  const print = () => {
    if (!state.quiet) emit(cycle, cycle.text, cycle.ending)
  }
  const done = (waits: Suspended | null, quit: boolean) => ({
    state: { ...state, number: cycle.number, active: [...cycle.active], hold: cycle.hold, suspended: waits },
    output:
      cycle.output +
      (cycle.after === '' || cycle.output === '' || cycle.output.endsWith('\n') ? '' : '\n') +
      cycle.after,
    quit,
  })
  let at = suspended?.at ?? 0
  for (let steps = 0; steps < STEPS_MAX && at < commands.length; steps += 1) {
    const command = commands[at]
    if (command === undefined) break
    const isIn = isSelected(command, at, cycle, state.extended)
    const next: Next = isIn ? carryOut(cycle, command, at, state) : command.command === '{' ? command.next : at + 1
    if (next === 'again') {
      cycle.output += cycle.after
      cycle.after = ''
      at = 0
    } else if (typeof next === 'number') at = next
    else if (next === 'append') return done({ at: at + 1, kept: cycle.text }, false)
    else {
      if (next === 'quit' || next === 'next') print()
      return done(next === 'next' ? { at: at + 1, kept: null } : null, next === 'quit' || next === 'quit-silently')
    }
  }
  print()
  return done(null, false)
}
