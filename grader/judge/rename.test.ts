import { describe, expect, it } from 'vitest'
import { renameEverywhere } from './rename'

const id = 'aaaaaaaaaaaa1111'.padEnd(64, '0')

describe('renaming through plain data', () => {
  it('[J7] renames an id in values, keys, hostnames and longer texts, and keeps the rest of a longer id', () => {
    const other = { untouched: ['x'] }
    const state = { [id]: { hostname: id.slice(0, 12), path: `/var/lib/${id}/x`, other } }
    const renamed = renameEverywhere(state, { kind: 'id', from: id.slice(0, 12), to: 'bbbbbbbbbbbb' })
    const now = `bbbbbbbbbbbb${id.slice(12)}`
    expect(renamed).toEqual({ [now]: { hostname: 'bbbbbbbbbbbb', path: `/var/lib/${now}/x`, other } })
    expect(Object.values(renamed)[0]?.other).toBe(other)
  })

  it('[J7] takes over a full id where the paste shows one', () => {
    const full = 'c'.repeat(64)
    expect(renameEverywhere([id, id.slice(0, 12)], { kind: 'id', from: id, to: full })).toEqual([full, 'c'.repeat(12)])
  })

  it('[J7] renames names as Docker writes them and published ports only where they are ports', () => {
    const state = { names: ['brave_bell', '/brave_bell', 'brave_bells'], publicPort: 32768, pid: 32768 }
    expect(renameEverywhere(state, { kind: 'name', from: 'brave_bell', to: 'calm_kare' })).toEqual({
      ...state,
      names: ['calm_kare', '/calm_kare', 'brave_bells'],
    })
    expect(renameEverywhere(state, { kind: 'port', from: '32768', to: '49153' })).toEqual({
      ...state,
      publicPort: 49153,
    })
  })

  it('[J7] finds an id wherever it stands: only as a key, within a longer run of digits, in a part that was searched before', () => {
    const short = id.slice(0, 12)
    const shared = { parts: [{ name: `0123${short}` }] }
    const state = { moments: { [`${short}:created`]: 1 }, shared, of: { another: { id: 'e'.repeat(64) } } }
    expect(renameEverywhere(state, { kind: 'id', from: 'f'.repeat(12), to: '0'.repeat(12) })).toBe(state)
    expect(renameEverywhere(state, { kind: 'id', from: short, to: 'bbbbbbbbbbbb' })).toEqual({
      moments: { 'bbbbbbbbbbbb:created': 1 },
      shared: { parts: [{ name: '0123bbbbbbbbbbbb' }] },
      of: state.of,
    })
  })

  it('[J7] leaves the order of keys as it is', () => {
    const state = { a: 1, [id]: { z: id, b: 2, a: 3 }, c: 4 }
    const to = 'b'.repeat(64)
    expect(JSON.stringify(renameEverywhere(state, { kind: 'id', from: id, to }))).toBe(
      JSON.stringify({ a: 1, [to]: { z: to, b: 2, a: 3 }, c: 4 }),
    )
  })

  it('[J7] returns the very same data when nothing is renamed', () => {
    const state = { deep: [{ id: 'x' }] }
    expect(renameEverywhere(state, { kind: 'id', from: id, to: 'd'.repeat(64) })).toBe(state)
  })
})
