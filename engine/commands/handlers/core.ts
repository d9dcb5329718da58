import { attach } from '../attach'
import type { Handler } from '../call'
import { create } from '../create'
import { exec } from '../exec'
import { history } from '../history'
import { images } from '../images'
import { inspect, inspectContainers, inspectImages, inspectNetworks, inspectVolumes } from '../inspect'
import { kill } from '../kill'
import { logs } from '../logs'
import { networkLs } from '../network-ls'
import { pause, unpause } from '../pause'
import { port } from '../port'
import { ps } from '../ps'
import { pull } from '../pull'
import { rename } from '../rename'
import { restart } from '../restart'
import { rm } from '../rm'
import { rmi } from '../rmi'
import { run } from '../run'
import { start } from '../start'
import { stop } from '../stop'
import { tag } from '../tag'
import { top } from '../top'
import { volumeCreate } from '../volume-create'
import { volumeLs } from '../volume-ls'
import { volumeRm } from '../volume-rm'
import { wait } from '../wait'

/** What a first hour with Docker types: always loaded. */
export const CORE_HANDLERS: Readonly<Record<string, Handler>> = {
  attach,
  'container inspect': inspectContainers,
  create,
  exec,
  history,
  'image inspect': inspectImages,
  images,
  inspect,
  kill,
  logs,
  'network inspect': inspectNetworks,
  'network ls': networkLs,
  pause,
  port,
  ps,
  pull,
  rename,
  restart,
  rm,
  rmi,
  run,
  start,
  stop,
  tag,
  top,
  unpause,
  'volume create': volumeCreate,
  'volume inspect': inspectVolumes,
  'volume ls': volumeLs,
  'volume rm': volumeRm,
  wait,
}
