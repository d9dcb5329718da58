import { rootHas } from '@/engine/container/capabilities'
import type { FileError } from '@/engine/files/view'
import type { System } from '@/engine/kernel/program'
import { fileErrorText } from '../file-error'
import { defineCommand } from './define'
import { baseName, copyTree, each, isDirectory, missing } from './file-tools'
import { readFlags } from './lines'

export const rmdir = defineCommand('rmdir', ({ args, system, isBusybox }) =>
  each(readFlags(args, '').operands, (name) => {
    const path = system.path(name)
    const stat = system.files.stat(path)
    const error: FileError | null = !stat.ok ? stat.error : stat.value.type !== 'directory' ? 'ENOTDIR' : null
    const result = error === null ? system.files.remove(path) : { ok: false as const, error }
    return result.ok
      ? ''
      : isBusybox
        ? `rmdir: '${name}': ${fileErrorText(result.error)}\n`
        : `rmdir: failed to remove '${name}': ${fileErrorText(result.error)}\n`
  }),
)

export const ln = defineCommand('ln', ({ args, system, isBusybox }) => {
  const { flags, operands } = readFlags(args, 't')
  const [target, name] = operands
  if (target === undefined) return missing('ln', isBusybox)
  const path = system.path(
    name === undefined
      ? baseName(target)
      : isDirectory(system, system.path(name))
        ? `${name}/${baseName(target)}`
        : name,
  )
  if (flags.has('f')) system.files.remove(path)
  if (flags.has('s')) {
    const made = system.files.link(target, path)
    return made.ok
      ? { status: 0 }
      : { status: 1, error: `ln: failed to create symbolic link '${name ?? ''}': ${fileErrorText(made.error)}\n` }
  }
  const error = copyTree(system, system.path(target), path, 0)
  return error === null
    ? { status: 0 }
    : { status: 1, error: `ln: failed to access '${target}': ${fileErrorText(error)}\n` }
})

function newMode(mode: number, spec: string): number | null {
  if (/^[0-7]{1,4}$/.test(spec)) return Number.parseInt(spec, 8)
  let result = mode
  for (const clause of spec.split(',')) {
    const match = /^([ugoa]*)([-+=])([rwxXst]*)$/.exec(clause)
    if (match === null) return null
    const [, who = '', sign = '', what = ''] = match
    const bits = (what.includes('r') ? 4 : 0) | (what.includes('w') ? 2 : 0) | (what.includes('x') ? 1 : 0)
    for (const [letter, shift] of [
      ['u', 6],
      ['g', 3],
      ['o', 0],
    ] as const) {
      if (who !== '' && !who.includes('a') && !who.includes(letter)) continue
      if (sign === '+') result |= bits << shift
      else if (sign === '-') result &= ~(bits << shift)
      else result = (result & ~(7 << shift)) | (bits << shift)
    }
  }
  return result
}

function below(system: System, path: string, recursive: boolean): readonly string[] {
  if (!recursive || !isDirectory(system, path)) return [path]
  const names = system.files.list(path)
  return [path, ...(names.ok ? names.value : []).flatMap((name) => below(system, `${path}/${name}`, true))].slice(
    0,
    5000,
  )
}

export const chmod = defineCommand('chmod', ({ args, system }) => {
  const [spec = '', ...names] = args.filter((word) => !/^-(?:R|v|f|c)$/.test(word))
  if (names.length === 0)
    return {
      status: 1,
      error:
        spec === ''
          ? "chmod: missing operand\nTry 'chmod --help' for more information.\n"
          : `chmod: missing operand after '${spec}'\nTry 'chmod --help' for more information.\n`,
    }
  return each(names, (name) => {
    for (const path of below(system, system.path(name), args.includes('-R'))) {
      const stat = system.files.stat(path)
      if (!stat.ok) return `chmod: cannot access '${name}': ${fileErrorText(stat.error)}\n`
      const mode = newMode(stat.value.mode, spec)
      if (mode === null) return `chmod: invalid mode: '${spec}'\n`
      const changed = system.files.change(path, { mode })
      if (!changed.ok) return `chmod: changing permissions of '${name}': ${fileErrorText(changed.error)}\n`
    }
    return ''
  })
})

export const chown = defineCommand('chown', ({ args, system, isBusybox }) => {
  const mayGive = system.process.user !== 'root' || rootHas(system.state(), system.process.space, 'CHOWN')
  const [spec = '', ...names] = args.filter((word) => !word.startsWith('-'))
  const [owner = '', group] = spec.split(':')
  return each(names, (name) => {
    for (const path of below(system, system.path(name), args.includes('-R'))) {
      if (!mayGive && system.files.stat(path).ok)
        return isBusybox
          ? `chown: ${name}: Operation not permitted\n`
          : `chown: changing ownership of '${name}': Operation not permitted\n`
      const changed = system.files.change(path, {
        ...(owner === '' ? {} : { owner }),
        ...(group === undefined || group === '' ? {} : { group }),
      })
      if (!changed.ok) return `chown: cannot access '${name}': ${fileErrorText(changed.error)}\n`
    }
    return ''
  })
})

/** The folder part of a path: `/` of the root's children, `.` of a bare name. */
function directoryOf(name: string): string {
  const path = name.replace(/\/+$/, '')
  if (path === '') return name === '' ? '.' : '/'
  const at = path.lastIndexOf('/')
  return at < 0 ? '.' : path.slice(0, at).replace(/\/+$/, '') || '/'
}

export const dirname = defineCommand('dirname', ({ args }) => ({
  status: 0,
  output: args.map((name) => `${directoryOf(name)}\n`).join(''),
}))

export const readlink = defineCommand('readlink', ({ args, system }) => {
  const name = args.findLast((word) => !word.startsWith('-')) ?? ''
  if (args.some((word) => /^-[fem]/.test(word))) return { status: 0, output: `${system.path(name)}\n` }
  const stat = system.files.stat(system.path(name), { followLast: false })
  return stat.ok && stat.value.target !== undefined ? { status: 0, output: `${stat.value.target}\n` } : { status: 1 }
})

export const realpath = defineCommand('realpath', ({ args, system }) => ({
  status: 0,
  output: args.map((name) => `${system.path(name)}\n`).join(''),
}))
