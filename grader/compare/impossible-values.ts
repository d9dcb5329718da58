import type { Unifier } from './unify'

/** Lines of an inspected document that are looked at. */
const LINES_MAX = 5_000

/**
 * Values that no Docker prints, whatever the machine: an address with a number above 255, and a container that runs
 * without a process, or that runs and does not.
 */
export function checkValues(observed: readonly string[], unifier: Unifier): void {
  if (!/^[[{]/.test(observed[0] ?? '')) return
  let running: string | undefined
  for (const [line, text] of observed.slice(0, LINES_MAX).entries()) {
    const [, key = '', value = ''] =
      /^ {1,40}"(IPAddress|Gateway|Status|Running|Pid)": "?([\w.]{0,40})"?,?$/.exec(text) ?? []
    if (key === 'Status' || text.trim() === '{')
      running = value === 'running' ? 'true' : value === 'exited' ? 'false' : undefined
    const impossible =
      (/^\d+\.\d+\.\d+\.\d+$/.test(value) && value.split('.').some((part) => Number(part) > 255)) ||
      (key === 'Running' && running !== undefined && value !== running) ||
      (key === 'Pid' && running !== undefined && (value === '0') === (running === 'true'))
    if (impossible)
      unifier.mismatch({ code: 'impossible-value', line, expected: '', observed: text.trim(), soft: false })
  }
}
