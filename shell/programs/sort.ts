import type { Program } from '@/engine/kernel/program'
import { defineFilter, readFlags } from './lines'

type SortState = {
  readonly lines: readonly string[]
  readonly flags: string
  readonly key: number
  readonly separator: string
}

function sortKey(state: SortState, line: string): string {
  if (state.key === 0) return line
  const fields = state.separator === '' ? line.trim().split(/\s+/) : line.split(state.separator)
  return fields[state.key - 1] ?? ''
}

function compareLines(state: SortState, left: string, right: string): number {
  const [a, b] = [sortKey(state, left), sortKey(state, right)]
  const numeric = state.flags.includes('n')
    ? (Number.parseFloat(a) || 0) - (Number.parseFloat(b) || 0)
    : state.flags.includes('h')
      ? humanValue(a) - humanValue(b)
      : 0
  const [x, y] = state.flags.includes('f') ? [a.toUpperCase(), b.toUpperCase()] : [a, b]
  const order = numeric !== 0 ? numeric : x < y ? -1 : x > y ? 1 : left < right ? -1 : left > right ? 1 : 0
  return state.flags.includes('r') ? -order : order
}

function humanValue(text: string): number {
  const match = /^\s*([\d.]+)\s*([kKMGT]?)/.exec(text)
  return match === null
    ? 0
    : Number(match[1]) * 1000 ** Math.max('kMGT'.indexOf((match[2] ?? '').replace('K', 'k')) + 1, 0)
}

export const sort: Program = defineFilter<SortState>('sort', {
  start(args) {
    const { flags, operands } = readFlags(args, 'kto')
    const key = flags.get('k') ?? ''
    const letters = [...flags.keys()].filter((flag) => flag.length === 1).join('') + key.replace(/[^a-z]/g, '')
    return {
      ok: true,
      files: operands,
      state: { lines: [], flags: letters, key: Number.parseInt(key, 10) || 0, separator: flags.get('t') ?? '' },
    }
  },
  line: (state, line) => ({ state: { ...state, lines: [...state.lines, line.replace(/\n$/, '')] } }),
  end(state, failed) {
    const sorted = state.lines.toSorted((left, right) => compareLines(state, left, right))
    const shown = state.flags.includes('u')
      ? sorted.filter((line, index) => index === 0 || sortKey(state, line) !== sortKey(state, sorted[index - 1] ?? ''))
      : sorted
    return { status: failed ? 2 : 0, output: shown.map((line) => `${line}\n`).join('') }
  },
})
