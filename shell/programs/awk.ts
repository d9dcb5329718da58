import type { Program, System } from '@/engine/kernel/program'
import { AwkExit, AwkStop, type Machine } from '../awk/machine'
import { parseAwk } from '../awk/parse'
import { runRecord, runRules } from '../awk/run'
import type { AwkProgram } from '../awk/syntax'
import { toNumber, type Value } from '../awk/value'
import { unescapeText } from '../builtins/echo'
import { defineFilter, type LineResult, readText } from './lines'

/** Between two records: the program and everything it remembers, as plain data. */
type AwkState = {
  readonly program: AwkProgram
  readonly values: readonly (readonly [string, Value])[]
  readonly arrays: readonly (readonly [string, readonly (readonly [string, Value])[]])[]
  readonly ranges: readonly number[]
  /** Files written already: `>` empties a file only once. */
  readonly opened: readonly string[]
  readonly file: string
  readonly name: string
  /** The program has only BEGIN: nothing is read. */
  readonly ended: number | null
}

type Ran = LineResult<AwkState>

/** Runs a part of the program on the state; `exit` and faults end it. */
function runOn(state: AwkState, system: System, record: string, act: (machine: Machine) => void): Ran {
  const opened = new Set(state.opened)
  let error = ''
  const machine: Machine = {
    program: state.program,
    values: new Map(state.values),
    arrays: new Map(state.arrays.map(([name, entries]) => [name, new Map(entries)])),
    record,
    fields: null,
    ranges: new Set(state.ranges),
    output: '',
    outside: {
      write(operator, target, text) {
        if (target === '/dev/stdout') machine.output += text
        else if (target === '/dev/stderr' || operator === '|') error += text
        else {
          system.files.write(
            system.path(target),
            { kind: 'text', text },
            { append: operator === '>>' || opened.has(target) },
          )
          opened.add(target)
        }
      },
    },
    locals: [],
    expressions: new Map(),
    random: 42,
    steps: 0,
  }
  let stop: number | undefined
  try {
    act(machine)
  } catch (fault) {
    if (fault instanceof AwkExit) stop = fault.status & 255
    else if (fault instanceof AwkStop) {
      error += `${state.name}: ${fault.message}\n`
      stop = 2
    } else throw fault
  }
  const next: AwkState = {
    ...state,
    values: [...machine.values],
    arrays: [...machine.arrays].map(([name, entries]) => [name, [...entries]]),
    ranges: [...machine.ranges],
    opened: [...opened],
    ended: stop ?? null,
  }
  return { state: next, output: machine.output, error, ...(stop === undefined ? {} : { stop }) }
}

interface Called {
  readonly source: string | null
  readonly variables: readonly (readonly [string, string])[]
  readonly files: readonly string[]
}

function assignment(word: string): readonly [string, string] {
  const at = word.indexOf('=')
  return [word.slice(0, at), unescapeText(word.slice(at + 1)).text]
}

/** `-F x`, `-v name=value`, `-f file`, then the program and the files. */
function readCall(args: readonly string[], system: System): Called {
  const variables: (readonly [string, string])[] = []
  let source: string | null = null
  let index = 0
  for (; index < args.length && /^-./.test(args[index] ?? ''); index += 1) {
    const word = args[index] ?? ''
    if (word === '--') {
      index += 1
      break
    }
    const letter = word[1] ?? ''
    const takesNext = word.length === 2 && 'Fvf'.includes(letter)
    if (takesNext) index += 1
    const given = takesNext ? (args[index] ?? '') : word.slice(2)
    if (letter === 'F') variables.push(['FS', given === 't' ? '\t' : unescapeText(given).text])
    else if (letter === 'v') variables.push(assignment(given))
    else if (letter === 'f') {
      const text = readText(system, given)
      source = `${source ?? ''}${text.ok ? text.text : ''}\n`
    }
  }
  const rest = args.slice(index)
  return source === null
    ? { source: rest[0] ?? null, variables, files: rest.slice(1) }
    : { source, variables, files: rest }
}

const builtin: readonly (readonly [string, Value])[] = [
  ['FS', ' '],
  ['OFS', ' '],
  ['ORS', '\n'],
  ['SUBSEP', '\u001c'],
  ['NR', 0],
  ['FNR', 0],
]

function finish(ran: Ran, system: System): Ran {
  const ended = runOn({ ...ran.state, ended: null }, system, '', (machine) => runRules(machine, 'END'))
  return { ...ended, output: (ran.output ?? '') + (ended.output ?? ''), error: (ran.error ?? '') + (ended.error ?? '') }
}

/** awk: patterns and actions on records and fields. */
export const awk: Program = defineFilter<AwkState>('awk', {
  start(args, { name, system }) {
    const { source, variables, files } = readCall(args, system)
    if (source === null)
      return { ok: false, status: 2, error: `usage: ${name} [-F fs][-v var=value][prog | -f progfile][file ...]\n` }
    const program = parseAwk(source)
    if (typeof program === 'string') return { ok: false, status: 2, error: `${name}: line 1: ${program}\n` }
    const environment = Object.entries(system.process.environment).map(([key, text]): [string, Value] => [
      key,
      { input: text },
    ])
    const state: AwkState = {
      program,
      values: [...builtin, ...variables.map(([key, text]): [string, Value] => [key, { input: text }])],
      arrays: [['ENVIRON', environment]],
      ranges: [],
      opened: [],
      file: '',
      name,
      ended: null,
    }
    const begun = runOn(state, system, '', (machine) => runRules(machine, 'BEGIN'))
    const reads = program.rules.some(({ pattern }) => pattern.on !== 'BEGIN')
    if (begun.stop !== undefined || !reads)
      return { ok: false, status: begun.stop ?? 0, output: begun.output ?? '', error: begun.error ?? '' }
    const operands = files.filter((word) => !/^[A-Za-z_]\w*=/.test(word))
    return { ok: true, state: begun.state, files: operands, output: begun.output ?? '', error: begun.error ?? '' }
  },
  line(state, line, file, system) {
    const ran = runOn(state, system, line.replace(/\n$/, ''), (machine) => {
      machine.values.set('NR', toNumber(machine.values.get('NR') ?? 0) + 1)
      machine.values.set('FNR', state.file === file ? toNumber(machine.values.get('FNR') ?? 0) + 1 : 1)
      machine.values.set('FILENAME', file === '-' ? '' : file)
      runRecord(machine)
      machine.values.set(lastRecord, machine.record)
    })
    const next = { ...ran, state: { ...ran.state, file } }
    if (ran.stop === undefined || ran.stop === 2) return next
    return { ...finish(next, system), stop: ran.stop }
  },
  end(state, failed, system) {
    const record = state.values.find(([name]) => name === lastRecord)?.[1]
    const ended = runOn(state, system, typeof record === 'string' ? record : '', (machine) => runRules(machine, 'END'))
    return { output: ended.output ?? '', error: ended.error ?? '', status: ended.stop ?? (failed ? 2 : 0) }
  },
})

/** Where the last record waits for END. */
const lastRecord = ' record'
