import { flagTexts } from '../cli/command-line'
import type { Container } from '../container/container'
import { removeContainer } from '../container/remove'
import { treeSize } from '../files/tree'
import { formatHumanSize } from '../format/human-size'
import { collectFilters, type Filters } from '../specs/filter'
import type { EngineState } from '../state'
import { type Call, daemonError, type Ending, print } from './call'
import { confirmation } from './confirm'
import { hasLabel } from './container-filter'
import { readMoment } from './moment'
import { pruneRefusal } from './prune-filter'

/** `docker container prune`: everything that does not run. */
export function containerPrune(call: Call): Ending {
  const filters = collectFilters(flagTexts(call.command, 'filter'))
  const question = confirmation(call, 'This will remove all stopped containers.')
  if (question !== null) return question
  const refusal = pruneRefusal(call, 'container prune', filters)
  if (refusal !== null) return daemonError(call, refusal)
  const { ids, bytes } = pruneContainers(call, filters)
  if (ids.length > 0) print(call, `Deleted Containers:\n${ids.map((id) => `${id}\n`).join('')}\n`)
  print(call, `Total reclaimed space: ${formatHumanSize(bytes, 4)}\n`)
  return 0
}

/** Removes what does not run; the ids newest first. */
export function pruneContainers({ transaction }: Call, filters: Filters) {
  const gone = transaction.state.containers
    .filter((one) => isEnded(one) && isChosen(transaction.state, one, filters))
    .toReversed()
  for (const one of gone) removeContainer(transaction, one.id, { volumes: false })
  return { ids: gone.map((one) => one.id), bytes: gone.reduce((sum, one) => sum + treeSize(one.upper), 0) }
}

function isEnded({ state }: Container): boolean {
  return state.status === 'exited' || state.status === 'created' || state.status === 'dead'
}

function isChosen(state: EngineState, { config, createdAt }: Container, filters: Filters): boolean {
  const labels = config.Labels ?? {}
  const { label = [], until = [] } = filters
  const without = filters['label!'] ?? []
  if (!label.every((one) => hasLabel(labels, one)) || without.some((one) => hasLabel(labels, one))) return false
  return until.every((text) => createdAt < (readMoment(text, state.clock) ?? 0))
}
