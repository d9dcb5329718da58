import { expect, it } from 'vitest'
import type { Hub } from '@/engine/registry/hub'
import { createRemember } from './remember'

const emptyHub = (): Hub => ({ repositories: {}, search: {}, accounts: {} })

it('works out once for each catalogue and key, and forgets the oldest', () => {
  const [one, other] = [emptyHub(), emptyHub()]
  const remember = createRemember<string>(2)
  const worked: string[] = []
  const ask = (hub: Hub, key: string) =>
    remember(hub, key, () => {
      worked.push(`${hub === one ? 'one' : 'other'} ${key}`)
      return `${key} of ${hub === one ? 'one' : 'other'}`
    })
  expect([ask(one, 'a'), ask(one, 'a'), ask(other, 'a'), ask(one, 'b'), ask(one, 'a')]).toEqual([
    'a of one',
    'a of one',
    'a of other',
    'b of one',
    'a of one',
  ])
  expect(worked).toEqual(['one a', 'other a', 'one b'])
  ask(one, 'c')
  ask(one, 'a')
  expect(worked).toEqual(['one a', 'other a', 'one b', 'one c', 'one a'])
})
