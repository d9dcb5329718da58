import { messagePrefix, type Run } from '../language/run'

/** How a builtin's complaint begins: the shell's prefix and, where given, the builtin's name. */
export function shellPrefix(run: Run, builtin: string): string {
  return messagePrefix(run) + (builtin === '' ? '' : `${builtin}: `)
}
