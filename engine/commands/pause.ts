import { pauseContainer, unpauseContainer } from '../container/stop'
import { alreadyPaused, notRunning } from '../refusals'
import type { Call, Ending } from './call'
import { forEachContainer } from './containers'

/** `docker pause` */
export function pause(call: Call): Ending {
  const { rules } = call.transaction.state
  return forEachContainer(call, 'engine', (container) => {
    const { status } = container.state
    if (status === 'paused') return alreadyPaused(rules, container.id)
    if (status === 'restarting') return `Container ${container.id} is restarting, wait until the container is running`
    if (status !== 'running') return notRunning(rules, container.id)
    pauseContainer(call.transaction, container)
    return null
  })
}

/** `docker unpause` */
export function unpause(call: Call): Ending {
  return forEachContainer(call, 'engine', (container) => {
    if (container.state.status !== 'paused') return `Container ${container.id} is not paused`
    unpauseContainer(call.transaction, container)
    return null
  })
}
