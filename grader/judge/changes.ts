import { listItems } from '@/engine/append-list'
import type { Container } from '@/engine/container/container'
import type { EngineEvent } from '@/engine/events/event'
import type { EngineState } from '@/engine/state'
import type { Change } from '../verdict'

/** What happened to the machine between two states, in the words of a listing: oldest object first. */
export function changesBetween(before: EngineState, after: EngineState): readonly Change[] {
  return [
    ...containerChanges(before, after),
    ...imageChanges(before, after),
    ...namedChanges('volume', before.volumes, after.volumes),
    ...namedChanges('network', before.networks, after.networks),
  ]
}

function containerChanges(before: EngineState, after: EngineState): readonly Change[] {
  if (before.containers === after.containers) return []
  const changes: Change[] = []
  for (const container of after.containers) {
    const earlier = before.containers.find((candidate) => candidate.id === container.id)
    if (!earlier)
      changes.push({
        kind: 'container',
        object: container.name,
        action: 'created',
        detail: { image: container.imageName },
      })
    if (earlier && earlier.name !== container.name)
      changes.push({ kind: 'container', object: container.name, action: 'renamed', detail: { before: earlier.name } })
    changes.push(...stateChanges(earlier ?? null, container))
  }
  for (const container of before.containers) {
    if (!after.containers.some((candidate) => candidate.id === container.id))
      changes.push({ kind: 'container', object: container.name, action: 'removed', detail: {} })
  }
  return changes
}

function stateChanges(earlier: Container | null, container: Container): readonly Change[] {
  const was = earlier?.state ?? null
  const { status, exitCode, startedAt } = container.state
  const of = (action: string, detail: Change['detail'] = {}): Change => ({
    kind: 'container',
    object: container.name,
    action,
    detail,
  })
  const changes: Change[] = []
  if (startedAt !== null && startedAt !== (was?.startedAt ?? null))
    changes.push(of(was?.status === 'running' ? 'restarted' : 'started'))
  if (status === 'exited' && (was?.status !== 'exited' || startedAt !== was.startedAt))
    changes.push(of('exited', { exitCode }))
  if (status === 'paused' && was?.status !== 'paused') changes.push(of('paused'))
  if (status === 'running' && was?.status === 'paused' && startedAt === was.startedAt) changes.push(of('unpaused'))
  return changes
}

function imageChanges(before: EngineState, after: EngineState): readonly Change[] {
  if (before.references === after.references) return []
  const name = (reference: EngineState['references'][number]) =>
    `${reference.repository.replace(/^docker\.io\/(?:library\/)?/, '')}${reference.tag ? `:${reference.tag}` : ''}`
  const tagged = (state: EngineState) => [
    ...new Set(state.references.filter((reference) => reference.tag !== null).map(name)),
  ]
  const [old, now] = [tagged(before), tagged(after)]
  return [
    ...now
      .filter((item) => !old.includes(item))
      .map((object) => ({ kind: 'image' as const, object, action: 'added', detail: {} })),
    ...old
      .filter((item) => !now.includes(item))
      .map((object) => ({ kind: 'image' as const, object, action: 'removed', detail: {} })),
  ]
}

function namedChanges(
  kind: 'volume' | 'network',
  before: readonly { readonly name: string }[],
  after: readonly { readonly name: string }[],
): readonly Change[] {
  if (before === after) return []
  const names = (list: readonly { readonly name: string }[]) => list.map((item) => item.name)
  return [
    ...names(after)
      .filter((name) => !names(before).includes(name))
      .map((object) => ({ kind, object, action: 'created', detail: {} })),
    ...names(before)
      .filter((name) => !names(after).includes(name))
      .map((object) => ({ kind, object, action: 'removed', detail: {} })),
  ]
}

/** What the engine reported between two states of one machine. */
export function eventsBetween(before: EngineState, after: EngineState): readonly EngineEvent[] {
  if (before.events === after.events) return []
  const known = new Set(listItems(before.events))
  return listItems(after.events).filter((event) => !known.has(event))
}
