import { listChanges } from '../files/overlay'
import { imageRoot } from '../image/root'
import { type Call, type Ending, print } from './call'
import { containerOf } from './containers'

/** `docker diff` */
export function diff(call: Call): Ending {
  const container = containerOf(call, call.command.args[0] ?? '', 'engine')
  if (container === null) return 1
  const changes = listChanges(imageRoot(container.image.layers), container.upper)
  print(call, changes.map(({ kind, path }) => `${kind} ${path}\n`).join(''))
  return 0
}
