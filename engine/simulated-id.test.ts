import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createState } from './create-state'
import { drawId, drawInteger, mix, mixedFrom, unmix } from './entropy'
import { isSimulatedId } from './simulated-id'

describe('an id of the simulated engine', () => {
  it('is known whatever the seed, and however much was drawn before', () => {
    const seeds = [0, 1, 42, 20_260_907, 2 ** 31, 2 ** 32 - 1]
    const drawn = seeds.map((seed) => {
      const transaction = { state: createState({ seed }) }
      for (let count = 0; count < seed % 977; count += 1) drawInteger(transaction, 10)
      return drawId(transaction)
    })
    expect(drawn.map(isSimulatedId)).toEqual(seeds.map(() => true))
  })

  it('is not taken for one of a real engine', () => {
    const others = Array.from({ length: 50 }, (_, index) => createHash('sha256').update(`id ${index}`).digest('hex'))
    expect(others.filter(isSimulatedId)).toEqual([])
    expect(isSimulatedId('724e45611210')).toBe(false)
  })

  it('can be told because mixing can be undone', () => {
    const pairs = [1, 7, 99].flatMap((seed) => [0, 5, 4_000].map((index) => [seed, index] as const))
    for (const [seed, index] of pairs)
      expect((unmix(mix(seed, index)) ^ mixedFrom(index)) >>> 0).toBe(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0)
  })
})
