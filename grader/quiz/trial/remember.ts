import type { Hub } from '@/engine/registry/hub'

/** What was worked out before for a catalogue and a key; otherwise works it out. */
export type Remember<Value> = (hub: Hub, key: string, workOut: () => Value) => Value

/**
 * Keeps the last `max` things that were worked out with each catalogue. What the engine does is a pure function of where
 * it begins and what is typed, so a class that answers the same question need not have it run for each of them.
 */
export function createRemember<Value>(max: number): Remember<Value> {
  const known = new WeakMap<Hub, Map<string, Value>>()
  return (hub, key, workOut) => {
    const values = known.get(hub) ?? new Map<string, Value>()
    known.set(hub, values)
    const found = values.get(key)
    if (found !== undefined) {
      return found
    }
    const value = workOut()
    if (values.size >= max) {
      values.delete(values.keys().next().value ?? '')
    }
    values.set(key, value)
    return value
  }
}
