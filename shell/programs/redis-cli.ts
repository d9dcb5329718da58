import type { Program, System } from '@/engine/kernel/program'
import { dial } from '../connection'
import { defineProgram, type Turn } from './define'

type CliMemory = {
  readonly argv: readonly string[]
  readonly descriptor: number | null
  readonly received: string
  readonly isTold: boolean
}

interface CliOptions {
  readonly host: string
  readonly port: number
  readonly words: readonly string[]
}

function readOptions(args: readonly string[]): CliOptions {
  let host = '127.0.0.1'
  let port = 6379
  let index = 0
  for (; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (!word.startsWith('-') || word.length === 1) break
    if (!['-h', '-p', '-n', '-a', '-u'].includes(word)) continue
    index += 1
    if (word === '-h') host = args[index] ?? host
    if (word === '-p') port = Number(args[index]) || port
  }
  return { host, port, words: args.slice(index) }
}

/** Words of a typed line, with double or single quotes. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)].map(([whole, double, single]) => double ?? single ?? whole)
}

function connect(memory: CliMemory, { host, port, words }: CliOptions, system: System): Turn<CliMemory> {
  const dialled = dial(system, host, port)
  if (dialled.kind !== 'open') {
    const why = dialled.kind === 'unknown-host' ? 'Name or service not known' : 'Connection refused'
    return { status: 1, error: `Could not connect to Redis at ${host}:${port}: ${why}\n` }
  }
  const next = { ...memory, descriptor: dialled.descriptor }
  if (words.length > 0) return send(next, words, dialled.descriptor, system)
  return { memory: next, wait: { on: 'read', descriptor: 0 }, output: prompt(host, port, system) }
}

function prompt(host: string, port: number, system: System): string {
  return system.isTerminal(0) ? `${host}:${port}> ` : ''
}

function send(memory: CliMemory, words: readonly string[], descriptor: number, system: System): Turn<CliMemory> {
  system.write(descriptor + 1, `${JSON.stringify(words)}\n`)
  return { memory: { ...memory, isTold: true }, wait: { on: 'read', descriptor } }
}

/** A line typed or piped in: sent, or a word of the client itself. */
function readLine(memory: CliMemory, { host, port }: CliOptions, descriptor: number, system: System): Turn<CliMemory> {
  const read = system.read(0)
  if (read.kind === 'block') return { memory, wait: { on: 'read', descriptor: 0 } }
  const text = memory.received + (read.kind === 'data' ? read.text : '')
  const end = text.indexOf('\n')
  if (end < 0 && read.kind === 'data')
    return { memory: { ...memory, received: text }, wait: { on: 'read', descriptor: 0 } }
  const line = end < 0 ? text : text.slice(0, end)
  const rest = end < 0 ? '' : text.slice(end + 1)
  if (line === '' && end < 0) return { status: 0 }
  const words = wordsOf(line)
  const [first = ''] = words
  if (/^(?:exit|quit)$/i.test(first)) return { status: 0 }
  const next = { ...memory, received: rest }
  if (first === '')
    return {
      memory: next,
      wait: { on: rest === '' ? 'read' : 'ready', descriptor: 0 },
      output: prompt(host, port, system),
    }
  return send(next, words, descriptor, system)
}

/** An answer as it is shown: in a pipe redis-cli leaves types and quotes out. */
function shown(text: string, isTerminal: boolean): string {
  if (isTerminal) return text
  return text
    .split('\n')
    .map((line) => {
      const plain = line
        .replace(/^\d+\) /, '')
        .replace(/^\(integer\) /, '')
        .replace(/^\(error\) /, '')
      if (plain === '(nil)' || plain === '(empty array)') return ''
      return plain.startsWith('"') ? unquoted(plain) : plain
    })
    .join('\n')
}

function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : text
  } catch {
    return text
  }
}

function readAnswer(memory: CliMemory, options: CliOptions, descriptor: number, system: System): Turn<CliMemory> {
  const read = system.read(descriptor)
  if (read.kind === 'block') return { memory, wait: { on: 'read', descriptor } }
  if (read.kind !== 'data') return { status: 1, error: 'Error: Server closed the connection\n' }
  const output = `${shown(unquoted(read.text.trimEnd()), system.isTerminal(1))}\n`
  if (options.words.length > 0) return { status: 0, output }
  const wait = memory.received.includes('\n') ? ({ on: 'ready' } as const) : ({ on: 'read', descriptor: 0 } as const)
  return { memory: { ...memory, isTold: false }, wait, output: output + prompt(options.host, options.port, system) }
}

/** redis-cli: one command, or a prompt. */
export const redisCli: Program = defineProgram<CliMemory>('redis-cli', {
  begin: (argv) => ({ argv, descriptor: null, received: '', isTold: false }),
  turn(memory, system): Turn<CliMemory> {
    const options = readOptions(memory.argv.slice(1))
    if (memory.argv.includes('--version')) return { status: 0, output: 'redis-cli 7.0.15\n' }
    if (memory.descriptor === null) return connect(memory, options, system)
    return memory.isTold
      ? readAnswer(memory, options, memory.descriptor, system)
      : readLine(memory, options, memory.descriptor, system)
  },
})
