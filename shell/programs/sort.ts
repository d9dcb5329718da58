import type { Program } from '@/engine/kernel/program'
import { compareKeys, compareLines, readSortKey, type SortKey, type SortOrder } from '../text/sort-keys'
import { defineFilter, type FilterStart } from './lines'

type SortState = {
  readonly lines: readonly string[]
  readonly order: SortOrder
  /** -o: instead of standard output. */
  readonly into: string | null
  readonly checks: boolean
}

const longOptions: Readonly<Record<string, string>> = {
  '--numeric-sort': '-n',
  '--reverse': '-r',
  '--unique': '-u',
  '--human-numeric-sort': '-h',
  '--version-sort': '-V',
  '--ignore-case': '-f',
  '--month-sort': '-M',
  '--stable': '-s',
  '--ignore-leading-blanks': '-b',
  '--check': '-c',
}

function shortened(word: string): string {
  const [name = '', value] = word.split(/=(.*)/s)
  if (name === '--key') return `-k${value ?? ''}`
  if (name === '--field-separator') return `-t${value ?? ''}`
  if (name === '--output') return `-o${value ?? ''}`
  return Object.hasOwn(longOptions, word) ? (longOptions[word] ?? word) : word
}

function begin(args: readonly string[]): FilterStart<SortState> {
  const keys: SortKey[] = []
  const files: string[] = []
  let letters = ''
  let separator = ''
  let into: string | null = null
  const rest = args.map(shortened)
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      files.push(...rest)
      break
    }
    if (word === '-' || !word.startsWith('-')) {
      files.push(word)
      continue
    }
    const at = word.search(/[kto]/)
    const plain = at < 0 ? word.slice(1) : word.slice(1, at)
    letters += plain
    const unknown = /[^bcCdfghiMnRrsuVz]/.exec(plain)
    if (unknown !== null)
      return {
        ok: false,
        status: 2,
        error: `sort: invalid option -- '${unknown[0]}'\nTry 'sort --help' for more information.\n`,
      }
    if (at < 0) continue
    const value = word.slice(at + 1) || (rest.shift() ?? '')
    if (word[at] === 't') separator = value === '\\0' ? '\0' : value
    else if (word[at] === 'o') into = value
    else {
      const key = readSortKey(value)
      if (key === null)
        return {
          ok: false,
          status: 2,
          error: `sort: invalid number at field start: invalid count at start of '${value}'\n`,
        }
      keys.push(key)
    }
  }
  if (separator.length > 1) return { ok: false, status: 2, error: `sort: multi-character tab '${separator}'\n` }
  return {
    ok: true,
    files,
    state: { lines: [], order: { keys, letters, separator }, into, checks: /c/i.test(letters) },
  }
}

export const sort: Program = defineFilter<SortState>('sort', {
  start: begin,
  line: (state, line) => ({ state: { ...state, lines: [...state.lines, line.replace(/\n$/, '')] } }),
  end({ lines, order, into, checks }, failed, system) {
    if (failed) return { status: 2 }
    if (checks) {
      const wrong = lines.findIndex((line, index) => index > 0 && compareLines(order, lines[index - 1] ?? '', line) > 0)
      return wrong < 0 ? { status: 0 } : { status: 1, error: `sort: -:${wrong + 1}: disorder: ${lines[wrong] ?? ''}\n` }
    }
    const sorted = lines.toSorted((left, right) => compareLines(order, left, right))
    const shown = order.letters.includes('u')
      ? sorted.filter((line, index) => index === 0 || compareKeys(order, line, sorted[index - 1] ?? '') !== 0)
      : sorted
    const text = shown.map((line) => `${line}\n`).join('')
    if (into === null) return { status: 0, output: text }
    system.files.write(system.path(into), { kind: 'text', text })
    return { status: 0 }
  },
})
