import type { FileStat } from '@/engine/files/view'
import type { Outcome, Program, System } from '@/engine/kernel/program'
import { fileErrorText } from '../file-error'
import { compilePattern, matchesPattern } from '../language/pattern'
import { formatVisit } from './find-format'
import { type Visit, walk } from './tree-tools'

/** What one test or action of find says of a file; actions print or queue commands. */
type Test = (visit: Visit, stat: FileStat) => boolean

interface Plan {
  readonly output: string[]
  readonly commands: (readonly string[])[]
  readonly removed: string[]
  readonly system: System
}

interface Reader {
  readonly words: readonly string[]
  index: number
  /** Whether an action was named, so that names are not printed by themselves. */
  acts: boolean
  depthMax: number
  depthMin: number
}

class FindFault extends Error {}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1) || name
}

function take(reader: Reader, option: string): string {
  const word = reader.words[reader.index]
  if (word === undefined) throw new FindFault(`missing argument to \`${option}'`)
  reader.index += 1
  return word
}

/** `+3`, `-3`, `3` against a number. */
function compares(asked: string, actual: number): boolean {
  const number = Number.parseInt(asked.replace(/^[-+]/, ''), 10)
  return asked.startsWith('+') ? actual > number : asked.startsWith('-') ? actual < number : actual === number
}

const units: Readonly<Record<string, number>> = { c: 1, w: 2, b: 512, k: 1024, M: 1_048_576, G: 1_073_741_824 }

function sizeTest(asked: string): Test {
  const unit = units[asked.at(-1) ?? ''] ?? 512
  return (_, stat) => compares(asked, Math.ceil(stat.size / unit))
}

function nameTest(glob: string, ignoreCase: boolean, of: (visit: Visit) => string): Test {
  const pattern = compilePattern([{ text: ignoreCase ? glob.toLowerCase() : glob, quoted: false }])
  return (visit) => matchesPattern(pattern, ignoreCase ? of(visit).toLowerCase() : of(visit))
}

function typeTest(letters: string): Test {
  return (_, stat) =>
    letters
      .split(',')
      .some((letter) => (letter === 'l' ? 'symlink' : stat.type[0] === letter ? stat.type : '') === stat.type)
}

function commandTest(reader: Reader, plan: Plan): Test {
  const words: string[] = []
  for (let word = take(reader, '-exec'); word !== ';' && word !== '+'; word = take(reader, '-exec')) words.push(word)
  const isAll = reader.words[reader.index - 1] === '+'
  return ({ name }) => {
    const last = plan.commands.at(-1)
    if (isAll && last !== undefined) plan.commands[plan.commands.length - 1] = [...last, name]
    else plan.commands.push(words.map((word) => word.replaceAll('{}', name)))
    return true
  }
}

function readPrimary(reader: Reader, plan: Plan): Test {
  const word = reader.words[reader.index] ?? ''
  reader.index += 1
  switch (word) {
    case '!':
    case '-not': {
      const inner = readPrimary(reader, plan)
      return (visit, stat) => !inner(visit, stat)
    }
    case '(': {
      const inner = readOr(reader, plan)
      if (take(reader, '(') !== ')')
        throw new FindFault("invalid expression; expected to find a ')' but didn't see one.")
      return inner
    }
    case '-name':
    case '-iname':
      return nameTest(take(reader, word), word === '-iname', (visit) => baseOf(visit.name))
    case '-path':
    case '-wholename':
      return nameTest(take(reader, word), false, (visit) => visit.name)
    case '-type':
      return typeTest(take(reader, word))
    case '-size':
      return sizeTest(take(reader, word))
    case '-empty':
      return (visit, stat) => {
        const names = stat.type === 'directory' ? plan.system.files.list(visit.path) : null
        return names === null ? stat.type === 'file' && stat.size === 0 : names.ok && names.value.length === 0
      }
    case '-mtime':
    case '-mmin': {
      const asked = take(reader, word)
      const unit = word === '-mtime' ? 86_400_000 : 60_000
      return (_, stat) => compares(asked, Math.floor((plan.system.readClock() - stat.modifiedAt) / unit))
    }
    case '-newer': {
      const name = take(reader, word)
      const other = plan.system.files.stat(plan.system.path(name))
      if (!other.ok) throw new FindFault(`'${name}': ${fileErrorText(other.error)}`)
      const { modifiedAt } = other.value
      return (_, stat) => stat.modifiedAt > modifiedAt
    }
    case '-user': {
      const user = take(reader, word)
      return (_, stat) => stat.owner === user
    }
    case '-perm': {
      const mode = Number.parseInt(take(reader, word).replace(/^[-/]/, ''), 8)
      return (_, stat) => (stat.mode & 0o7777) === mode
    }
    case '-maxdepth':
      reader.depthMax = Number(take(reader, word))
      return () => true
    case '-mindepth':
      reader.depthMin = Number(take(reader, word))
      return () => true
    case '-print':
    case '-print0':
      reader.acts = true
      return ({ name }) => plan.output.push(`${name}${word === '-print' ? '\n' : '\u0000'}`) > 0
    case '-printf': {
      reader.acts = true
      const format = take(reader, word)
      return (visit, stat) => plan.output.push(formatVisit(format, visit, stat)) > 0
    }
    case '-delete':
      reader.acts = true
      return ({ path }) => plan.removed.push(path) > 0
    case '-exec':
      reader.acts = true
      return commandTest(reader, plan)
    default:
      throw new FindFault(
        word.startsWith('-') ? `unknown predicate \`${word}'` : `paths must precede expression: \`${word}'`,
      )
  }
}

function readAnd(reader: Reader, plan: Plan): Test {
  let left = readPrimary(reader, plan)
  for (;;) {
    const word = reader.words[reader.index]
    if (word === undefined || word === '-o' || word === '-or' || word === ')') return left
    if (word === '-a' || word === '-and') reader.index += 1
    const [first, second] = [left, readPrimary(reader, plan)]
    left = (visit, stat) => first(visit, stat) && second(visit, stat)
  }
}

function readOr(reader: Reader, plan: Plan): Test {
  let left = readAnd(reader, plan)
  while (reader.words[reader.index] === '-o' || reader.words[reader.index] === '-or') {
    reader.index += 1
    const [first, second] = [left, readAnd(reader, plan)]
    left = (visit, stat) => first(visit, stat) || second(visit, stat)
  }
  return left
}

type FindMemory = {
  readonly argv: readonly string[]
  readonly queue: readonly (readonly string[])[] | null
  readonly child: number | null
  readonly status: number
}

/** Goes through the trees; says what to print, which commands to run and with which status to end. */
function search(system: System, args: readonly string[]): { readonly plan: Plan; readonly error: string } {
  const isBusybox = system.process.flavour === 'busybox'
  const first = args.findIndex((word) => /^(?:-|!|\()/.test(word))
  const given = first < 0 ? args : args.slice(0, first)
  const plan: Plan = { output: [], commands: [], removed: [], system }
  const reader: Reader = { words: first < 0 ? [] : args.slice(first), index: 0, acts: false, depthMax: 40, depthMin: 0 }
  const test: Test = reader.words.length === 0 ? () => true : readOr(reader, plan)
  let error = ''
  for (const start of given.length === 0 ? ['.'] : given) {
    if (!system.files.stat(system.path(start), { followLast: false }).ok) {
      error += isBusybox
        ? `find: ${start}: No such file or directory\n`
        : `find: '${start}': No such file or directory\n`
      continue
    }
    const visits: Visit[] = []
    walk(system, start, 0, visits)
    for (const visit of visits) {
      const stat = system.files.stat(visit.path, { followLast: false })
      if (!stat.ok || visit.depth > reader.depthMax || visit.depth < reader.depthMin) continue
      if (test(visit, stat.value) && !reader.acts) plan.output.push(`${visit.name}\n`)
    }
  }
  for (const path of plan.removed.toReversed()) system.files.remove(path)
  return { plan, error }
}

function begin(memory: FindMemory, system: System): Outcome {
  try {
    const { plan, error } = search(system, memory.argv.slice(1))
    if (error !== '') system.write(2, error)
    system.write(1, plan.output.join(''))
    return {
      kind: 'wait',
      memory: { ...memory, queue: plan.commands, status: error === '' ? 0 : 1 },
      wait: { on: 'ready' },
    }
  } catch (fault) {
    if (!(fault instanceof FindFault)) throw fault
    system.write(2, `find: ${fault.message}\n`)
    return { kind: 'exit', status: 1 }
  }
}

/** find: tests joined by -a, -o and !, and the actions -print, -delete and -exec. */
export const find: Program = {
  name: 'find',
  begin: (argv): FindMemory => ({ argv, queue: null, child: null, status: 0 }),
  step(memory: FindMemory, system: System): Outcome {
    if (memory.queue === null) return begin(memory, system)
    if (memory.child !== null) {
      const ended = system.waitChild(memory.child)
      if (ended === null) return { kind: 'wait', memory, wait: { on: 'child', pid: memory.child } }
    }
    const [next, ...queue] = memory.queue
    if (next === undefined) return { kind: 'exit', status: memory.status }
    const { environment, descriptors } = system.process
    const spawned = system.spawn({ argv: next, environment, descriptors })
    if (!spawned.ok) system.write(2, `find: '${next[0] ?? ''}': No such file or directory\n`)
    const child = spawned.ok ? spawned.pid : null
    return { kind: 'wait', memory: { ...memory, queue, child }, wait: { on: 'ready' } }
  },
}
