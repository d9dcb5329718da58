import type { Key } from './transcript'

/** What Docker's client prints when Ctrl+P Ctrl+Q detaches it from an attached terminal. */
const escapeNotice = 'read escape sequence'

/** The keys a row of output shows: echoed controls at its end, or Docker's notice of a detach. */
export function keysIn(text: string): readonly Key[] {
  const trimmed = text.trimEnd()
  if (trimmed === escapeNotice) return ['^P^Q']
  const echoed = /(?:\^[CDPQ]){1,16}$/.exec(trimmed)
  if (echoed === null) return []
  const keys: Key[] = []
  for (const name of echoed[0].match(/\^P\^Q|\^[CD]/g) ?? []) {
    if (name === '^C' || name === '^D' || name === '^P^Q') keys.push(name)
  }
  return keys
}

export function isDetachNotice(text: string): boolean {
  return text.trim() === escapeNotice
}

/** Whether the line at a prompt was given up with Ctrl+C: the shell did not run it. */
export function isAbandoned(typed: string): boolean {
  return /\^C\s*$/.test(typed)
}
