import { readRefusal } from '../compare/refusal'
import type { Renaming } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import type { World } from './world'

const NAMES_A_CONTAINER =
  /\bdocker (?:container )?(?:attach|commit|cp|diff|exec|export|inspect|kill|logs|pause|port|rename|restart|rm|start|stop|top|unpause|update|wait)\b/

/**
 * An id was typed that the paste never showed: the student read it elsewhere (another window, a completion). If there is
 * just one container whose id was not shown yet, it is that one's; null if nothing of the kind happened.
 */
export function recognise(world: World, step: ReadStep): Renaming | null {
  if (step.context !== 'host' || !NAMES_A_CONTAINER.test(step.command)) return null
  const { containers, networks } = world.terminal.state
  const known = [...containers.flatMap(({ id, name }) => [id, name]), ...networks.map(({ id }) => id)]
  const typed = step.command
    .split(/\s+/)
    .filter((word) => /^[0-9a-f]{3,64}$/.test(word) && !known.some((text) => text.startsWith(word)))
  const unseen = containers.filter(({ id }) => !world.shown.id.includes(id.slice(0, 12)))
  const [word, container] = [typed[0], unseen[0]]
  if (word === undefined || container === undefined || typed.length > 1 || unseen.length > 1) return null
  if (readRefusal(step.output.split('\n').slice(0, 20)) !== null) return null
  return { kind: 'id', from: container.id, to: word + container.id.slice(word.length) }
}
