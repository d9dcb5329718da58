import { pauseContainer, unpauseContainer } from '../container/stop'
import type { Call, Ending } from './call'
import { forEachContainer } from './containers'

/** `docker pause` */
export function pause(call: Call): Ending {
  return forEachContainer(call, 'engine', (container) => {
    const { status } = container.state
    if (status === 'paused') return `Container ${container.id} is already paused`
    if (status === 'restarting') return `Container ${container.id} is restarting, wait until the container is running`
    if (status !== 'running') return `Container ${container.id} is not running`
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
