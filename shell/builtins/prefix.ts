import { isScript, messagePrefix, type Run } from '../language/run'

/** How a builtin's complaint begins: the shell's prefix and, where given, the builtin's name. ash names a line behind it, 0 in what -c gives. */
export function shellPrefix(run: Run, builtin: string): string {
  if (builtin === '') return messagePrefix(run)
  if (run.dialect !== 'ash') return `${messagePrefix(run)}${builtin}: `
  const hasLine = !run.options.interactive && !run.ofInteractive
  return `${run.name}: ${builtin}: ${hasLine ? `line ${isScript(run) ? run.line : 0}: ` : ''}`
}
