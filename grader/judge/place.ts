import { promptOf, shellStatus } from '@/shell/foreground'
import { openTerminal } from '@/shell/open-terminal'
import type { Terminal } from '@/shell/terminal'
import type { World } from './world'

/** Where a terminal stands: at the host's prompt, at a prompt inside a container, or in a command that goes on. */
export type Place = 'host' | 'container' | 'busy'

export function placeOf(terminal: Terminal): Place {
  if (shellStatus(terminal.state, terminal.console) !== null) return 'host'
  return promptOf(terminal.state, terminal.console) === null ? 'busy' : 'container'
}

/** A second terminal on the same machine: the first one is left as it stands. */
export function openSecondTerminal(world: World): World {
  const { state, io, pace, user } = world.terminal
  return { ...world, terminal: openTerminal({ hub: io.hub, state, pace, user }), lost: false }
}
