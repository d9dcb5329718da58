import { attach } from './attach'
import type { Handler } from './call'
import { containerPrune } from './container-prune'
import { create } from './create'
import { diff } from './diff'
import { exec } from './exec'
import { history } from './history'
import { imagePrune } from './image-prune'
import { images } from './images'
import { inspect, inspectContainers, inspectImages, inspectNetworks, inspectVolumes } from './inspect'
import { kill } from './kill'
import { logs } from './logs'
import { networkConnect, networkDisconnect } from './network-connect'
import { networkCreate } from './network-create'
import { networkLs } from './network-ls'
import { networkPrune } from './network-prune'
import { networkRm } from './network-rm'
import { pause, unpause } from './pause'
import { port } from './port'
import { ps } from './ps'
import { pull } from './pull'
import { rename } from './rename'
import { restart } from './restart'
import { rm } from './rm'
import { rmi } from './rmi'
import { run } from './run'
import { search } from './search'
import { start } from './start'
import { stop } from './stop'
import { tag } from './tag'
import { top } from './top'
import { version } from './version'
import { volumeCreate } from './volume-create'
import { volumeLs } from './volume-ls'
import { volumePrune } from './volume-prune'
import { volumeRm } from './volume-rm'
import { wait } from './wait'

/** One row a command, by its one name in the table of command lines. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  attach,
  'container inspect': inspectContainers,
  'container prune': containerPrune,
  create,
  diff,
  exec,
  history,
  'image inspect': inspectImages,
  'image prune': imagePrune,
  images,
  inspect,
  kill,
  logs,
  'network connect': networkConnect,
  'network create': networkCreate,
  'network disconnect': networkDisconnect,
  'network inspect': inspectNetworks,
  'network ls': networkLs,
  'network prune': networkPrune,
  'network rm': networkRm,
  pause,
  port,
  ps,
  pull,
  rename,
  restart,
  rm,
  rmi,
  run,
  search,
  start,
  stop,
  tag,
  top,
  unpause,
  version,
  'volume create': volumeCreate,
  'volume inspect': inspectVolumes,
  'volume ls': volumeLs,
  'volume prune': volumePrune,
  'volume rm': volumeRm,
  wait,
}

/** What carries a command out, or null where it is not simulated. */
export function handlerOf(name: string): Handler | null {
  return Object.hasOwn(HANDLERS, name) ? (HANDLERS[name] ?? null) : null
}

/** Names of the commands that are simulated. */
export function simulatedCommands(): readonly string[] {
  return Object.keys(HANDLERS)
}
