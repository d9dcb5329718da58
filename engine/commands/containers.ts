import type { Container } from '../container/container'
import { findContainer } from '../container/lookup'
import { type Call, daemonError, isClient20, print, printError } from './call'

/** Whether the 20.10 client words an absent container itself (rm, logs, exec…) or passes on the engine's words (stop, start…). */
export type NotFoundStyle = 'client' | 'engine'

/** The container an argument means; if there is none, prints why. */
export function containerOf(call: Call, reference: string, style: NotFoundStyle): Container | null {
  const found = findContainer(call.transaction.state, reference)
  if (found.ok) return found.container
  if (found.reason === 'ambiguous') daemonError(call, `Multiple IDs found with provided prefix: ${reference}`)
  else if (style === 'client' && isClient20(call)) printError(call, `Error: No such container: ${reference}\n`)
  else daemonError(call, `No such container: ${reference}`)
  return null
}

/**
 * Does the same to each container named and prints its name as it was typed; an error does not keep the others from
 * their turn. `act` returns what the engine refuses, or null. Exit code 1 if any failed.
 */
export function forEachContainer(
  call: Call,
  style: NotFoundStyle,
  act: (container: Container, name: string) => string | null,
): number {
  const before = call.output.length
  let exitCode = 0
  for (const name of call.command.args) {
    const container = containerOf(call, name, style)
    const error = container === null ? null : act(container, name)
    if (container === null) exitCode = 1
    else if (error === null) print(call, `${name}\n`)
    else exitCode = daemonError(call, error)
  }
  errorsLast(call, before)
  return exitCode
}

/** The client gathers errors and prints them at its end: what was printed since `before` is put in that order. */
export function errorsLast({ output }: Call, before: number): void {
  const printed = output.splice(before)
  output.push(
    ...printed.filter((chunk) => chunk.descriptor === 1),
    ...printed.filter((chunk) => chunk.descriptor === 2),
  )
}
