import { emptyList, listItems, listLength } from '@/engine/append-list'
import { launch } from '../language/launch'
import { mergeDescriptors } from '../language/redirect'
import type { Run } from '../language/run'
import type { Builtin, BuiltinResult } from './builtin'
import { done, failed } from './builtin'
import { shellPrefix } from './prefix'

const keywords = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'do',
  'done',
  'case',
  'esac',
  'while',
  'until',
  'for',
  '{',
  '}',
  '!',
  'in',
])

/** What a name means to this shell. `isBuiltin` is given by the registry. */
function meaning(run: Run, name: string, isBuiltin: boolean): { readonly kind: string; readonly path: string } | null {
  if (run.options.interactive && Object.hasOwn(run.aliases, name))
    return { kind: 'alias', path: run.aliases[name] ?? '' }
  if (keywords.has(name)) return { kind: 'keyword', path: name }
  if (Object.hasOwn(run.functions, name)) return { kind: 'function', path: name }
  if (isBuiltin) return { kind: 'builtin', path: name }
  const found = run.system.lookUp(name, run.variables.PATH?.value ?? '')
  return found.ok ? { kind: 'file', path: found.path } : null
}

function describe(run: Run, name: string, found: { readonly kind: string; readonly path: string }): string {
  switch (found.kind) {
    case 'alias':
      return run.dialect === 'bash'
        ? `${name} is aliased to \`${found.path}'\n`
        : `${name} is an alias for ${found.path}\n`
    case 'keyword':
      return `${name} is a shell keyword\n`
    case 'function':
      return run.dialect === 'dash' ? `${name} is a shell function\n` : `${name} is a function\n`
    case 'builtin':
      return `${name} is a shell builtin\n`
    default:
      return `${name} is ${found.path}\n`
  }
}

type IsBuiltin = (name: string) => boolean

/** `type`: how each name would be run. */
export function typeOf(isBuiltin: IsBuiltin): Builtin {
  return (run, args) => {
    const short = args.includes('-t') || args.includes('-p')
    let output = ''
    let error = ''
    let isMissing = false
    for (const name of args.filter((word) => !word.startsWith('-'))) {
      const found = meaning(run, name, isBuiltin(name))
      if (found === null) {
        isMissing = true
        if (run.dialect === 'bash') error += short ? '' : `${shellPrefix(run, 'type')}${name}: not found\n`
        else output += `${name}: not found\n`
      } else if (args.includes('-t')) output += `${found.kind}\n`
      else if (args.includes('-p')) output += found.kind === 'file' ? `${found.path}\n` : ''
      else output += describe(run, name, found)
    }
    return {
      status: isMissing ? (run.dialect === 'bash' ? 1 : 127) : 0,
      output,
      error,
    }
  }
}

/** `command`: runs a program or builtin past functions; -v tells what it is. */
export function command(find: (name: string) => Builtin | null): Builtin {
  return (run, args): BuiltinResult => {
    const isQuestion = args[0] === '-v' || args[0] === '-V'
    const [name, ...rest] = args.filter((word, index) => !(index === 0 && /^-[vVp]$/.test(word)))
    if (name === undefined) return done
    if (isQuestion) {
      const found = meaning(run, name, find(name) !== null)
      if (found === null)
        return args[0] === '-V'
          ? failed(`${shellPrefix(run, 'command')}${name}: not found`)
          : { status: run.dialect === 'bash' ? 1 : 127 }
      if (args[0] === '-V') return { status: 0, output: describe(run, name, found) }
      return { status: 0, output: `${found.kind === 'alias' ? `alias ${name}='${found.path}'` : found.path}\n` }
    }
    const builtin = find(name)
    if (builtin !== null) return builtin(run, rest, name)
    const before = run.frames.length
    const outcome = launch(run, [name, ...rest], {}, mergeDescriptors(run, {}), {})
    if (outcome !== null) return { outcome }
    return run.frames.length > before ? done : { status: run.status }
  }
}

/** `builtin NAME`: past functions and programs. */
export function builtinCommand(find: (name: string) => Builtin | null): Builtin {
  return (run, [name = '', ...rest]) => {
    const builtin = find(name)
    return builtin === null
      ? failed(`${shellPrefix(run, 'builtin')}${name}: not a shell builtin`)
      : builtin(run, rest, name)
  }
}

function aliasLine(run: Run, name: string): string {
  return `${run.dialect === 'bash' ? 'alias ' : ''}${name}='${run.aliases[name] ?? ''}'\n`
}

export const alias: Builtin = (run, args) => {
  const words = args.filter((word) => word !== '-p')
  if (words.length === 0)
    return {
      status: 0,
      output: Object.keys(run.aliases)
        .toSorted()
        .map((name) => aliasLine(run, name))
        .join(''),
    }
  let output = ''
  let error = ''
  for (const word of words) {
    const at = word.indexOf('=')
    if (at > 0) run.aliases = { ...run.aliases, [word.slice(0, at)]: word.slice(at + 1) }
    else if (Object.hasOwn(run.aliases, word)) output += aliasLine(run, word)
    else error += `${shellPrefix(run, 'alias')}${word}${run.dialect === 'bash' ? ':' : ''} not found\n`
  }
  return { status: error === '' ? 0 : 1, output, error }
}

export const unalias: Builtin = (run, args) => {
  if (args[0] === '-a') {
    run.aliases = {}
    return done
  }
  const unknown = args.filter((name) => !Object.hasOwn(run.aliases, name))
  run.aliases = Object.fromEntries(Object.entries(run.aliases).filter(([name]) => !args.includes(name)))
  return unknown.length === 0
    ? done
    : failed(unknown.map((name) => `${shellPrefix(run, 'unalias')}${name}: not found`).join('\n'))
}

export const history: Builtin = (run, args) => {
  if (args[0] === '-c') {
    run.history = emptyList()
    return done
  }
  const first = args[0] === undefined ? 0 : Math.max(0, listLength(run.history) - Number(args[0]))
  const lines = listItems(run.history).map((line, index) => `${String(index + 1).padStart(5)}  ${line}\n`)
  return { status: 0, output: lines.slice(Number.isNaN(first) ? 0 : first).join('') }
}

export const umask: Builtin = () => ({ status: 0, output: '0022\n' })
