import { flagIsOn, flagText } from '../cli/command-line'
import { pullImage, remoteTags } from '../image/pull'
import { canonicalReference, familiarName, familiarReference, withDefaultTag } from '../reference/print-reference'
import { dockerReferenceRules, type ImageReference, parseReference } from '../reference/reference'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { platformRefusal } from './platform'

/** `docker pull` */
export function pull(call: Call): Ending {
  const { transaction, command, io } = call
  const parsed = parseReference(command.args[0] ?? '', dockerReferenceRules(command.client))
  if (!parsed.ok) {
    printError(call, `${parsed.error}\n`)
    return 1
  }
  const refused = platformRefusal(flagText(command, 'platform') ?? '')
  if (refused !== null) return daemonError(call, refused)
  const quiet = flagIsOn(command, 'quiet')
  const reference = parsed.reference
  const isBare = reference.tag === null && reference.digest === null
  const allTags = flagIsOn(command, 'all-tags')
  if (allTags && !isBare) {
    printError(call, "tag can't be used with --all-tags/-a\n")
    return 1
  }
  if (allTags) return pullAllTags(call, reference, quiet)
  if (isBare && !quiet) print(call, 'Using default tag: latest\n')
  const result = pullImage(transaction, io.hub, reference)
  if (!quiet) for (const line of result.lines) print(call, `${line}\n`)
  if (!result.ok) return daemonError(call, result.error)
  print(call, `${canonicalReference(withDefaultTag(reference))}\n`)
  return 0
}

/** Each tag in turn; the status names the repository alone. */
function pullAllTags(call: Call, reference: ImageReference, quiet: boolean): number {
  const { transaction, io } = call
  const tags = remoteTags(transaction.state, io.hub, reference)
  const name = familiarName(reference)
  let isNewer = false
  if (tags.length === 0) {
    const result = pullImage(transaction, io.hub, reference)
    return result.ok ? 0 : daemonError(call, result.error)
  }
  for (const tag of tags) {
    const result = pullImage(transaction, io.hub, { ...reference, tag })
    if (!result.ok) return daemonError(call, result.error)
    isNewer ||= result.isNewer
    const lines = result.lines.filter((line) => !line.startsWith('Status: '))
    if (!quiet) print(call, lines.map((line) => `${line}\n`).join(''))
  }
  if (!quiet) print(call, `Status: ${isNewer ? 'Downloaded newer image' : 'Image is up to date'} for ${name}\n`)
  print(call, `${canonicalReference(reference)}\n`)
  return 0
}

/** Gets the image a container is to be made of; prints the pull as `run` and `create` show it (`--pull always` without saying that it is missing). Null if it cannot be had. */
export function pullForCreate(call: Call, name: string, isMissing: boolean): string | null {
  const parsed = parseReference(name, dockerReferenceRules(call.command.client))
  if (!parsed.ok) return parsed.error
  if (isMissing)
    printError(call, `Unable to find image '${familiarReference(withDefaultTag(parsed.reference))}' locally\n`)
  const result = pullImage(call.transaction, call.io.hub, parsed.reference)
  for (const line of result.lines) printError(call, `${line}\n`)
  return result.ok ? null : result.error
}
