import { attach } from './attach'
import type { Handler } from './call'
import { create } from './create'
import { exec } from './exec'
import { images } from './images'
import { inspect } from './inspect'
import { kill } from './kill'
import { logs } from './logs'
import { pause, unpause } from './pause'
import { port } from './port'
import { ps } from './ps'
import { pull } from './pull'
import { rename } from './rename'
import { restart } from './restart'
import { rm } from './rm'
import { rmi } from './rmi'
import { run } from './run'
import { start } from './start'
import { stop } from './stop'
import { tag } from './tag'
import { version } from './version'
import { wait } from './wait'

/** One row a command, by its one name in the table of command lines. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  attach,
  create,
  exec,
  images,
  inspect,
  kill,
  logs,
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
  unpause,
  version,
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
