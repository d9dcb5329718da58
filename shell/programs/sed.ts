import type { Program } from '@/engine/kernel/program'
import { compileExpression, findMatch } from '../text/regular-expression'
import { type Address, parseSed, type SedCommand } from '../text/sed-script'
import { defineFilter, readFlags } from './lines'

type SedState = {
  readonly commands: readonly SedCommand[]
  readonly quiet: boolean
  readonly extended: boolean
  readonly inPlace: boolean
  readonly number: number
  /** The line before the one just read: it is worked on once it is known whether it is the last. */
  readonly held: string | null
  readonly active: readonly number[]
}

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
  output: string
  deleted: boolean
  quit: boolean
  after: string
}

function carryOut(cycle: Cycle, command: SedCommand, state: SedState, number: number): void {
  switch (command.command) {
    case 's': {
      const { text, changed } = substitute(cycle.text, command, state.extended)
      cycle.text = text
      if (changed && command.flags.includes('p')) cycle.output += `${text}\n`
      return
    }
    case 'd':
      cycle.deleted = true
      return
    case 'p':
      cycle.output += `${cycle.text}\n`
      return
    case 'q':
      cycle.quit = true
      return
    case '=':
      cycle.output += `${number}\n`
      return
    case 'a':
      cycle.after += `${command.text}\n`
      return
    case 'i':
      cycle.output += `${command.text}\n`
      return
    case 'c':
      cycle.output += `${command.text}\n`
      cycle.deleted = true
      return
    case 'y':
      cycle.text = Array.from(cycle.text, (char) => {
        const index = command.from.indexOf(char)
        return index < 0 ? char : (command.to[index] ?? char)
      }).join('')
  }
}

function isSelected(
  command: SedCommand,
  index: number,
  state: SedState,
  text: string,
  number: number,
  isLast: boolean,
  active: Set<number>,
): boolean {
  const [first, second] = command.addresses
  if (first === undefined) return !command.negated
  const holds = (address: Address): boolean => addressHolds(address, text, number, isLast, state.extended)
  let selected: boolean
  if (second === undefined) selected = holds(first)
  else if (active.has(index)) {
    selected = true
    if (holds(second) || (second.by === 'line' && number >= second.line)) active.delete(index)
  } else {
    selected = holds(first)
    if (selected && !(second.by === 'line' && second.line <= number)) active.add(index)
  }
  return selected !== command.negated
}

/** One cycle: the commands over a line that is known to be, or not to be, the last. */
function runCycle(
  state: SedState,
  line: string,
  isLast: boolean,
): { readonly state: SedState; readonly output: string; readonly quit: boolean } {
  const number = state.number + 1
  const cycle: Cycle = { text: line.replace(/\n$/, ''), output: '', deleted: false, quit: false, after: '' }
  const active = new Set(state.active)
  for (const [index, command] of state.commands.entries()) {
    if (cycle.deleted || cycle.quit || !isSelected(command, index, state, cycle.text, number, isLast, active)) continue
    carryOut(cycle, command, state, number)
  }
  const shown = cycle.deleted || state.quiet ? '' : cycle.text + (line.endsWith('\n') ? '\n' : '')
  return {
    state: { ...state, number, active: [...active] },
    output: cycle.output + shown + cycle.after,
    quit: cycle.quit,
  }
}

const streaming: Program = defineFilter<SedState>('sed', {
  start(args) {
    const { flags, operands } = readFlags(args, 'e')
    const given = args.flatMap((word, index) => (args[index - 1] === '-e' ? [word] : []))
    const script = given.length > 1 ? given.join('\n') : (flags.get('e') ?? operands[0])
    if (script === undefined)
      return {
        ok: false,
        status: 1,
        error: 'Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n',
      }
    const commands = parseSed(script)
    if (typeof commands === 'string') return { ok: false, status: 1, error: `sed: -e expression #1, ${commands}\n` }
    return {
      ok: true,
      files: flags.has('e') ? operands : operands.slice(1),
      state: {
        commands,
        quiet: flags.has('n'),
        extended: flags.has('E') || flags.has('r'),
        inPlace: false,
        number: 0,
        held: null,
        active: [],
      },
    }
  },
  line(state, line) {
    if (state.held === null) return { state: { ...state, held: line } }
    const cycle = runCycle(state, state.held, false)
    return { state: { ...cycle.state, held: line }, output: cycle.output, ...(cycle.quit ? { stop: 0 } : {}) }
  },
  end(state, failed) {
    const output = state.held === null ? '' : runCycle(state, state.held, true).output
    return { status: failed ? 2 : 0, output }
  },
})

/** A whole text through a script: what `sed -i` writes back. */
export function editText(commands: readonly SedCommand[], text: string, quiet: boolean, extended: boolean): string {
  let state: SedState = { commands, quiet, extended, inPlace: true, number: 0, held: null, active: [] }
  let output = ''
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? []
  for (const [index, line] of lines.entries()) {
    const cycle = runCycle(state, line, index === lines.length - 1)
    state = cycle.state
    output += cycle.output
    if (cycle.quit) return output
  }
  return output
}

function editInPlace(
  args: readonly string[],
  system: Parameters<Program['step']>[1],
): { readonly status: number; readonly error: string } {
  const { flags, operands } = readFlags(
    args.filter((word) => !/^-i/.test(word)),
    'e',
  )
  const [script, ...files] = flags.has('e') ? [flags.get('e') ?? '', ...operands] : operands
  const commands = parseSed(script ?? '')
  if (typeof commands === 'string') return { status: 1, error: `sed: -e expression #1, ${commands}\n` }
  let error = ''
  for (const file of files) {
    const path = system.path(file)
    const content = system.files.read(path)
    if (!content.ok || content.value.kind !== 'text') error += `sed: can't read ${file}: No such file or directory\n`
    else
      system.files.write(path, {
        kind: 'text',
        text: editText(commands, content.value.text, flags.has('n'), flags.has('E') || flags.has('r')),
      })
  }
  return { status: error === '' ? 0 : 2, error }
}

/** sed: a stream, or with -i the files themselves. */
export const sed: Program = {
  ...streaming,
  step(memory, system) {
    const args = system.process.argv.slice(1)
    if (!args.some((word) => /^-i|^--in-place/.test(word))) return streaming.step(memory, system)
    const { status, error } = editInPlace(args, system)
    if (error !== '') system.write(2, error)
    return { kind: 'exit', status }
  },
}
