import { malformed, type Parsed, parsed } from '../../specs/parsed'
import { heredocText, readHeredocStart } from './heredoc'
import type { CommandForm, InlineFile, Instruction, Pair } from './instruction'
import { type FlagKind, type InstructionFlags, instructionFlag, readInstructionFlags } from './instruction-flags'
import { INSTRUCTION_NAMES } from './line-arguments'
import type { DockerfileLine } from './parse-dockerfile'
import { readHealth } from './read-healthcheck'
import { suggestion } from './suggest'

/** The frontend of an engine: 20.10's knows no here-documents, no --link, no --start-interval and suggests nothing. */
export type Frontend = '20.10' | 'today'

const NO_FLAGS: Readonly<Record<string, FlagKind>> = {}

const FLAGS: Readonly<Record<Frontend, Readonly<Record<string, Readonly<Record<string, FlagKind>>>>>> = {
  '20.10': {
    add: { chown: 'text', chmod: 'text' },
    copy: { chown: 'text', from: 'text', chmod: 'text' },
    healthcheck: { interval: 'text', timeout: 'text', 'start-period': 'text', retries: 'text' },
    run: { mount: 'list', network: 'text', security: 'text' },
  },
  today: {
    add: {
      chown: 'text',
      chmod: 'text',
      link: 'bool',
      'keep-git-dir': 'bool',
      checksum: 'text',
      unpack: 'bool',
      exclude: 'list',
    },
    copy: { chown: 'text', from: 'text', chmod: 'text', link: 'bool', parents: 'bool', exclude: 'list' },
    healthcheck: {
      interval: 'text',
      timeout: 'text',
      'start-period': 'text',
      'start-interval': 'text',
      retries: 'text',
    },
    run: { mount: 'list', network: 'text', security: 'text', device: 'list' },
  },
}

/** Understands one line of a Dockerfile (FROM is read with its stage), or says what BuildKit says of it. */
export function readInstruction(line: DockerfileLine, frontend: Frontend): Parsed<Instruction> {
  const name = line.name.toLowerCase()
  if (!INSTRUCTION_NAMES.includes(name)) return malformed(unknownInstruction(line.name, frontend))
  const early = countFault(name, line)
  if (early !== null) return malformed(early)
  const flags = readInstructionFlags(line.flags, FLAGS[frontend][name] ?? NO_FLAGS, frontend === 'today')
  if (!flags.ok) return flags
  const late = emptyFault(name, line)
  return late === null ? interpret(name, line, flags.value) : malformed(late)
}

function unknownInstruction(name: string, frontend: Frontend): string {
  if (frontend === '20.10') return `unknown instruction: ${name.toUpperCase()}`
  return `unknown instruction: ${name}${suggestion(name, INSTRUCTION_NAMES)}`
}

/** A wrong number of arguments, where that is looked at before the flags. */
function countFault(name: string, { args, trigger }: DockerfileLine): string | null {
  const upper = name.toUpperCase()
  switch (name) {
    case 'maintainer':
    case 'workdir':
    case 'user':
    case 'stopsignal':
      return args.length === 1 ? null : `${upper} requires exactly one argument`
    case 'add':
    case 'copy':
      return args.length >= 2
        ? null
        : `${upper} requires at least two arguments, but only one was provided. Destination could not be determined`
    case 'healthcheck':
    case 'expose':
    case 'volume':
    case 'arg':
      return args.length > 0 ? null : `${upper} requires at least one argument`
    case 'onbuild':
      return trigger === null ? 'ONBUILD requires at least one argument' : null
    default:
      return null
  }
}

function emptyFault(name: string, { args, json }: DockerfileLine): string | null {
  const upper = name.toUpperCase()
  if ((name === 'env' || name === 'label') && args.length === 0) return `${upper} requires at least one argument`
  if (name === 'shell' && !json)
    return args.length === 0
      ? 'SHELL requires at least one argument'
      : 'SHELL requires the arguments to be in JSON form'
  if (name === 'shell' && args.length === 0) return 'SHELL requires at least one argument'
  return null
}

function interpret(name: string, line: DockerfileLine, flags: InstructionFlags): Parsed<Instruction> {
  const { args, json, start } = line
  const written = { original: line.original.trim(), line: start }
  const [first = ''] = args
  const command: CommandForm = { words: args, isShell: !json }
  switch (name) {
    case 'env':
    case 'label': {
      const pairs = pairsOf(args)
      if (pairs.some((pair) => pair.key === '')) return malformed(`${name.toUpperCase()} names can not be blank`)
      return parsed({ ...written, kind: name, pairs })
    }
    case 'arg':
      return readArg(line, written)
    case 'maintainer':
      return parsed({ ...written, kind: 'maintainer', name: first })
    case 'run':
      return parsed({
        ...written,
        kind: 'run',
        command,
        heredocs: line.heredocs,
        mounts: flags.mount ?? [],
        network: instructionFlag(flags, 'network'),
      })
    case 'cmd':
    case 'entrypoint':
      return parsed({ ...written, kind: name, command })
    case 'add':
    case 'copy':
      return readCopy(name, line, flags)
    case 'workdir':
      return parsed({ ...written, kind: 'workdir', path: first })
    case 'user':
      return parsed({ ...written, kind: 'user', user: first })
    case 'expose':
      return parsed({ ...written, kind: 'expose', ports: args.toSorted() })
    case 'volume':
      return readVolume(args, written)
    case 'stopsignal':
      return parsed({ ...written, kind: 'stopsignal', signal: first })
    case 'healthcheck': {
      const health = readHealth(args, json, flags)
      return health.ok ? parsed({ ...written, kind: 'healthcheck', health: health.value }) : health
    }
    case 'shell':
      return parsed({ ...written, kind: 'shell', words: args })
    default:
      return readOnbuild(line, written)
  }
}

function pairsOf(args: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  for (let index = 0; index < args.length; index += 3)
    pairs.push({ key: args[index] ?? '', value: args[index + 1] ?? '' })
  return pairs
}

type Written = { readonly original: string; readonly line: number }

function readArg({ args }: DockerfileLine, written: Written): Parsed<Instruction> {
  const variables = args.map((arg) => {
    const equals = arg.indexOf('=')
    return equals === -1 ? { name: arg, value: null } : { name: arg.slice(0, equals), value: arg.slice(equals + 1) }
  })
  if (variables.some((variable) => variable.name === '')) return malformed('ARG names can not be blank')
  return parsed({ ...written, kind: 'arg', variables })
}

function readVolume(args: readonly string[], written: Written): Parsed<Instruction> {
  const paths = args.map((path) => path.trim())
  if (paths.includes('')) return malformed('VOLUME specified can not be an empty string')
  return parsed({ ...written, kind: 'volume', paths })
}

function readCopy(kind: 'copy' | 'add', line: DockerfileLine, flags: InstructionFlags): Parsed<Instruction> {
  const destination = line.args.at(-1) ?? ''
  if (readHeredocStart(destination) !== null && line.heredocs.length > 0)
    return malformed(`${kind.toUpperCase()} cannot accept a heredoc as a destination`)
  const sources: string[] = []
  const inline: InlineFile[] = []
  for (const word of line.args.slice(0, -1)) {
    const name = readHeredocStart(word)?.name
    const heredoc = line.heredocs.find((one) => one.name === name)
    if (heredoc === undefined) sources.push(word)
    else inline.push({ name: heredoc.name, text: heredocText(heredoc), expand: heredoc.expand })
  }
  return parsed({
    original: line.original.trim(),
    line: line.start,
    kind,
    sources,
    inline,
    destination,
    from: instructionFlag(flags, 'from'),
    chown: instructionFlag(flags, 'chown'),
    chmod: instructionFlag(flags, 'chmod'),
    link: instructionFlag(flags, 'link') === 'true',
  })
}

function readOnbuild(line: DockerfileLine, written: Written): Parsed<Instruction> {
  const trigger = line.trigger?.name.toUpperCase() ?? ''
  if (trigger === 'ONBUILD') return malformed("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed")
  if (trigger === 'MAINTAINER' || trigger === 'FROM') return malformed(`${trigger} isn't allowed as an ONBUILD trigger`)
  const expression = line.original.trim().replace(/^ONBUILD\s*/i, '')
  const heredocs = line.heredocs.map((heredoc) => `\n${heredoc.content}${heredoc.name}`)
  return parsed({ ...written, kind: 'onbuild', expression: expression + heredocs.join('') })
}
