import type { FileError } from '@/engine/files/view'
import type { System } from '@/engine/kernel/program'
import { fileErrorText } from '../file-error'
import { defineCommand, type Result } from './define'
import { readFlags } from './lines'

/** Applies an act to each operand and joins what went wrong. */
export function each(names: readonly string[], act: (name: string) => string): Result {
  const error = names.map(act).join('')
  return { status: error === '' ? 0 : 1, error }
}

export function missing(name: string, isBusybox: boolean): Result {
  return {
    status: 1,
    error: isBusybox
      ? `${name}: missing operand\n`
      : `${name}: missing operand\nTry '${name} --help' for more information.\n`,
  }
}

export const touch = defineCommand('touch', ({ args, system, isBusybox }) => {
  const { operands } = readFlags(args, 'dtr')
  if (operands.length === 0)
    return isBusybox
      ? missing('touch', true)
      : { status: 1, error: "touch: missing file operand\nTry 'touch --help' for more information.\n" }
  return each(operands, (name) => {
    const path = system.path(name)
    const result = system.files.stat(path).ok
      ? system.files.change(path, { modifiedAt: system.now() })
      : system.files.write(path, { kind: 'text', text: '' })
    return result.ok
      ? ''
      : isBusybox
        ? `touch: ${name}: ${fileErrorText(result.error)}\n`
        : `touch: cannot touch '${name}': ${fileErrorText(result.error)}\n`
  })
})

export const mkdir = defineCommand('mkdir', ({ args, system, isBusybox }) => {
  const { flags, operands } = readFlags(args, 'm')
  if (operands.length === 0) return missing('mkdir', isBusybox)
  let output = ''
  const result = each(operands, (name) => {
    const isThere = system.files.stat(system.path(name)).ok
    const made = system.files.makeDirectory(system.path(name), { parents: flags.has('p') || flags.has('--parents') })
    if (made.ok && flags.has('v') && !isThere) output += `mkdir: created directory '${name}'\n`
    if (made.ok) return ''
    return isBusybox
      ? `mkdir: can't create directory '${name}': ${fileErrorText(made.error)}\n`
      : `mkdir: cannot create directory '${name}': ${fileErrorText(made.error)}\n`
  })
  return { ...result, output }
})

export const rm = defineCommand('rm', ({ args, system, isBusybox }) => {
  const { flags, operands } = readFlags(args, '')
  const isForced = flags.has('f') || flags.has('--force')
  const recursive = flags.has('r') || flags.has('R') || flags.has('--recursive')
  if (operands.length === 0) return isForced ? { status: 0 } : missing('rm', isBusybox)
  return each(operands, (name) => {
    const path = system.path(name)
    const stat = system.files.stat(path, { followLast: false })
    if (!stat.ok)
      return isForced && stat.error === 'ENOENT'
        ? ''
        : isBusybox
          ? `rm: can't remove '${name}': ${fileErrorText(stat.error)}\n`
          : `rm: cannot remove '${name}': ${fileErrorText(stat.error)}\n`
    if (stat.value.type === 'directory' && !recursive)
      return isBusybox ? `rm: '${name}' is a directory\n` : `rm: cannot remove '${name}': Is a directory\n`
    const result = system.files.remove(path, { recursive })
    return result.ok
      ? ''
      : `rm: ${isBusybox ? "can't remove" : 'cannot remove'} '${name}': ${fileErrorText(result.error)}\n`
  })
})

export function baseName(path: string): string {
  return path.replace(/\/+$/, '').slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1)
}

export function isDirectory(system: System, path: string): boolean {
  const stat = system.files.stat(path)
  return stat.ok && stat.value.type === 'directory'
}

export function copyTree(system: System, from: string, to: string, depth: number): FileError | null {
  const stat = system.files.stat(from, { followLast: false })
  if (!stat.ok) return stat.error
  if (stat.value.type === 'symlink') {
    const made = system.files.link(stat.value.target ?? '', to)
    return made.ok ? null : made.error
  }
  if (stat.value.type !== 'directory') {
    const content = system.files.read(from)
    if (!content.ok) return content.error
    const written = system.files.write(to, content.value, { mode: stat.value.mode })
    return written.ok ? null : written.error
  }
  if (depth > 40) return 'ELOOP'
  const made = system.files.makeDirectory(to, { mode: stat.value.mode })
  if (!made.ok && made.error !== 'EEXIST') return made.error
  const names = system.files.list(from)
  for (const name of names.ok ? names.value : []) {
    const error = copyTree(system, `${from}/${name}`, `${to}/${name}`, depth + 1)
    if (error !== null) return error
  }
  return null
}

/** The operands of cp, mv and ln: sources, and where each one goes. */
function destinations(
  system: System,
  operands: readonly string[],
): readonly { readonly from: string; readonly to: string }[] {
  const target = operands.at(-1) ?? ''
  const into = isDirectory(system, system.path(target))
  return operands
    .slice(0, -1)
    .map((from) => ({ from, to: into ? `${target.replace(/\/+$/, '')}/${baseName(from)}` : target }))
}

/** Several files go into a folder only. */
function noFolder(name: string, operands: readonly string[], system: System, isBusybox: boolean): string {
  const target = operands.at(-1) ?? ''
  if (!isBusybox) {
    const reason = system.files.stat(system.path(target)).ok ? 'Not a directory' : 'No such file or directory'
    return `${name}: target '${target}': ${reason}\n`
  }
  return operands
    .slice(0, -1)
    .map(
      (from) => `${name}: can't ${name === 'cp' ? 'stat' : 'rename'} '${target}/${baseName(from)}': Not a directory\n`,
    )
    .join('')
}

export const cp = defineCommand('cp', ({ args, system, isBusybox }) => {
  const { flags, operands } = readFlags(args, 't')
  if (operands.length < 2)
    return {
      status: 1,
      error:
        operands.length === 0
          ? "cp: missing file operand\nTry 'cp --help' for more information.\n"
          : `cp: missing destination file operand after '${operands[0]}'\nTry 'cp --help' for more information.\n`,
    }
  const recursive = flags.has('r') || flags.has('R') || flags.has('a')
  if (operands.length > 2 && !isDirectory(system, system.path(operands.at(-1) ?? '')))
    return { status: 1, error: noFolder('cp', operands, system, isBusybox) }
  return each(
    destinations(system, operands).map(({ from, to }) => `${from}\u0000${to}`),
    (pair) => {
      const [from = '', to = ''] = pair.split('\u0000')
      const stat = system.files.stat(system.path(from))
      if (!stat.ok)
        return isBusybox
          ? `cp: can't stat '${from}': ${fileErrorText(stat.error)}\n`
          : `cp: cannot stat '${from}': ${fileErrorText(stat.error)}\n`
      if (stat.value.type === 'directory' && !recursive)
        return isBusybox ? `cp: omitting directory '${from}'\n` : `cp: -r not specified; omitting directory '${from}'\n`
      if (system.path(from) === system.path(to)) return `cp: '${from}' and '${to}' are the same file\n`
      const error = copyTree(system, system.path(from), system.path(to), 0)
      return error === null
        ? ''
        : isBusybox
          ? `cp: can't create '${to}': ${fileErrorText(error)}\n`
          : `cp: cannot create regular file '${to}': ${fileErrorText(error)}\n`
    },
  )
})

export const mv = defineCommand('mv', ({ args, system, isBusybox }) => {
  const { operands } = readFlags(args, 't')
  if (operands.length < 2)
    return { status: 1, error: "mv: missing file operand\nTry 'mv --help' for more information.\n" }
  if (operands.length > 2 && !isDirectory(system, system.path(operands.at(-1) ?? '')))
    return { status: 1, error: noFolder('mv', operands, system, isBusybox) }
  return each(
    destinations(system, operands).map(({ from, to }) => `${from}\u0000${to}`),
    (pair) => {
      const [from = '', to = ''] = pair.split('\u0000')
      const stat = system.files.stat(system.path(from), { followLast: false })
      if (!stat.ok)
        return isBusybox
          ? `mv: can't rename '${from}': ${fileErrorText(stat.error)}\n`
          : `mv: cannot stat '${from}': ${fileErrorText(stat.error)}\n`
      const moved = system.files.rename(system.path(from), system.path(to))
      const error = moved.ok
        ? null
        : moved.error === 'EXDEV'
          ? copyTree(system, system.path(from), system.path(to), 0)
          : moved.error
      if (!moved.ok && moved.error === 'EXDEV' && error === null)
        system.files.remove(system.path(from), { recursive: true })
      return error === null ? '' : `mv: cannot move '${from}' to '${to}': ${fileErrorText(error)}\n`
    },
  )
})

export const baseNameProgram = defineCommand('basename', ({ args }) => {
  const [name, suffix = ''] = args
  if (name === undefined)
    return { status: 1, error: "basename: missing operand\nTry 'basename --help' for more information.\n" }
  const base = /^\/+$/.test(name) ? '/' : baseName(name)
  return {
    status: 0,
    output: `${base.endsWith(suffix) && base !== suffix && suffix !== '' ? base.slice(0, -suffix.length) : base}\n`,
  }
})
