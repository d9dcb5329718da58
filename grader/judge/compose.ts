import { quietly } from './quietly'
import type { World } from './world'

const COMPOSE =
  /^(?:sudo )?(?:docker[ -]compose|podman-compose)(?: -[fp] \S{1,200}| --(?:file|project-name)[= ]\S{1,200})* ([a-z]{2,10})\b/

/** Compose's verbs, and what Docker does to each container of which they print that it is done. */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  stop: ['stop'],
  start: ['start'],
  up: ['start'],
  restart: ['restart'],
  kill: ['kill'],
  pause: ['pause'],
  unpause: ['unpause'],
  rm: ['rm'],
  down: ['rm', '-f'],
}

/** `✔ Container site-web-1  Stopped` of Compose 2, `Stopping site_web_1 ... done` of its first version. */
const DONE =
  /^.{0,6}Container ([\w.-]{1,200})\s{1,200}(Stopped|Started|Restarted|Killed|Paused|Unpaused|Removed)\b|^(Stopping|Starting|Restarting|Killing|Pausing|Unpausing|Removing) ([\w.-]{1,200})\s{1,9}\.\.\. done/

/**
 * What Compose says it did to containers that an earlier listing showed, done on our machine too, so that it counts as
 * Docker's own stops and starts do. Whatever else Compose did is learnt from later listings.
 */
export function followCompose(world: World, command: string, observed: readonly string[]): World {
  const verb = COMPOSE.exec(command.slice(0, 1_000))?.[1] ?? ''
  const act = ACTS[verb]
  if (act === undefined) return world
  let { terminal } = world
  for (const { name, deed } of doneIn(observed)) {
    const isThere = terminal.state.containers.some((container) => container.name === name)
    const argv = verb === 'down' && /^stop/i.test(deed) ? ['stop'] : act
    if (isThere) terminal = quietly(terminal, [...argv, name])
  }
  return { ...world, terminal }
}

function doneIn(observed: readonly string[]): readonly { readonly name: string; readonly deed: string }[] {
  return observed.slice(0, 200).flatMap((line) => {
    const [, name, deed, oldDeed, oldName] = DONE.exec(line.slice(0, 500)) ?? []
    if (name !== undefined && deed !== undefined) return [{ name, deed }]
    return oldName !== undefined && oldDeed !== undefined ? [{ name: oldName, deed: oldDeed }] : []
  })
}
