import { flagTexts } from '../cli/command-line'
import { isBuiltin } from '../network/builtin'
import { collectFilters } from '../specs/filter'
import { type Call, daemonError, type Ending, print } from './call'
import { confirmation } from './confirm'
import { hasLabel } from './container-filter'
import { removeNetwork } from './network-rm'
import { pruneRefusal } from './prune-filter'

/** `docker network prune` */
export function networkPrune(call: Call): Ending {
  const filters = collectFilters(flagTexts(call.command, 'filter'))
  const question = confirmation(call, 'This will remove all custom networks not used by at least one container.')
  if (question !== null) return question
  const refusal = pruneRefusal(call, 'network prune', filters)
  if (refusal !== null) return daemonError(call, refusal)
  const names = pruneNetworks(call, filters.label ?? [])
  if (names.length > 0) print(call, `Deleted Networks:\n${names.map((name) => `${name}\n`).join('')}\n`)
  return 0
}

/** Removes the networks no container has and returns their names. */
export function pruneNetworks({ transaction }: Call, labels: readonly string[]): readonly string[] {
  const { state } = transaction
  const unused = state.networks.filter(
    (network) =>
      !isBuiltin(network) &&
      labels.every((label) => hasLabel(network.labels, label)) &&
      !state.containers.some((container) => container.endpoints.some((endpoint) => endpoint.networkId === network.id)),
  )
  for (const network of unused) removeNetwork(transaction, network)
  return unused.map((network) => network.name)
}
