import type { Frame, Pending } from './memory'
import { type Run, restoreVariables } from './run'

/** Takes the last frame off, undoing what it stands for where it was to be undone at its end. */
export function dropFrame(run: Run): Frame | null {
  const frame = run.frames.pop() ?? null
  if (frame !== null) undo(run, frame)
  return frame
}

/** What leaving a frame early must still do. */
export function undo(run: Run, frame: Frame): void {
  switch (frame.frame) {
    case 'restore-descriptors':
      for (const [number, descriptor] of Object.entries(frame.descriptors))
        run.system.setDescriptor(Number(number), descriptor)
      return
    case 'restore-variables':
      restoreVariables(run, frame.variables)
      return
    case 'function':
      run.parameters = frame.parameters
      restoreVariables(run, frame.locals)
      return
    case 'source':
      if (frame.parameters !== null) run.parameters = frame.parameters
      return
    case 'capture':
      run.system.setDescriptor(frame.descriptor, null)
      return
    default:
  }
}

/** Drops frames until one satisfies `isLast` (dropped too), or all. Returns whether it was met. */
export function unwind(run: Run, isLast: (frame: Frame) => boolean): boolean {
  for (;;) {
    const frame = dropFrame(run)
    if (frame === null) return false
    if (isLast(frame)) return true
  }
}

/** Drops everything: a fault, an interrupt, `exit`. */
export function unwindAll(run: Run): void {
  unwind(run, () => false)
}

/** Whether a failure is being looked at (conditions, `!`, left of && and ||), so that `set -e` lets it pass. */
export function isTested(run: Run): boolean {
  return run.frames.some((frame) => frame.frame === 'tested' || frame.frame === 'negate')
}

/** Writes what can be written now and leaves the rest for later; `status` is what the command ends with. */
export function emit(run: Run, pending: readonly Pending[], status: number): void {
  run.status = status
  let left = pending.filter((piece) => piece.text !== '')
  while (left.length > 0) {
    const [piece, ...rest] = left
    if (piece === undefined) return
    const result = run.system.write(piece.descriptor, piece.text)
    if (result === 'block') {
      run.frames.push({ frame: 'output', pending: left, status })
      return
    }
    if (result !== 'ok') run.status = 1
    left = rest
  }
}

/** An error message of the shell itself. */
export function complain(run: Run, message: string, status: number): void {
  emit(run, [{ descriptor: 2, text: `${message}\n` }], status)
}
