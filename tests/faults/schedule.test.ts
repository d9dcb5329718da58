import { expect, it } from 'vitest'
import { isKilling, scheduleOf } from './schedule'

const THOUSAND = Array.from({ length: 1_000 }, (_, index) => index + 1)
const steps = THOUSAND.map((seed) => scheduleOf(seed).groups.flat())
const share = (has: (seed: number) => boolean) => THOUSAND.filter(has).length

it('draws the same schedule of the same seed', () => {
  expect(scheduleOf(42)).toEqual(scheduleOf(42))
})

it('kills in every eighth schedule, the web server and the database', () => {
  const victims = steps.map((all) => all.flatMap((step) => (step.kind === 'kill' ? [step.victim] : [])))
  expect(victims.map((all) => all.length > 0)).toEqual(THOUSAND.map(isKilling))
  expect(new Set(victims.flat())).toEqual(new Set(['web', 'database']))
  expect(victims.flat()).toHaveLength(125)
})

it('draws every kind of fault often', () => {
  const saves = steps.map((all) => all.filter((step) => step.kind === 'save'))
  const counts = {
    twice: saves.filter((all) => all.some((save) => save.delivery === 'twice')).length,
    cut: saves.filter((all) => all.some((save) => save.delivery.startsWith('cut'))).length,
    tabs: saves.filter((all) => new Set(all.map((save) => save.tab)).size === 2).length,
    sessions: saves.filter((all) => all.some((save) => save.session !== 'good')).length,
    ends: steps.filter((all) => all.some((step) => step.kind === 'end')).length,
    starts: share((seed) => scheduleOf(seed).starts > 1),
    vanished: share((seed) => scheduleOf(seed).ending === 'vanish'),
  }
  for (const [kind, count] of Object.entries(counts))
    expect(count, kind).toBeGreaterThan(kind === 'vanished' ? 20 : 100)
})
