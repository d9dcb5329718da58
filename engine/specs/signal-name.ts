/** Linux's signals by name without SIG (moby/sys `signal.SignalMap`). */
export const SIGNAL_NUMBERS: Readonly<Record<string, number>> = {
  ABRT: 6,
  ALRM: 14,
  BUS: 7,
  CHLD: 17,
  CLD: 17,
  CONT: 18,
  FPE: 8,
  HUP: 1,
  ILL: 4,
  INT: 2,
  IO: 29,
  IOT: 6,
  KILL: 9,
  PIPE: 13,
  POLL: 29,
  PROF: 27,
  PWR: 30,
  QUIT: 3,
  SEGV: 11,
  STKFLT: 16,
  STOP: 19,
  SYS: 31,
  TERM: 15,
  TRAP: 5,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  USR1: 10,
  USR2: 12,
  VTALRM: 26,
  WINCH: 28,
  XCPU: 24,
  XFSZ: 25,
  ...realTimeSignals(),
}

/** The number of a signal given by name (with or without SIG, in any case) or number, or null (`signal.ParseSignal`). */
export function parseSignal(text: string): number | null {
  if (/^[+-]?\d{1,9}$/.test(text)) return Number(text) === 0 ? null : Number(text)
  const name = text.toUpperCase().replace(/^SIG/, '')
  return Object.hasOwn(SIGNAL_NUMBERS, name) ? (SIGNAL_NUMBERS[name] ?? null) : null
}

function realTimeSignals(): Record<string, number> {
  const signals: Record<string, number> = { RTMIN: 34, RTMAX: 64 }
  for (let offset = 1; offset <= 15; offset += 1) signals[`RTMIN+${offset}`] = 34 + offset
  for (let offset = 1; offset <= 14; offset += 1) signals[`RTMAX-${offset}`] = 64 - offset
  return signals
}
