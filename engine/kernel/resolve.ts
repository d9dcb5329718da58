import type { FileView } from '../files/view'
import type { Io } from '../io'
import type { LookUpError } from './program'

/** Where an executable was found and what runs it. */
export interface Executable {
  readonly path: string
  readonly program: string
  readonly flavour: string
  /** What a script's `#!` line puts before the arguments, its own path included; null for a binary. */
  readonly interpreter: readonly string[] | null
}

export type Resolved =
  | { readonly ok: true; readonly executable: Executable }
  | { readonly ok: false; readonly error: LookUpError }

export const defaultSearchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const interpretersMax = 4

/** `directory` + `relative` with `.`, `..` and doubled slashes resolved. */
export function absolutePath(directory: string, relative: string): string {
  if (isResolved(relative)) return relative
  const parts: string[] = []
  for (const part of (relative.startsWith('/') ? relative : `${directory}/${relative}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** Absolute, and with nothing to resolve: most paths. (`/.x` counts as if there were.) */
function isResolved(path: string): boolean {
  return path.startsWith('/') && !path.endsWith('/') && !path.includes('/.') && !path.includes('//')
}

function executableAt(files: FileView, path: string): LookUpError | null {
  const stat = files.stat(path)
  if (!stat.ok) return stat.error === 'EACCES' ? 'permission-denied' : 'not-found'
  if (stat.value.type === 'directory') return 'is-directory'
  return (stat.value.mode & 0o111) === 0 ? 'permission-denied' : null
}

/** Finds a file as execvp does: as it is with a slash in it, otherwise through the search path. */
export function lookUpExecutable(
  files: FileView,
  name: string,
  searchPath: string,
  directory: string,
): { readonly ok: true; readonly path: string } | { readonly ok: false; readonly error: LookUpError } {
  if (name.includes('/')) {
    const path = absolutePath(directory, name)
    const error = executableAt(files, path)
    return error === null ? { ok: true, path } : { ok: false, error }
  }
  let error: LookUpError = 'not-found'
  for (const folder of name === '' ? [] : searchPath.split(':')) {
    const path = absolutePath(directory, `${folder === '' ? '.' : folder}/${name}`)
    const found = executableAt(files, path)
    if (found === null) return { ok: true, path }
    if (found === 'permission-denied') error = found
  }
  return { ok: false, error }
}

function textField(payload: unknown, field: string): string | null {
  if (typeof payload !== 'object' || payload === null || !(field in payload)) return null
  const value: unknown = Reflect.get(payload, field)
  return typeof value === 'string' ? value : null
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Splits `#!/bin/sh -e` into its interpreter and at most one argument, as Linux does. */
function shebang(text: string): readonly string[] | null {
  const line = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*?)[ \t]*(?:\n|$)/.exec(text)
  if (line === null) return null
  const [, program = '', argument = ''] = line
  return argument === '' ? [program] : [program, argument]
}

/** Which model runs an executable name. A script runs its interpreter; a busybox applet is the link's name. */
export function resolveExecutable(
  files: FileView,
  io: Io,
  name: string,
  searchPath: string,
  directory: string,
  depth = 0,
): Resolved {
  const found = lookUpExecutable(files, name, searchPath, directory)
  if (!found.ok) return found
  const content = files.read(found.path)
  if (!content.ok) return { ok: false, error: content.error === 'EACCES' ? 'permission-denied' : 'not-found' }
  if (content.value.kind === 'text') {
    const line = shebang(content.value.text)
    const [interpreter] = line ?? []
    if (line === null || interpreter === undefined || depth >= interpretersMax)
      return { ok: false, error: 'bad-format' }
    const inner = resolveExecutable(files, io, interpreter, searchPath, '/', depth + 1)
    if (!inner.ok) return { ok: false, error: 'not-found' }
    const prefix = [...(inner.executable.interpreter ?? []), ...line, found.path]
    return { ok: true, executable: { ...inner.executable, path: found.path, interpreter: prefix } }
  }
  const model = textField(content.value.payload, 'program')
  if (model === null) return { ok: false, error: 'bad-format' }
  const program = model === 'busybox' ? baseName(name) : model
  const flavour = model === 'busybox' ? 'busybox' : (textField(content.value.payload, 'flavour') ?? 'gnu')
  if (io.program(program) === null) return { ok: false, error: 'not-found' }
  return { ok: true, executable: { path: found.path, program, flavour, interpreter: null } }
}
