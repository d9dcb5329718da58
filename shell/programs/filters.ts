import type { Program } from '@/engine/kernel/program'
import { defineFilter, readFlags } from './lines'

type CatState = { readonly flags: string; readonly count: number; readonly wasBlank: boolean }

/** Control characters as cat -v shows them. */
function visible(line: string, flags: string): string {
  const isVisible = /[vAet]/.test(flags)
  const shown = Array.from(line.replace(/\n$/, ''), (char) => {
    const code = char.charCodeAt(0)
    if (char === '\t') return /[TAt]/.test(flags) ? '^I' : char
    if (!isVisible) return char
    if (code < 32) return `^${String.fromCharCode(code + 64)}`
    return code === 127 ? '^?' : char
  }).join('')
  return line.endsWith('\n') ? `${shown}${/[EAe]/.test(flags) ? '$' : ''}\n` : shown
}

export const cat: Program = defineFilter<CatState>('cat', {
  start(args) {
    const { flags, operands } = readFlags(args, '')
    return { ok: true, state: { flags: [...flags.keys()].join(''), count: 0, wasBlank: false }, files: operands }
  },
  line(state, line) {
    const { flags } = state
    const isBlank = line === '\n'
    if (isBlank && state.wasBlank && flags.includes('s')) return { state }
    const isNumbered = flags.includes('b') ? !isBlank : flags.includes('n')
    const count = state.count + (isNumbered ? 1 : 0)
    const text = visible(line, flags)
    return {
      state: { ...state, count, wasBlank: isBlank },
      output: isNumbered ? `${String(count).padStart(6)}\t${text}` : text,
    }
  },
  end: (_, failed) => ({ status: failed ? 1 : 0 }),
})

type HeadState = {
  readonly lines: number
  readonly bytes: number | null
  readonly left: number
  readonly names: boolean
  readonly first: boolean
  /** `-n -2`: lines held back, because the last ones are not shown; null otherwise. */
  readonly held: readonly string[] | null
}

/** `-3`, `-n 3`, `-n3`, `-c 10`. */
function countFlags(
  args: readonly string[],
  standard: number,
): {
  readonly lines: number
  readonly fromStart: boolean
  /** `-n -2`: all but the last. */
  readonly fromEnd: boolean
  /** -v and -q; null where neither was asked for. */
  readonly names: boolean | null
  readonly bytes: number | null
  readonly operands: readonly string[]
  readonly follow: boolean
} {
  const plain = args.map((word, index) =>
    /^-\d+$/.test(word) && !/^-[nc]$/.test(args[index - 1] ?? '') ? `-n${word.slice(1)}` : word,
  )
  const { flags, operands } = readFlags(plain, 'ncs')
  const value = flags.get('n') ?? flags.get('--lines') ?? String(standard)
  const bytes = flags.get('c') ?? flags.get('--bytes')
  return {
    lines: Math.abs(Number(value)),
    fromEnd: /^-\d/.test(value),
    names: flags.has('v') || flags.has('--verbose') ? true : flags.has('q') || flags.has('--quiet') ? false : null,
    fromStart: value.startsWith('+'),
    bytes: bytes === undefined ? null : Number(bytes),
    operands,
    follow: flags.has('f') || flags.has('F'),
  }
}

/** What stands above each of several files. */
function heading({ first }: { readonly first: boolean }, file: string): string {
  return `${first ? '' : '\n'}==> ${file === '-' ? 'standard input' : file} <==\n`
}

export const head: Program = defineFilter<HeadState>('head', {
  start(args, { name }) {
    const { lines, bytes, operands, fromEnd, names } = countFlags(args, 10)
    if (Number.isNaN(lines)) return { ok: false, status: 1, error: `${name}: invalid number of lines\n` }
    return {
      ok: true,
      state: {
        lines,
        bytes,
        left: bytes ?? lines,
        names: names ?? operands.length > 1,
        first: true,
        held: fromEnd ? [] : null,
      },
      files: operands,
    }
  },
  begin: (state, file) => ({
    state: { ...state, left: state.bytes ?? state.lines, first: false, held: state.held === null ? null : [] },
    output: state.names ? heading(state, file) : '',
  }),
  line(state, line) {
    if (state.held !== null) {
      const held = [...state.held, line]
      return held.length > state.lines
        ? { state: { ...state, held: held.slice(1) }, output: held[0] ?? '' }
        : { state: { ...state, held } }
    }
    const shown = state.left <= 0 ? '' : state.bytes === null ? line : line.slice(0, state.left)
    const left = state.left - (state.bytes === null ? 1 : shown.length)
    const isDone = left <= 0 && !state.names
    return { state: { ...state, left }, output: shown, ...(isDone ? { stop: 0 } : {}) }
  },
  end: (_, failed) => ({ status: failed ? 1 : 0 }),
})

type TailState = {
  readonly lines: number
  readonly fromStart: boolean
  readonly bytes: number | null
  readonly kept: readonly string[]
  readonly seen: number
  /** Whether each file has a heading, and whether one stands already. */
  readonly names: boolean
  readonly first: boolean
}

/** tail without -f; `tail-follow.ts` has the other. */
export const plainTail = {
  start(args: readonly string[]) {
    const { lines, fromStart, bytes, operands, names: asked } = countFlags(args, 10)
    const names = asked ?? operands.length > 1
    return {
      ok: true as const,
      state: { lines, fromStart, bytes, kept: [], seen: 0, names, first: true },
      files: operands,
    }
  },
  begin: (state: TailState, file: string) => ({
    state: { ...state, seen: 0, kept: [], first: false },
    output: state.names ? heading(state, file) : '',
  }),
  line(state: TailState, line: string) {
    const seen = state.seen + 1
    if (state.fromStart) return { state: { ...state, seen }, output: seen >= state.lines ? line : '' }
    return {
      state: {
        ...state,
        seen,
        kept: [...state.kept, line].slice(state.bytes === null ? -Math.max(state.lines, 1) : -2000),
      },
    }
  },
  close(state: TailState) {
    const text = state.kept.join('')
    const output =
      state.lines === 0 && state.bytes === null ? '' : state.bytes === null ? text : text.slice(-state.bytes)
    return { state: { ...state, kept: [] }, output }
  },
  end: (_: TailState, failed: boolean) => ({ status: failed ? 1 : 0 }),
}
