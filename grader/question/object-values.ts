import type { Container } from '@/engine/container/container'
import { containerWithId } from '@/engine/container/lookup'
import { imageWithId, namesOf } from '@/engine/image/store'
import { around } from '../score/around'
import type { Bindings, History } from '../score/history'
import { targetOf } from '../score/kinds/subject'
import type { Surroundings } from '../score/kinds/target'
import type { ComputedKey, ObjectValue } from './exercise-question'

/** Every value that the key had at some moment of the replay, as text. */
export function valuesOf(key: ComputedKey, history: History, bindings: Bindings): readonly string[] {
  const target = targetOf(key)
  const values = new Set<string>()
  for (const episode of history)
    for (const state of [episode.before.state, episode.after]) {
      const machine = around(episode, state, bindings)
      const keys = target.fitting(machine)
      if (key.value === 'count') values.add(String(keys.length))
      else for (const object of keys) for (const value of valuesIn(machine, key, object)) values.add(value)
      for (const container of state.removed)
        if (target.kind === 'container' && target.fitsRemoved(machine, container.id))
          for (const value of ofContainer(container, key.value)) values.add(value)
    }
  return [...values]
}

function valuesIn({ state }: Surroundings, key: ComputedKey, object: string): readonly string[] {
  if (key.container !== undefined) {
    const container = containerWithId(state, object)
    return container === null ? [] : ofContainer(container, key.value)
  }
  if (key.image !== undefined) return ofImage(state, object, key.value)
  const network = state.networks.find((one) => one.id === object)
  if (network === undefined) return key.value === 'name' ? [object] : []
  const { name, id, subnet, gateway } = network
  if (key.value === 'subnet') return subnet === null ? [] : [subnet]
  if (key.value === 'gateway') return gateway === null ? [] : [gateway]
  return key.value === 'name' ? [name] : [id]
}

function ofContainer(container: Container, value: ObjectValue): readonly string[] {
  const { id, name, state, config, endpoints, ports, restartCount } = container
  switch (value) {
    case 'name':
      return [name]
    case 'id':
      return [id]
    case 'status':
      return [state.status]
    case 'exitCode':
      return [String(state.exitCode)]
    case 'hostname':
      return [config.Hostname]
    case 'address':
      return endpoints.flatMap((endpoint) => endpoint.address ?? [])
    case 'hostPort':
      return ports.map((port) => String(port.publicPort))
    case 'restarts':
      return [String(restartCount)]
    default:
      return []
  }
}

function ofImage(state: Surroundings['state'], id: string, value: ObjectValue): readonly string[] {
  const image = imageWithId(state, id)
  if (image === null) return []
  switch (value) {
    case 'layers':
      return [String(image.layers.length)]
    case 'steps':
      return [String(image.history.length)]
    case 'id':
      return [id.replace('sha256:', '')]
    case 'name':
      return namesOf(state, id).flatMap((named) => named.tag ?? [])
    default:
      return []
  }
}
