import { restartContainer } from '../container/stop'
import type { Call, Ending } from './call'
import { forEachContainer } from './containers'
import { graceSeconds } from './stop'

/** `docker restart` */
export function restart(call: Call): Ending {
  const seconds = graceSeconds(call)
  return forEachContainer(call, 'engine', (container, name) => {
    const result = restartContainer(call.transaction, container.id, seconds, call.io)
    return result.ok ? null : `Cannot restart container ${name}: ${result.error}`
  })
}
