import type { Container } from '@/engine/container/container'
import type { EngineState } from '@/engine/state'
import type { AgeSeen } from '../compare/unify'
import { addInstant, constrain, type Instant } from './clock'
import type { World } from './world'

/** CREATED is cut to whole seconds by the engine, and two machines' clocks (a VM's, a client's) may differ a little. */
const SLACK_MS = 2_000

type Moment = AgeSeen['moment']

/** Gives an instant, within the step, to each moment of a container's life that the step brought about. */
export function noteMoments(world: World, before: EngineState, began: Instant, ended: Instant): World {
  if (world.terminal.state.containers === before.containers) return world
  let next = world
  for (const container of world.terminal.state.containers) {
    const earlier = before.containers.find((candidate) => candidate.id === container.id)
    const news = MOMENTS.map((moment) => ({ moment, at: timeOf(container, moment) }))
      .filter(({ moment, at }) => at !== null && at !== (earlier ? timeOf(earlier, moment) : null))
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    let after = began
    for (const { moment } of news) {
      next = noteMoment(next, container.id, moment, after, ended)
      after = next.moments[keyOf(container.id, moment)] ?? after
    }
  }
  return next
}

const MOMENTS = ['created', 'started', 'finished'] as const

function timeOf(container: Container, moment: Moment): number | null {
  if (moment === 'created') return container.createdAt
  return moment === 'started' ? container.state.startedAt : container.state.finishedAt
}

function noteMoment(world: World, id: string, moment: Moment, began: Instant, ended: Instant): World {
  const added = addInstant(world.clock, began, 0)
  const clock = constrain(added.clock, added.instant, ended, 0, Number.POSITIVE_INFINITY) ?? added.clock
  return { ...world, clock, moments: { ...world.moments, [keyOf(id, moment)]: added.instant } }
}

function keyOf(id: string, moment: Moment): string {
  return `${id.slice(0, 12)}:${moment}`
}

/** What the printed ages say of the clock: the narrowed world, and those ages no clock can explain. */
export function applyAges(
  world: World,
  ages: readonly AgeSeen[],
  at: Instant,
): { readonly world: World; readonly impossible: readonly AgeSeen[] } {
  const impossible: AgeSeen[] = []
  let next = world
  for (const seen of ages) {
    const moment = next.moments[keyOf(seen.object, seen.moment)]
    if (moment === undefined) continue
    const clock = constrain(next.clock, moment, at, seen.age.least - SLACK_MS, seen.age.most + SLACK_MS)
    if (clock) next = { ...next, clock }
    else impossible.push(seen)
  }
  return { world: next, impossible }
}
