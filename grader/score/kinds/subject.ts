import type { Subject } from '../../pattern'
import { containerTarget } from './container'
import { imageTarget } from './image'
import { hostTarget, networkTarget, pushedTarget, volumeTarget } from './others'
import type { Target } from './target'

const targets = new WeakMap<Subject, Target>()

/** The subject of a predicate as its kind of object handles it; one that names nothing is the machine itself. */
export function targetOf(subject: Subject): Target {
  const known = targets.get(subject)
  if (known !== undefined) return known
  const target = makeTarget(subject)
  targets.set(subject, target)
  return target
}

function makeTarget({ container, image, volume, network, pushed, host }: Subject): Target {
  if (container !== undefined) return containerTarget(container)
  if (image !== undefined) return imageTarget(image)
  if (volume !== undefined) return volumeTarget(volume)
  if (network !== undefined) return networkTarget(network)
  return pushed === undefined ? hostTarget(host ?? {}) : pushedTarget(pushed)
}
