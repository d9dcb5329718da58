import type { Key } from '../read/transcript'

/** One thing a script does: types a line, presses a key, lets time pass, or goes to a terminal (numbered from 1). */
export type ScriptAction =
  | { readonly kind: 'type'; readonly line: string }
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'terminal'; readonly number: number }

/** Terminals of one script at most. */
const TERMINALS_MAX = 5

/** Reads a script: one terminal input a line. Blank lines outside what was typed before are left out. */
export function readActions(script: string): readonly ScriptAction[] {
  return script
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readAction)
}

function readAction(line: string): ScriptAction {
  const text = line.trim()
  if (text === '@enter') return { kind: 'type', line: '' }
  if (text === '^C' || text === '^D' || text === '^P^Q') return { kind: 'key', key: text }
  const wait = /^@wait (?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text)
  if (wait !== null) {
    const [, hours = 0, minutes = 0, seconds = 0] = wait
    return { kind: 'wait', ms: (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 }
  }
  const terminal = /^@terminal (\d)$/.exec(text)?.[1]
  if (terminal !== undefined)
    return { kind: 'terminal', number: Math.min(Math.max(Number(terminal), 1), TERMINALS_MAX) }
  return { kind: 'type', line }
}
