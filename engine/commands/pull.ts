import { flagIsOn } from '../cli/command-line'
import { pullImage } from '../image/pull'
import { canonicalReference, familiarReference, withDefaultTag } from '../reference/print-reference'
import { dockerReferenceRules, parseReference } from '../reference/reference'
import { type Call, daemonError, type Ending, print, printError } from './call'

/** `docker pull` */
export function pull(call: Call): Ending {
  const { transaction, command, io } = call
  const parsed = parseReference(command.args[0] ?? '', dockerReferenceRules(command.client))
  if (!parsed.ok) {
    printError(call, `${parsed.error}\n`)
    return 1
  }
  const quiet = flagIsOn(command, 'quiet')
  const reference = parsed.reference
  const isBare = reference.tag === null && reference.digest === null
  const allTags = flagIsOn(command, 'all-tags')
  if (isBare && !allTags && !quiet) print(call, 'Using default tag: latest\n')
  const result = pullImage(transaction, io.hub, reference)
  if (!quiet) for (const line of result.lines) print(call, `${line}\n`)
  if (!result.ok) return daemonError(call, result.error)
  print(call, `${canonicalReference(withDefaultTag(reference))}\n`)
  return 0
}

/** Gets the image a container is to be made of; prints the pull as `run` and `create` show it. Null if it cannot be had. */
export function pullForCreate(call: Call, name: string): string | null {
  const parsed = parseReference(name, dockerReferenceRules(call.command.client))
  if (!parsed.ok) return parsed.error
  printError(call, `Unable to find image '${familiarReference(withDefaultTag(parsed.reference))}' locally\n`)
  const result = pullImage(call.transaction, call.io.hub, parsed.reference)
  for (const line of result.lines) printError(call, `${line}\n`)
  return result.ok ? null : result.error
}
