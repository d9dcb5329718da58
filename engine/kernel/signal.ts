/** Signal names without `SIG`, with their Linux x86-64 numbers (signal(7)). */
const numbers = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  IO: 29,
  PWR: 30,
  SYS: 31,
} as const

export type Signal = keyof typeof numbers

/** What a signal does to a process that neither handles nor ignores it. */
export type DefaultAction = 'end' | 'ignore' | 'stop' | 'continue'

/** Every signal, by ascending number. */
export const signals: readonly Signal[] = Object.keys(numbers).filter(isSignal)

const aliases: Readonly<Record<string, Signal>> = { CLD: 'CHLD', POLL: 'IO', IOT: 'ABRT' }

function isSignal(name: string): name is Signal {
  return Object.hasOwn(numbers, name)
}

/** The signal's number on Linux x86-64, e.g. 15 for TERM. */
export function signalNumber(signal: Signal): number {
  return numbers[signal]
}

/** Reads `TERM`, `SIGTERM`, `sigterm` or `15`; null for what names no signal. */
export function parseSignal(text: string): Signal | null {
  if (/^\d{1,3}$/.test(text)) return signals.find((signal) => numbers[signal] === Number(text)) ?? null
  const name = text.toUpperCase().replace(/^SIG/, '')
  return isSignal(name) ? name : (aliases[name] ?? null)
}

/** The default action of signal(7). */
export function defaultAction(signal: Signal): DefaultAction {
  switch (signal) {
    case 'CHLD':
    case 'URG':
    case 'WINCH':
      return 'ignore'
    case 'CONT':
      return 'continue'
    case 'STOP':
    case 'TSTP':
    case 'TTIN':
    case 'TTOU':
      return 'stop'
    default:
      return 'end'
  }
}
