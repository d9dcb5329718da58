import type { Program, System } from '@/engine/kernel/program'
import { compileExpression, findMatch } from '../text/regular-expression'
import { defineFilter, readFlags } from './lines'

type GrepState = {
  readonly patterns: readonly string[]
  readonly extended: boolean
  readonly fixed: boolean
  readonly flags: string
  readonly names: boolean
  readonly label: string
  /** Whether any file could be read: without one there is nothing to count. */
  readonly opened: boolean
  readonly count: number
  readonly total: number
  readonly number: number
  readonly limit: number
  readonly after: number
  readonly before: number
  readonly due: number
  readonly earlier: readonly string[]
  readonly lastShown: number
}

type Part = { readonly start: number; readonly end: number }

/** Longest line looked at, and most parts of one line that -o shows. */
const lineMax = 20_000
const partsMax = 500

/** The first matched part from a place on, or null. -w and -x narrow what counts. */
function matchOf(state: GrepState, line: string, from = 0): Part | null {
  let first: Part | null = null
  for (const pattern of state.patterns) {
    const source = state.fixed
      ? pattern.replace(/[\\.*[\]^$+?(){}|]/g, (char) =>
          state.extended || '\\.*[]^$'.includes(char) ? `\\${char}` : char,
        )
      : pattern
    const text = state.flags.includes('x')
      ? state.extended
        ? `^(${source})$`
        : `^\\(${source}\\)$`
      : state.flags.includes('w')
        ? `\\b${source}\\b`
        : source
    const expression = compileExpression(text, { extended: state.extended, ignoreCase: state.flags.includes('i') })
    const match = expression === null ? null : findMatch(expression, line.slice(0, lineMax), from)
    if (match !== null && (first === null || match.start < first.start)) first = match
  }
  return first
}

/** What -o shows of a line: every part that matches, but for empty ones. */
function partsOf(state: GrepState, line: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  while (from <= line.length && parts.length < partsMax) {
    const match = matchOf(state, line, from)
    if (match === null) break
    if (match.end > match.start) parts.push(line.slice(match.start, match.end))
    from = Math.max(match.end, match.start + 1)
  }
  return parts
}

function prefixed(state: GrepState, number: number, text: string, separator: string): string {
  return `${state.names ? `${state.label}${separator}` : ''}${state.flags.includes('n') ? `${number}${separator}` : ''}${text}\n`
}

function ending(state: GrepState): string {
  if (state.flags.includes('L')) return state.count === 0 && state.opened ? `${state.label}\n` : ''
  if (state.flags.includes('l'))
    return state.count > 0 ? `${state.label === '' ? '(standard input)' : state.label}\n` : ''
  return state.flags.includes('c') && state.opened ? `${state.names ? `${state.label}:` : ''}${state.count}\n` : ''
}

function selected(state: GrepState, text: string, number: number, found: Part | null) {
  const next = {
    ...state,
    count: state.count + 1,
    total: state.total + 1,
    number,
    due: state.after,
    earlier: [],
    lastShown: number,
  }
  if (state.flags.includes('q')) return { state: next, stop: 0 }
  const isSilent = /[clL]/.test(state.flags)
  const gap =
    state.lastShown > 0 && number - state.earlier.length > state.lastShown + 1 && (state.after > 0 || state.before > 0)
      ? '--\n'
      : ''
  const before = state.earlier
    .map((line, index) => prefixed(state, number - state.earlier.length + index, line, '-'))
    .join('')
  const shown = !state.flags.includes('o') ? [text] : found === null ? [] : partsOf(state, text)
  const isEnough = state.limit > 0 && next.count >= state.limit
  return {
    state: next,
    output: isSilent ? '' : gap + before + shown.map((each) => prefixed(state, number, each, ':')).join(''),
    ...(isEnough && !isSilent ? { stop: 0 } : {}),
  }
}

const longFlags: Readonly<Record<string, string>> = {
  '--ignore-case': 'i',
  '--invert-match': 'v',
  '--count': 'c',
  '--quiet': 'q',
  '--silent': 'q',
  '--line-number': 'n',
  '--only-matching': 'o',
  '--files-with-matches': 'l',
  '--word-regexp': 'w',
}

const filesMax = 2000

/** The files below a folder, as -r reads them. */
function filesBelow(system: System, name: string, isHere: boolean, depth: number): readonly string[] {
  const path = system.path(name)
  const stat = system.files.stat(path)
  if (!stat.ok || stat.value.type !== 'directory') return [name]
  const names = depth > 20 ? null : system.files.list(path)
  if (names === null || !names.ok) return []
  return names.value
    .flatMap((each) => filesBelow(system, isHere ? each : `${name.replace(/\/+$/, '')}/${each}`, false, depth + 1))
    .slice(0, filesMax)
}

/** --include: only files whose name matches a pattern of stars. */
function isIncluded(files: readonly string[], include: string | undefined): readonly string[] {
  if (include === undefined) return files
  const [head = '', ...rest] = include.replace(/^['"]|['"]$/g, '').split('*')
  const tail = rest.at(-1) ?? ''
  return files.filter((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1)
    return rest.length === 0 ? name === head : name.startsWith(head) && name.endsWith(tail)
  })
}

/** What is wrong with a pattern, or null. */
function faultOf(pattern: string, flags: ReadonlyMap<string, string>): string | null {
  if (flags.has('F')) return null
  const plain = pattern.replace(/\\./g, '')
  if (/\[\^?\]?[^\]]*$/.test(plain.replace(/\[\^?\]?[^\]]*\]/g, ''))) return 'Unmatched [, [^, [:, [., or [='
  const outside = plain.replace(/\[\^?\]?[^\]]*\]/g, '')
  const opened = outside.split('(').length - outside.split(')').length
  return flags.has('E') && opened > 0 ? 'Unmatched ( or \\(' : null
}

function makeGrep(name: string): Program {
  return defineFilter<GrepState>(name, {
    start(args, call) {
      const { flags, operands } = readFlags(args, 'eAmBC')
      const several = args.flatMap((word, index) => (word === '-e' ? [args[index + 1] ?? ''] : []))
      const given = several.length > 1 ? several.join('\n') : (flags.get('e') ?? flags.get('--regexp'))
      const pattern = given ?? operands[0]
      if (pattern === undefined)
        return {
          ok: false,
          status: 2,
          error: call.isBusybox
            ? 'BusyBox v1.35.0 multi-call binary.\n\nUsage: grep [-HhnlLoqvsrRiwFE] [-m N] [-A|B|C N] { PATTERN | -e PATTERN... | -f FILE... } [FILE]...\n'
            : "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n",
        }
      const named = given === undefined ? operands.slice(1) : operands
      const isRecursive = flags.has('r') || flags.has('R') || flags.has('--recursive')
      const found = isRecursive
        ? (named.length === 0 ? ['.'] : named).flatMap((name) => filesBelow(call.system, name, named.length === 0, 0))
        : named
      const files = isIncluded(found, flags.get('--include'))
      if (isRecursive && files.length === 0) return { ok: false, status: 1 }
      const wrong = faultOf(pattern, flags)
      if (wrong !== null) return { ok: false, status: 2, error: `grep: ${wrong}\n` }
      const letters = [...flags.keys()]
        .filter((flag) => flag.length === 1 || flag in longFlags)
        .map((flag) => longFlags[flag] ?? flag)
        .join('')
      const context = Number(flags.get('C') ?? 0)
      const state: GrepState = {
        patterns: (flags.has('P') ? pattern.replace(/\\d/g, '[0-9]') : pattern).split('\n'),
        extended: call.name === 'egrep' || flags.has('E') || flags.has('P'),
        fixed: call.name === 'fgrep' || flags.has('F'),
        flags: letters,
        names: (files.length > 1 || isRecursive || flags.has('H')) && !flags.has('h'),
        label: '',
        opened: false,
        count: 0,
        total: 0,
        number: 0,
        limit: Number(flags.get('m') ?? 0),
        after: Number(flags.get('A') ?? context),
        before: Number(flags.get('B') ?? context),
        due: 0,
        earlier: [],
        lastShown: 0,
      }
      return { ok: true, state, files }
    },
    begin: (state, file) => ({
      state: {
        ...state,
        label: file === '-' ? '' : file,
        opened: true,
        count: 0,
        number: 0,
        due: 0,
        earlier: [],
        lastShown: 0,
      },
      output: state.label === '' ? '' : ending(state),
    }),
    line(state, line) {
      const text = line.replace(/\n$/, '')
      const number = state.number + 1
      const found = matchOf(state, text)
      if ((found !== null) !== state.flags.includes('v')) return selected(state, text, number, found)
      if (state.due > 0)
        return {
          state: { ...state, number, due: state.due - 1, lastShown: number },
          output: prefixed(state, number, text, '-'),
        }
      return {
        state: { ...state, number, earlier: state.before > 0 ? [...state.earlier, text].slice(-state.before) : [] },
      }
    },
    end: (state, failed) => ({ status: failed ? 2 : state.total > 0 ? 0 : 1, output: ending(state) }),
  })
}

export const grep = makeGrep('grep')
export const egrep = makeGrep('egrep')
export const fgrep = makeGrep('fgrep')
