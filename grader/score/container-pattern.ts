import type { Container } from '@/engine/container/container'
import type { EngineState } from '@/engine/state'
import type { ContainerPattern } from '../exercise'
import type { Bindings } from './history'

/** The containers of a state that fit a pattern under the bindings, oldest first. */
export function matchingContainers(
  state: EngineState,
  pattern: ContainerPattern,
  bindings: Bindings,
): readonly Container[] {
  return state.containers.filter((container) => fits(container, pattern, bindings))
}

/** Does this container fit? Every field that the pattern gives must hold. */
export function fits(container: Container, pattern: ContainerPattern, bindings: Bindings): boolean {
  return (
    (pattern.as === undefined || bindings[pattern.as] === container.id) &&
    (pattern.image === undefined || isOfImage(container.imageName, pattern.image)) &&
    (pattern.name === undefined || container.name === pattern.name) &&
    (pattern.status === undefined || container.state.status === pattern.status) &&
    (pattern.exitCode === undefined || container.state.exitCode === pattern.exitCode) &&
    (pattern.detached === undefined || container.config.AttachStdout !== pattern.detached) &&
    (pattern.publishes === undefined || publishes(container, pattern.publishes, pattern.hostPort))
  )
}

/** `nginx` stands for any tag or digest of nginx; `nginx:1.27` for that tag only. */
function isOfImage(name: string, wanted: string): boolean {
  const familiar = name.replace(/^docker\.io\//, '').replace(/^library\//, '')
  return (
    familiar === wanted ||
    familiar.startsWith(`${wanted}:`) ||
    familiar.startsWith(`${wanted}@`) ||
    familiar === `${wanted}:latest`
  )
}

/** A published port counts also while the container is stopped: it is what was asked for when it was created. */
function publishes(container: Container, port: number, hostPort: number | undefined): boolean {
  const asked = Object.entries(container.hostConfig.PortBindings).some(
    ([key, list]) =>
      Number(key.split('/')[0]) === port &&
      (hostPort === undefined || (list ?? []).some((binding) => binding.HostPort === String(hostPort))),
  )
  const open = container.ports.some(
    (published) => published.privatePort === port && (hostPort === undefined || published.publicPort === hostPort),
  )
  return asked || open
}
