import type { Program, System } from '@/engine/kernel/program'
import { dial, hangUpConnection, listenAt, openConnections } from '../connection'
import { resolveHost } from '../network'
import { defineProgram, type Result, type Turn } from './define'

type NcMemory = {
  readonly argv: readonly string[]
  readonly stage: 'start' | 'listening' | 'connected'
  readonly descriptor: number
  readonly hasInput: boolean
}

interface NcOptions {
  readonly isListening: boolean
  readonly onlyLooks: boolean
  readonly isVerbose: boolean
  readonly keeps: boolean
  readonly timeoutMs: number | null
  readonly host: string
  readonly port: number
}

function readOptions(args: readonly string[]): NcOptions {
  const letters = new Set<string>()
  const operands: string[] = []
  let port = 0
  let seconds: number | null = null
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (!word.startsWith('-')) operands.push(word)
    for (const letter of word.startsWith('-') ? word.slice(1) : '') {
      letters.add(letter)
      if (letter !== 'p' && letter !== 'w' && letter !== 'q') continue
      index += 1
      if (letter === 'p') port = Number(args[index]) || 0
      if (letter === 'w') seconds = Number(args[index]) || null
    }
  }
  const isListening = letters.has('l')
  return {
    isListening,
    onlyLooks: letters.has('z'),
    isVerbose: letters.has('v'),
    keeps: letters.has('k'),
    timeoutMs: seconds === null ? null : seconds * 1000,
    host: isListening ? '' : (operands[0] ?? ''),
    port: port > 0 ? port : Number(operands.at(-1)) || 0,
  }
}

/** How often it looks at the connection while more input may come from a pipe. */
const pollMs = 50

const services: Readonly<Record<number, string>> = {
  22: 'ssh',
  80: 'http',
  443: 'https',
  5432: 'postgresql',
  6379: 'redis',
}

function opened(options: NcOptions, address: string, isBusybox: boolean): string {
  if (!options.isVerbose) return ''
  if (isBusybox) return `${options.host} (${address}:${options.port}) open\n`
  const where = options.host === address ? address : `${options.host} (${address})`
  return `Connection to ${where} ${options.port} port [tcp/${services[options.port] ?? '*'}] succeeded!\n`
}

function refused(options: NcOptions, address: string, why: string, isBusybox: boolean): Result {
  if (isBusybox)
    return {
      status: 1,
      error:
        options.isVerbose || !options.onlyLooks ? `nc: ${options.host} (${address}:${options.port}): ${why}\n` : '',
    }
  const where = options.host === address ? address : `${options.host} (${address})`
  return {
    status: 1,
    error: options.isVerbose ? `nc: connect to ${where} port ${options.port} (tcp) failed: ${why}\n` : '',
  }
}

function connect(memory: NcMemory, options: NcOptions, system: System): Turn<NcMemory> {
  const isBusybox = system.process.flavour === 'busybox'
  const address = resolveHost(system, options.host)?.address
  if (address === undefined)
    return {
      status: 1,
      error: isBusybox
        ? `nc: bad address '${options.host}'\n`
        : `nc: getaddrinfo for host "${options.host}" port ${options.port}: Name or service not known\n`,
    }
  const dialled = dial(system, options.host, options.port)
  if (dialled.kind === 'unreachable')
    return refused(options, address, isBusybox ? 'No route to host' : 'Connection timed out', isBusybox)
  if (dialled.kind === 'internet')
    return options.onlyLooks ? { status: 0, error: opened(options, address, isBusybox) } : { status: 0 }
  if (dialled.kind === 'refused' || dialled.kind === 'unknown-host')
    return refused(options, address, 'Connection refused', isBusybox)
  const error = opened(options, address, isBusybox)
  if (dialled.kind === 'reset') return { status: 0, error }
  if (options.onlyLooks) {
    hangUpConnection(system, dialled.descriptor)
    return { status: 0, error }
  }
  return { memory: { ...memory, stage: 'connected', descriptor: dialled.descriptor }, wait: { on: 'ready' }, error }
}

function listen(memory: NcMemory, options: NcOptions, system: System): Turn<NcMemory> {
  if (options.port === 0) return { status: 1, error: 'nc: missing port number\n' }
  if (!listenAt(system, options.port))
    return {
      status: 1,
      error: system.process.flavour === 'busybox' ? 'nc: bind: Address in use\n' : 'nc: Address already in use\n',
    }
  const error = options.isVerbose ? `Listening on 0.0.0.0 ${options.port}\n` : ''
  return { memory: { ...memory, stage: 'listening' }, wait: { on: 'signal' }, error }
}

/** Sends what is typed or piped in, shows what arrives; it ends when the other side hangs up. */
function talk(memory: NcMemory, options: NcOptions, system: System): Turn<NcMemory> {
  const arrived = system.read(memory.descriptor)
  if (arrived.kind === 'data')
    return { memory, wait: { on: 'read', descriptor: memory.descriptor }, output: arrived.text }
  if (arrived.kind !== 'block') {
    hangUpConnection(system, memory.descriptor)
    return options.keeps ? { memory: { ...memory, stage: 'listening' }, wait: { on: 'signal' } } : { status: 0 }
  }
  const typed = memory.hasInput ? system.read(0) : null
  if (typed?.kind === 'data') {
    system.write(memory.descriptor + 1, typed.text)
    return { memory, wait: { on: 'ready' } }
  }
  if (typed !== null && typed.kind !== 'block') system.setDescriptor(memory.descriptor + 1, null)
  const hasInput = typed?.kind === 'block'
  const next = { ...memory, hasInput }
  if (!hasInput || options.isListening) return { memory: next, wait: { on: 'read', descriptor: memory.descriptor } }
  if (system.isTerminal(0)) return { memory: next, wait: { on: 'read', descriptor: 0 } }
  return { memory: next, wait: { on: 'read', descriptor: 0, until: system.now() + pollMs } }
}

/** nc (netcat): listens, connects, or only looks whether a port is open. */
export const nc: Program = defineProgram<NcMemory>('nc', {
  begin: (argv) => ({ argv, stage: 'start', descriptor: 0, hasInput: true }),
  turn(memory, system): Turn<NcMemory> {
    const options = readOptions(memory.argv.slice(1))
    if (memory.stage === 'connected') return talk(memory, options, system)
    if (memory.stage === 'start')
      return options.isListening ? listen(memory, options, system) : connect(memory, options, system)
    const [descriptor] = openConnections(system.process)
    if (descriptor === undefined) return { memory, wait: { on: 'signal' } }
    return { memory: { ...memory, stage: 'connected', descriptor, hasInput: true }, wait: { on: 'ready' } }
  },
})
