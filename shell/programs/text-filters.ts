import type { Program } from '@/engine/kernel/program'
import { defineFilter, readFlags } from './lines'

function ranges(list: string): readonly (readonly [number, number])[] {
  return list.split(',').map((part): readonly [number, number] => {
    const [from = '', to] = part.split('-')
    return [from === '' ? 1 : Number(from), to === undefined ? Number(from) : to === '' ? 1e9 : Number(to)]
  })
}

export const cut: Program = defineFilter<{
  readonly by: 'f' | 'c'
  readonly list: string
  readonly delimiter: string
  readonly only: boolean
  readonly join: string
}>('cut', {
  start(args, { isBusybox }) {
    const { flags, operands } = readFlags(args, 'fcbd')
    const list = flags.get('f') ?? flags.get('c') ?? flags.get('b')
    if (list === undefined || list === '')
      return {
        ok: false,
        status: 1,
        error: isBusybox
          ? 'cut: expected a list of bytes, characters, or fields\n'
          : "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\n",
      }
    const delimiter = flags.get('d') ?? '\t'
    return {
      ok: true,
      files: operands,
      state: {
        by: flags.has('f') ? 'f' : 'c',
        list,
        delimiter,
        only: flags.has('s'),
        join: flags.get('--output-delimiter') ?? delimiter,
      },
    }
  },
  line(state, line) {
    const text = line.replace(/\n$/, '')
    const chosen = ranges(state.list)
    const isChosen = (_: string, index: number): boolean =>
      chosen.some(([from, to]) => index + 1 >= from && index + 1 <= to)
    if (state.by === 'c') return { state, output: `${Array.from(text).filter(isChosen).join('')}\n` }
    if (!text.includes(state.delimiter)) return { state, output: state.only ? '' : `${text}\n` }
    return { state, output: `${text.split(state.delimiter).filter(isChosen).join(state.join)}\n` }
  },
  end: (_, failed) => ({ status: failed ? 1 : 0 }),
})

type UniqState = { readonly flags: string; readonly last: string | null; readonly count: number }

function uniqRow(state: UniqState): string {
  if (
    state.last === null ||
    (state.flags.includes('d') && state.count < 2) ||
    (state.flags.includes('u') && state.count > 1)
  )
    return ''
  return state.flags.includes('c') ? `${String(state.count).padStart(7)} ${state.last}\n` : `${state.last}\n`
}

export const uniq: Program = defineFilter<UniqState>('uniq', {
  start(args) {
    const { flags, operands } = readFlags(args, 'fsw')
    return { ok: true, files: operands.slice(0, 1), state: { flags: [...flags.keys()].join(''), last: null, count: 0 } }
  },
  line(state, line) {
    const text = line.replace(/\n$/, '')
    if (text === state.last) return { state: { ...state, count: state.count + 1 } }
    return { state: { ...state, last: text, count: 1 }, output: uniqRow(state) }
  },
  end: (state, failed) => ({ status: failed ? 1 : 0, output: uniqRow(state) }),
})

function expandSet(set: string): readonly string[] {
  const classes: Readonly<Record<string, string>> = {
    '[:lower:]': 'a-z',
    '[:upper:]': 'A-Z',
    '[:digit:]': '0-9',
    '[:alpha:]': 'A-Za-z',
    '[:alnum:]': 'A-Za-z0-9',
    '[:space:]': ' \t\n\r',
    '[:blank:]': ' \t',
    '[:punct:]': '!-/:-@[-`{-~',
  }
  const plain = Object.entries(classes)
    .reduce((text, [name, value]) => text.replaceAll(name, value), set)
    .replace(/\\([0-7]{1,3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/\\r/g, '\r')
    .replace(/\\\\/g, '\\')
  const chars: string[] = []
  for (let index = 0; index < plain.length; index += 1) {
    const from = plain[index] ?? ''
    const to = plain[index + 2]
    if (plain[index + 1] === '-' && to !== undefined) {
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) chars.push(String.fromCharCode(code))
      index += 2
    } else chars.push(from)
  }
  return chars
}

export const tr: Program = defineFilter<{
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly flags: string
  readonly last: string
}>('tr', {
  start(args) {
    const { flags, operands } = readFlags(args, '')
    const [from, to] = operands
    if (from === undefined)
      return { ok: false, status: 1, error: "tr: missing operand\nTry 'tr --help' for more information.\n" }
    const letters = [...flags.keys()].join('')
    if (to === undefined && !/[ds]/.test(letters))
      return {
        ok: false,
        status: 1,
        error: `tr: missing operand after '${from}'\nTwo strings must be given when translating.\nTry 'tr --help' for more information.\n`,
      }
    return {
      ok: true,
      files: [],
      state: { from: expandSet(from), to: expandSet(to ?? ''), flags: [...flags.keys()].join(''), last: '' },
    }
  },
  line(state, line) {
    const isIn = (char: string): boolean =>
      state.from.includes(char) !== (state.flags.includes('c') || state.flags.includes('C'))
    let output = ''
    let last = state.last
    for (const char of line) {
      if (state.flags.includes('d') && isIn(char)) continue
      const index = state.from.indexOf(char)
      const mapped =
        state.flags.includes('d') || state.to.length === 0 || !isIn(char)
          ? char
          : (state.to[Math.min(index < 0 ? state.to.length - 1 : index, state.to.length - 1)] ?? char)
      const squeezes =
        state.flags.includes('s') && mapped === last && (state.to.length > 0 ? state.to.includes(mapped) : isIn(mapped))
      if (!squeezes) output += mapped
      last = mapped
    }
    return { state: { ...state, last }, output }
  },
  end: () => ({ status: 0 }),
})

export const rev: Program = defineFilter<Record<string, never>>('rev', {
  start: (args) => ({ ok: true, files: args, state: {} }),
  line: (state, line) => ({
    state,
    output: Array.from(line.replace(/\n$/, '')).toReversed().join('') + (line.endsWith('\n') ? '\n' : ''),
  }),
  end: (_, failed) => ({ status: failed ? 1 : 0 }),
})

export const tac: Program = defineFilter<{ readonly lines: readonly string[] }>('tac', {
  start: (args) => ({ ok: true, files: args, state: { lines: [] } }),
  line: (state, line) => ({ state: { lines: [...state.lines, line] } }),
  end: (state, failed) => ({ status: failed ? 1 : 0, output: state.lines.toReversed().join('') }),
})

export const nl: Program = defineFilter<{ readonly count: number }>('nl', {
  start: (args) => ({ ok: true, files: readFlags(args, 'bw').operands, state: { count: 0 } }),
  line: (state, line) =>
    line.trim() === ''
      ? { state, output: `       ${line}` }
      : {
          state: { count: state.count + 1 },
          output: `${String(state.count + 1).padStart(6)}\t${line.replace(/\n?$/, '\n')}`,
        },
  end: (_, failed) => ({ status: failed ? 1 : 0 }),
})
