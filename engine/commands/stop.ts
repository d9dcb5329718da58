import { flagIsGiven, flagNumber } from '../cli/command-line'
import { removeContainer } from '../container/remove'
import { stopContainer } from '../container/stop'
import type { Call, Ending } from './call'
import { forEachContainer } from './containers'

/** `docker stop` */
export function stop(call: Call): Ending {
  const seconds = graceSeconds(call)
  return forEachContainer(call, 'engine', (container) => {
    stopContainer(call.transaction, container.id, seconds, call.io)
    if (call.transaction.state.rules.stopRemoves) removeContainer(call.transaction, container.id, { volumes: false })
    return null
  })
}

/** `--time` or `--timeout`; null where the container's own grace period counts. */
export function graceSeconds({ command }: Call): number | null {
  if (flagIsGiven(command, 'timeout')) return flagNumber(command, 'timeout')
  return flagIsGiven(command, 'time') ? flagNumber(command, 'time') : null
}
