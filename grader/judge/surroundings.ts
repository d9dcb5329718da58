import type { Container } from '@/engine/container/container'
import type { EngineState } from '@/engine/state'
import type { Surroundings } from '../compare/unify'
import { simpleCommands } from './trust'
import type { World } from './world'

/** What comparing the output of a command must know of the machine, before and after it. */
export function surroundingsOf(world: World, after: EngineState, command: string): Surroundings {
  const before = world.terminal.state
  const { shown } = world
  return {
    shown: {
      id: setOf(shown.id),
      image: setOf(shown.image),
      name: setOf(shown.name),
      port: setOf(shown.port),
      address: setOf(shown.address),
    },
    imageIds: isSameImages(before, after) ? imageIdsOf(after) : new Set([...imageIdsOf(before), ...imageIdsOf(after)]),
    pids: new Set([...pidsOf(before), ...pidsOf(after)]),
    defaultCommands: new Set(
      [...before.containers, ...after.containers].filter(runsDefault).map((container) => container.id.slice(0, 12)),
    ),
    looping: new Set(after.containers.filter(isLooping).map((container) => container.id.slice(0, 12))),
    listing: isListing(command),
  }
}

/** Most steps show nothing new of most kinds. */
function setOf(values: readonly string[]): ReadonlySet<string> {
  const known = knownSets.get(values)
  if (known !== undefined) return known
  const made = new Set(values)
  knownSets.set(values, made)
  return made
}

const knownSets = new WeakMap<readonly string[], ReadonlySet<string>>()

function isSameImages(before: EngineState, after: EngineState): boolean {
  return before.images === after.images && before.references === after.references
}

/** Most commands leave the images alone: their ids are collected once. */
function imageIdsOf(state: EngineState): ReadonlySet<string> {
  const known = collectedIds.get(state.images)
  if (known?.references === state.references) return known.ids
  const ids = new Set(collectImageIds(state))
  collectedIds.set(state.images, { references: state.references, ids })
  return ids
}

const collectedIds = new WeakMap<
  EngineState['images'],
  { readonly references: EngineState['references']; readonly ids: ReadonlySet<string> }
>()

function collectImageIds(state: EngineState): readonly string[] {
  const long = [
    ...state.images.flatMap((image) => [image.id, ...image.layers.flatMap((layer) => [layer.digest, layer.chainId])]),
    ...state.references.map((reference) => reference.digest ?? ''),
  ]
  return long.map((id) => id.replace('sha256:', '').slice(0, 12))
}

function pidsOf(state: EngineState): readonly string[] {
  return state.containers.map((container) => container.state.hostPid).flatMap((pid) => (pid > 0 ? [String(pid)] : []))
}

function runsDefault(container: Container): boolean {
  const { Cmd, Entrypoint } = container.config
  return sameWords(Cmd, container.image.config.Cmd) && sameWords(Entrypoint, container.image.config.Entrypoint)
}

function isLooping(container: Container): boolean {
  const { state, restartCount, hostConfig } = container
  return (
    hostConfig.RestartPolicy.Name !== 'no' &&
    hostConfig.RestartPolicy.Name !== '' &&
    (restartCount > 0 || state.status === 'restarting')
  )
}

function sameWords(left: readonly string[] | null, right: readonly string[] | null): boolean {
  return (left ?? []).join('\0') === (right ?? []).join('\0')
}

const LISTING =
  /^docker (?:ps|container (?:ls|list|ps)|images|image (?:ls|list)|volume (?:ls|list)|network (?:ls|list))(?: |$)/

/** Does the line list objects, and nothing else? */
export function isListing(command: string): boolean {
  const parts = simpleCommands(command)
  return parts.length === 1 && LISTING.test((parts[0] ?? []).filter((word) => word !== 'sudo').join(' '))
}
