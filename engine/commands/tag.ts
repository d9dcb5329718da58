import { recordEvent } from '../events/event'
import { findImage, nameImage } from '../image/store'
import { canonicalName, familiarReference, withDefaultTag } from '../reference/print-reference'
import { dockerReferenceRules, parseReference } from '../reference/reference'
import { type Call, daemonError, type Ending } from './call'

/** `docker tag`: silently moves a tag that exists already. */
export function tag(call: Call): Ending {
  const { transaction, command } = call
  const [source = '', target = ''] = command.args
  const parsed = parseReference(target, dockerReferenceRules(command.client))
  if (!parsed.ok) return refuse(call, target, parsed.error)
  if (parsed.reference.digest !== null) return refuse(call, target, 'refusing to create a tag with a digest reference')
  const known = parseReference(target, dockerReferenceRules(transaction.state.profile.engine))
  if (!known.ok) return daemonError(call, known.error)
  const found = findImage(transaction.state, source)
  if (!found.ok) return daemonError(call, found.message)
  const reference = withDefaultTag(parsed.reference)
  nameImage(transaction, {
    repository: canonicalName(reference),
    tag: reference.tag,
    digest: null,
    imageId: found.image.id,
  })
  recordEvent(transaction, {
    type: 'image',
    action: 'tag',
    id: found.image.id,
    attributes: { name: familiarReference(reference) },
  })
  return 0
}

function refuse(call: Call, target: string, error: string): number {
  call.output.push({
    descriptor: 2,
    text: `Error parsing reference: "${target}" is not a valid repository/tag: ${error}\n`,
  })
  return 1
}
