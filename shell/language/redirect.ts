import type { Descriptor } from '@/engine/kernel/process'
import { fileErrorText } from '../file-error'
import { messagePrefix, type Run } from './run'
import type { Redirect } from './syntax'

export type Redirected =
  | { readonly ok: true; readonly descriptors: Readonly<Record<number, Descriptor | null>> }
  | { readonly ok: false; readonly message: string }

function defaultDescriptor(redirect: Redirect): number {
  return redirect.operator.startsWith('<') ? 0 : 1
}

function refuse(run: Run, message: string): Redirected {
  return { ok: false, message: `${messagePrefix(run)}${message}` }
}

function openError(run: Run, name: string, error: Parameters<typeof fileErrorText>[0], writing: boolean): Redirected {
  const text = fileErrorText(error)
  if (run.dialect === 'bash') return refuse(run, `${name}: ${text}`)
  const verb = writing ? 'create' : 'open'
  const reason =
    error === 'ENOENT'
      ? run.dialect === 'ash'
        ? writing
          ? 'nonexistent directory'
          : 'no such file'
        : writing
          ? 'Directory nonexistent'
          : 'No such file'
      : text
  return refuse(run, run.dialect === 'ash' ? `can't ${verb} ${name}: ${reason}` : `cannot ${verb} ${name}: ${reason}`)
}

/** What `descriptors` would be after the redirections, in order; `words` are their expanded words. */
export function applyRedirects(run: Run, redirects: readonly Redirect[], words: readonly string[]): Redirected {
  const changed: Record<number, Descriptor | null> = {}
  const current = (number: number): Descriptor | null =>
    number in changed ? (changed[number] ?? null) : run.system.descriptor(number)
  for (const [index, redirect] of redirects.entries()) {
    const word = words[index] ?? ''
    const number = redirect.descriptor ?? defaultDescriptor(redirect)
    const { operator } = redirect
    if (operator === '<<' || operator === '<<<') {
      changed[number] = { kind: 'text', text: operator === '<<<' ? `${word}\n` : word, offset: 0 }
      continue
    }
    if ((operator === '>&' || operator === '<&') && /^(?:\d{1,3}|-)$/.test(word)) {
      const source = word === '-' ? null : current(Number(word))
      if (word !== '-' && source === null) return refuse(run, `${word}: Bad file descriptor`)
      changed[number] = source
      continue
    }
    if (word === '')
      return run.dialect === 'bash'
        ? refuse(run, ': No such file or directory')
        : openError(run, word, 'ENOENT', !operator.startsWith('<'))
    const mode =
      operator === '<' || operator === '<&' ? 'read' : operator === '>>' || operator === '&>>' ? 'append' : 'write'
    const opened = run.system.open(word, mode)
    if (!opened.ok) return openError(run, word, opened.error, mode !== 'read')
    changed[number] = opened.descriptor
    if (operator.startsWith('&') || (operator === '>&' && redirect.descriptor === null)) {
      changed[1] = opened.descriptor
      changed[2] = opened.descriptor
    }
  }
  return { ok: true, descriptors: changed }
}

/** A command's descriptors: the shell's own with the changes. */
export function mergeDescriptors(
  run: Run,
  changes: Readonly<Record<number, Descriptor | null>>,
): Readonly<Record<number, Descriptor>> {
  const merged: Record<number, Descriptor> = {}
  for (const [number, descriptor] of Object.entries(run.system.process.descriptors))
    if (Number(number) < 10) merged[Number(number)] = descriptor
  for (const [number, descriptor] of Object.entries(changes)) {
    if (descriptor === null) delete merged[Number(number)]
    else merged[Number(number)] = descriptor
  }
  return merged
}

/** Redirects the shell itself for a builtin or compound; the frame that undoes it is pushed. */
export function redirectSelf(run: Run, changes: Readonly<Record<number, Descriptor | null>>): void {
  if (Object.keys(changes).length === 0) return
  const saved = Object.fromEntries(
    Object.keys(changes).map((number) => [number, run.system.descriptor(Number(number))]),
  )
  for (const [number, descriptor] of Object.entries(changes)) run.system.setDescriptor(Number(number), descriptor)
  run.frames.push({ frame: 'restore-descriptors', descriptors: saved })
}
