/** Numbers that only count what happened and that nothing is decided by: PIDs, stream ids, draws. */
const counters: ReadonlySet<string> = new Set([
  'console',
  'drawn',
  'foreground',
  'group',
  'hostPid',
  'id',
  'leader',
  'lastBackground',
  'next',
  'nextHostPid',
  'nextStream',
  'parent',
  'pid',
  'pids',
  'restartCount',
  'restartStreak',
  'failingStreak',
  'shellPid',
  'stream',
  'supervisor',
  'terminal',
])

/** A file's time does not matter to what reads no times; the others move with the clock. */
function isSteadyNumber(first: number, second: number, third: number, name: string, period: number): boolean {
  const step = second - first
  return third - second === step && (step === 0 || step === period || counters.has(name))
}

/** Ids are drawn anew at each start and mean nothing. */
function isId(text: string): boolean {
  return /^[0-9a-f]{12,}$/.test(text)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Whether a part of three states that lie one period apart is the same but for times, which went on by the period, PIDs
 * and their like, which went on by as much both times, and ids. `name` is that of the field.
 */
export function isSteady(first: unknown, second: unknown, third: unknown, period: number, name = ''): boolean {
  if (first === second && second === third) return true
  if (typeof first === 'number' && typeof second === 'number' && typeof third === 'number')
    return isSteadyNumber(first, second, third, name, period)
  if (typeof first === 'string' && typeof second === 'string' && typeof third === 'string')
    return isId(first) && isId(second) && isId(third)
  if (Array.isArray(first) && Array.isArray(second) && Array.isArray(third))
    return (
      first.length === second.length &&
      second.length === third.length &&
      first.every((item, index) => isSteady(item, second[index], third[index], period, name))
    )
  if (!isRecord(first) || !isRecord(second) || !isRecord(third)) return false
  const names = Object.keys(third)
  return (
    names.length === Object.keys(first).length &&
    names.length === Object.keys(second).length &&
    names.every(
      (key) =>
        Object.hasOwn(first, key) &&
        Object.hasOwn(second, key) &&
        isSteady(first[key], second[key], third[key], period, key),
    )
  )
}
