import { flagIsGiven, flagIsOn, flagText, flagTexts } from '../cli/command-line'
import { recordContainerEvent } from '../container/create'
import { applyChanges } from '../image/apply-change'
import { commitContainer } from '../image/commit'
import { nameImage } from '../image/store'
import { canonicalName, withDefaultTag } from '../reference/print-reference'
import { dockerReferenceRules, type ImageReference, parseReference } from '../reference/reference'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { containerOf } from './containers'

/** `docker commit` */
export function commit(call: Call): Ending {
  const { transaction, command } = call
  const [containerName = '', name] = command.args
  const reference = name === undefined ? null : targetOf(call, name)
  if (reference === 'invalid') return 1
  const container = containerOf(call, containerName, 'engine')
  if (container === null) return 1
  const changed = applyChanges(container.config, flagTexts(command, 'change'))
  if (!changed.ok) return daemonError(call, changed.error)
  const image = commitContainer(transaction, container, {
    config: changed.config,
    comment: flagText(command, 'message') ?? '',
    author: flagText(command, 'author') ?? '',
  })
  if (reference !== null) nameReference(call, reference, image.id)
  const isPaused = !flagIsGiven(command, 'pause') || flagIsOn(command, 'pause')
  if (isPaused && container.state.status === 'running') {
    recordContainerEvent(transaction, container, 'pause')
    recordContainerEvent(transaction, container, 'unpause')
  }
  recordContainerEvent(transaction, container, 'commit', { comment: image.comment })
  print(call, `${image.id}\n`)
  return 0
}

/** The name a new image is to get; prints why it is none. */
export function targetOf(call: Call, text: string): ImageReference | 'invalid' {
  const parsed = parseReference(text, dockerReferenceRules(call.command.client))
  if (parsed.ok) return parsed.reference
  printError(call, `${parsed.error}\n`)
  return 'invalid'
}

/** Gives an image a name of the form `repository[:tag]`. */
export function nameReference({ transaction }: Call, given: ImageReference, imageId: string): void {
  const reference = withDefaultTag(given)
  nameImage(transaction, { repository: canonicalName(reference), tag: reference.tag, digest: null, imageId })
}
