import type { FileStat } from '@/engine/files/view'
import type { System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { fileErrorText } from '../file-error'
import { defineCommand } from './define'
import { readFlags } from './lines'
import { modeText } from './ls'

const visitedMax = 20_000

export interface Visit {
  readonly name: string
  readonly path: string
  readonly depth: number
}

/** Everything below a path, parents first, in name order. */
export function walk(system: System, name: string, depth: number, into: Visit[]): void {
  if (into.length >= visitedMax || depth > 40) return
  const path = system.path(name)
  into.push({ name, path, depth })
  const stat = system.files.stat(path, { followLast: false })
  if (!stat.ok || stat.value.type !== 'directory') return
  const names = system.files.list(path)
  for (const each of names.ok ? names.value : [])
    walk(system, name.endsWith('/') ? name + each : `${name}/${each}`, depth + 1, into)
}

function human(kilobytes: number): string {
  if (kilobytes < 1024) return `${kilobytes}K`
  const megabytes = kilobytes / 1024
  return megabytes < 10
    ? `${megabytes.toFixed(1)}M`
    : megabytes < 1024
      ? `${Math.round(megabytes)}M`
      : `${(megabytes / 1024).toFixed(1)}G`
}

function sizeBelow(system: System, path: string): number {
  const visits: Visit[] = []
  walk(system, path, 0, visits)
  return visits.reduce((sum, visit) => {
    const stat = system.files.stat(visit.path, { followLast: false })
    return sum + (stat.ok ? (stat.value.type === 'directory' ? 4 : Math.ceil(stat.value.size / 4096) * 4) : 0)
  }, 0)
}

export const du = defineCommand('du', ({ args, system }) => {
  const { flags, operands } = readFlags(args, 'd')
  const shown = (size: number): string => (flags.has('h') ? human(size) : String(size))
  const rows = (operands.length === 0 ? ['.'] : operands).map((name) => `${shown(sizeBelow(system, name))}\t${name}\n`)
  return { status: 0, output: rows.join('') }
})

function typeName(stat: FileStat): string {
  if (stat.type === 'file') return stat.size === 0 ? 'regular empty file' : 'regular file'
  return stat.type === 'symlink' ? 'symbolic link' : stat.type === 'device' ? 'character special file' : 'directory'
}

export const stat = defineCommand('stat', ({ args, system }) => {
  const { flags, operands } = readFlags(args, 'c')
  const format = flags.get('c')
  let error = ''
  const output = operands.map((name) => {
    const found = system.files.stat(system.path(name), { followLast: false })
    if (!found.ok) {
      error += `stat: cannot statx '${name}': ${fileErrorText(found.error)}\n`
      return ''
    }
    const { value } = found
    if (format !== undefined)
      return `${format
        .replaceAll('%s', String(value.size))
        .replaceAll('%F', typeName(value))
        .replaceAll('%y', formatDate(value.modifiedAt, '%F %T.000000000 %z'))
        .replaceAll('%Y', String(Math.floor(value.modifiedAt / 1000)))
        .replaceAll('%n', name)
        .replaceAll('%a', (value.mode & 0o7777).toString(8))
        .replaceAll('%U', value.owner)
        .replaceAll('%G', value.group)
        .replaceAll('%A', modeText(value))}\n`
    return `  File: ${name}\n  Size: ${value.size}\nAccess: (${(value.mode & 0o7777).toString(8).padStart(4, '0')}/${modeText(value)})  Uid: ${value.owner}   Gid: ${value.group}\nModify: ${formatDate(value.modifiedAt, '%F %T')}\n`
  })
  return { status: error === '' ? 0 : 1, output: output.join(''), error }
})

export const mktemp = defineCommand('mktemp', ({ args, system }) => {
  const path = `/tmp/tmp.${(Math.imul(system.process.hostPid, 2654435761) >>> 0).toString(36).padStart(10, 'Q').slice(0, 10)}`
  const made = args.includes('-d')
    ? system.files.makeDirectory(path, { mode: 0o700 })
    : system.files.write(path, { kind: 'text', text: '' }, { mode: 0o600 })
  return made.ok
    ? { status: 0, output: `${path}\n` }
    : { status: 1, error: `mktemp: failed to create file: ${fileErrorText(made.error)}\n` }
})
