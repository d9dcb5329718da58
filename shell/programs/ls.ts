import type { FileStat } from '@/engine/files/view'
import type { System } from '@/engine/kernel/program'
import { columnsOf } from '../columns'
import { monthDay } from '../dates'
import { fileErrorText } from '../file-error'
import { defineCommand, type Result } from './define'
import { readFlags } from './lines'

interface Entry {
  readonly name: string
  readonly stat: FileStat
}

interface Style {
  readonly flags: string
  readonly isBusybox: boolean
  readonly columns: number | null
  readonly now: number
}

const typeLetters: Readonly<Record<FileStat['type'], string>> = { file: '-', directory: 'd', symlink: 'l', device: 'c' }

/** `drwxr-xr-x`. */
export function modeText(stat: FileStat): string {
  const bits = Array.from('rwxrwxrwx', (letter, index) => ((stat.mode >> (8 - index)) & 1 ? letter : '-')).join('')
  const sticky = (stat.mode & 0o1000) !== 0 ? bits.slice(0, 8) + (bits[8] === 'x' ? 't' : 'T') : bits
  return typeLetters[stat.type] + (stat.type === 'symlink' ? 'rwxrwxrwx' : sticky)
}

function humanSize(bytes: number): string {
  if (bytes < 1024) return String(bytes)
  let value = bytes
  let unit = -1
  while (value >= 1024 && unit < 4) {
    value /= 1024
    unit += 1
  }
  return `${value < 10 ? (Math.ceil(value * 10) / 10).toFixed(1) : Math.ceil(value)}${'KMGTP'[unit] ?? ''}`
}

function decorated(entry: Entry, style: Style): string {
  if (!style.flags.includes('F') && !(style.flags.includes('p') && entry.stat.type === 'directory')) return entry.name
  const isProgram = entry.stat.type === 'file' && (entry.stat.mode & 0o111) !== 0
  return (
    entry.name + (entry.stat.type === 'directory' ? '/' : entry.stat.type === 'symlink' ? '@' : isProgram ? '*' : '')
  )
}

function shownSize({ stat }: Entry): number {
  return stat.type === 'directory' ? 4096 : stat.type === 'symlink' ? (stat.target?.length ?? 0) : stat.size
}

function longList(entries: readonly Entry[], style: Style): string {
  const rows = entries.map((entry) => {
    const size = style.flags.includes('h') ? humanSize(shownSize(entry)) : String(shownSize(entry))
    const links = entry.stat.type === 'directory' ? '2' : '1'
    const target = entry.stat.type === 'symlink' ? ` -> ${entry.stat.target ?? ''}` : ''
    return {
      cells: [
        modeText(entry.stat),
        links,
        entry.stat.owner,
        entry.stat.group,
        size,
        monthDay(entry.stat.modifiedAt, style.now),
      ],
      name: decorated(entry, style) + target,
    }
  })
  const width = (index: number): number => Math.max(0, ...rows.map((row) => row.cells[index]?.length ?? 0))
  const widths = [0, 1, 2, 3, 4, 5].map(width)
  return rows
    .map(({ cells, name }) => {
      const [mode = '', links = '', owner = '', group = '', size = '', date = ''] = cells
      if (style.isBusybox)
        return `${mode} ${links.padStart(4)} ${owner.padEnd(8)} ${group.padEnd(8)} ${size.padStart(9)} ${date} ${name}\n`
      return `${mode} ${links.padStart(widths[1] ?? 0)} ${owner.padEnd(widths[2] ?? 0)} ${group.padEnd(widths[3] ?? 0)} ${size.padStart(widths[4] ?? 0)} ${date} ${name}\n`
    })
    .join('')
}

/** Columns as ls fills them: down first, as few rows as fit. */
function inColumns(names: readonly string[], width: number): string {
  if (names.length === 0) return ''
  for (let rows = 1; rows <= names.length; rows += 1) {
    const columns = Math.ceil(names.length / rows)
    const widths = Array.from({ length: columns }, (_, column) =>
      Math.max(...names.slice(column * rows, column * rows + rows).map((name) => name.length)),
    )
    const total = widths.reduce((sum, each) => sum + each + 2, -2)
    if (total > width && rows < names.length) continue
    return Array.from({ length: rows }, (_, row) =>
      widths
        .map((each, column) => {
          const name = names[column * rows + row]
          const isLast = names[(column + 1) * rows + row] === undefined
          return name === undefined ? '' : isLast ? name : name.padEnd(each + 2)
        })
        .join(''),
    )
      .map((line) => `${line}\n`)
      .join('')
  }
  return ''
}

function listing(entries: readonly Entry[], style: Style): string {
  if (style.flags.includes('l')) return longList(entries, style)
  const names = entries.map((entry) => decorated(entry, style))
  return style.columns === null || style.flags.includes('1')
    ? names.map((name) => `${name}\n`).join('')
    : inColumns(names, style.columns)
}

function sorted(entries: readonly Entry[], flags: string): readonly Entry[] {
  const key = (entry: Entry): string => entry.name
  const order = entries.toSorted((left, right) => {
    const byTime = flags.includes('t')
      ? right.stat.modifiedAt - left.stat.modifiedAt
      : flags.includes('S')
        ? right.stat.size - left.stat.size
        : 0
    return byTime !== 0 ? byTime : key(left) < key(right) ? -1 : 1
  })
  return flags.includes('r') ? order.toReversed() : order
}

function entriesOf(system: System, path: string, style: Style): readonly Entry[] {
  const listed = system.files.list(path)
  if (!listed.ok) return []
  const isAll = style.flags.includes('a')
  const names = listed.value.filter((name) => isAll || style.flags.includes('A') || !name.startsWith('.'))
  return sorted(
    [...(isAll ? ['.', '..'] : []), ...names].flatMap((name) => {
      const stat = system.files.stat(name === '.' ? path : name === '..' ? `${path}/..` : `${path}/${name}`, {
        followLast: false,
      })
      return stat.ok ? [{ name, stat: stat.value }] : []
    }),
    style.flags,
  )
}

function directory(system: System, path: string, style: Style): string {
  const entries = entriesOf(system, path, style)
  const blocks = entries.reduce(
    (sum, entry) => sum + (entry.stat.type === 'symlink' ? 0 : Math.ceil(shownSize(entry) / 4096) * 4),
    0,
  )
  const total = style.flags.includes('l')
    ? `total ${style.flags.includes('h') ? humanSize(blocks * 1024) : blocks}\n`
    : ''
  return total + listing(entries, style)
}

function walk(
  system: System,
  name: string,
  path: string,
  style: Style,
  depth: number,
): readonly { readonly name: string; readonly path: string }[] {
  if (!style.flags.includes('R') || depth > 20) return [{ name, path }]
  const below = entriesOf(system, path, style).filter(
    (entry) => entry.stat.type === 'directory' && entry.name !== '.' && entry.name !== '..',
  )
  return [
    { name, path },
    ...below.flatMap((entry) => walk(system, `${name}/${entry.name}`, `${path}/${entry.name}`, style, depth + 1)),
  ].slice(0, 2000)
}

function run(system: System, args: readonly string[], isBusybox: boolean): Result {
  const { flags, operands } = readFlags(args, '')
  const unknown = [...flags.keys()].find(
    (flag) => flag.length > 1 && !['--all', '--color', '--help', '--full-time', '--human-readable'].includes(flag),
  )
  if (unknown !== undefined)
    return {
      status: 2,
      error: isBusybox
        ? `ls: unrecognized option: ${unknown.slice(2)}\n`
        : `ls: unrecognized option '${unknown}'\nTry 'ls --help' for more information.\n`,
    }
  const letters = [...flags.keys()]
    .map((flag) => (flag === '--all' ? 'a' : flag === '--human-readable' ? 'h' : flag))
    .join('')
  const style: Style = {
    flags: letters,
    isBusybox,
    columns: system.isTerminal(1) || letters.includes('C') ? columnsOf(system) : null,
    now: system.now(),
  }
  const files: Entry[] = []
  const folders: Entry[] = []
  let error = ''
  for (const name of operands.length === 0 ? ['.'] : operands) {
    const path = system.path(name)
    const stat = system.files.stat(path, { followLast: !/[lFd]/.test(letters) || name.endsWith('/') })
    if (!stat.ok)
      error += isBusybox
        ? `ls: ${name}: ${fileErrorText(stat.error)}\n`
        : `ls: cannot access '${name}': ${fileErrorText(stat.error)}\n`
    else if (stat.value.type === 'directory' && !letters.includes('d')) folders.push({ name, stat: stat.value })
    else files.push({ name, stat: stat.value })
  }
  const blocks = [...(files.length > 0 ? [listing(sorted(files, letters), style)] : [])]
  const directories = sorted(folders, letters).flatMap(({ name }) => walk(system, name, system.path(name), style, 0))
  const isNamed =
    letters.includes('R') || directories.length + files.length > 1 || (operands.length > 1 && directories.length > 0)
  for (const { name, path } of directories) blocks.push((isNamed ? `${name}:\n` : '') + directory(system, path, style))
  return { status: error === '' ? 0 : isBusybox ? 1 : 2, output: blocks.join('\n'), error }
}

export const ls = defineCommand('ls', ({ args, system, isBusybox }) => run(system, args, isBusybox))
