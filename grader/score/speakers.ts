import { attachedSpace } from '@/shell/foreground'
import type { ContainerPattern } from '../pattern'
import { around } from './around'
import type { Bindings, Episode } from './history'
import { targetOf } from './kinds/subject'

/**
 * Do the words of an episode come from a fitting container: typed at its prompt, run in it by `docker exec`, or printed
 * by the container itself (in the foreground, or by `docker logs`)?
 */
export function speaksFrom(episode: Episode, pattern: ContainerPattern, bindings: Bindings): boolean {
  const target = targetOf(subjectOf(pattern))
  const states = [episode.after, episode.before.state].map((state) => around(episode, state, bindings))
  return speakers(episode).some((id) =>
    states.some((machine) => target.fits(machine, id) || target.fitsRemoved(machine, id)),
  )
}

const subjects = new WeakMap<ContainerPattern, { readonly container: ContainerPattern }>()

function subjectOf(container: ContainerPattern): { readonly container: ContainerPattern } {
  const known = subjects.get(container) ?? { container }
  subjects.set(container, known)
  return known
}

function speakers({ before, events, command, after }: Episode): readonly string[] {
  const inside = attachedSpace(before.state, before.console)
  const ran = events.filter((event) => /^(?:exec_create|attach|start)/.test(event.action)).map((event) => event.id)
  const logged = /\blogs\b/.test(command)
    ? after.containers.filter((one) => command.includes(one.name) || namedById(command, one.id)).map((one) => one.id)
    : []
  return [...(inside === 'host' ? [] : [inside]), ...ran, ...logged]
}

function namedById(command: string, id: string): boolean {
  return command.split(/\s+/).some((word) => word.length >= 2 && id.startsWith(word)) || command.includes('$(')
}
