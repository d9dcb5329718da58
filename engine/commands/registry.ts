import { attach } from './attach'
import { build } from './build'
import { builderPrune } from './builder-prune'
import type { Handler } from './call'
import { commit } from './commit'
import { containerPrune } from './container-prune'
import { cp } from './cp'
import { create } from './create'
import { diff } from './diff'
import { events } from './events'
import { exec } from './exec'
import { exportContainer } from './export'
import { history } from './history'
import { imagePrune } from './image-prune'
import { images } from './images'
import { importImage } from './import'
import { info } from './info'
import { inspect, inspectContainers, inspectImages, inspectNetworks, inspectVolumes } from './inspect'
import { kill } from './kill'
import { load } from './load'
import { login, logout } from './login'
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
import { push } from './push'
import { rename } from './rename'
import { restart } from './restart'
import { rm } from './rm'
import { rmi } from './rmi'
import { run } from './run'
import { save } from './save'
import { search } from './search'
import { start } from './start'
import { stats } from './stats'
import { stop } from './stop'
import { systemDf } from './system-df'
import { systemPrune } from './system-prune'
import { tag } from './tag'
import { top } from './top'
import { update } from './update'
import { version } from './version'
import { volumeCreate } from './volume-create'
import { volumeLs } from './volume-ls'
import { volumePrune } from './volume-prune'
import { volumeRm } from './volume-rm'
import { wait } from './wait'

/** One row a command, by its one name in the table of command lines. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  attach,
  build,
  'builder prune': builderPrune,
  commit,
  'container inspect': inspectContainers,
  'container prune': containerPrune,
  cp,
  create,
  diff,
  events,
  exec,
  export: exportContainer,
  history,
  'image inspect': inspectImages,
  'image prune': imagePrune,
  images,
  import: importImage,
  info,
  inspect,
  kill,
  load,
  login,
  logout,
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
  push,
  rename,
  restart,
  rm,
  rmi,
  run,
  save,
  search,
  start,
  stats,
  stop,
  'system df': systemDf,
  'system prune': systemPrune,
  tag,
  top,
  unpause,
  update,
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
