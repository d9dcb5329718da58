import type { Hub } from '@/engine/registry/hub'
import type { EngineState } from '@/engine/state'
import type { Bindings } from '../history'

/** What fitting a pattern depends on beside the object itself. */
export interface Surroundings {
  readonly state: EngineState
  readonly bindings: Bindings
  readonly hub: Hub
}

/**
 * The subject of a predicate as its kind of object handles it. Objects are named by keys that stay the same as long as
 * the object lives: full ids, a volume's name.
 */
export interface Target {
  readonly variable: string | null
  /** Other variables in the pattern, of other kinds of objects. */
  readonly others: readonly Variable[]
  readonly kind: ObjectKind
  /** Every object of the kind on the machine. */
  readonly keys: (state: EngineState) => readonly string[]
  /** The objects that fit, the oldest first. */
  readonly fitting: (around: Surroundings) => readonly string[]
  readonly fits: (around: Surroundings, key: string) => boolean
  /** Whether an object that was removed from this machine fits. */
  readonly fitsRemoved: (around: Surroundings, key: string) => boolean
  /** For each fact that the pattern names: the machine as it would be were the fact otherwise, in one or several ways. */
  readonly otherwise: (around: Surroundings, key: string) => readonly (readonly EngineState[])[]
  /** The machine with the object that an earlier one had put back, or null where it cannot be. */
  readonly putBack: (state: EngineState, earlier: EngineState, key: string) => EngineState | null
  /** Words by which an output speaks of the object. */
  readonly words: (state: EngineState, key: string) => readonly string[]
}

export type ObjectKind = 'container' | 'image' | 'volume' | 'network' | 'pushed' | 'host'

export interface Variable {
  readonly name: string
  readonly kind: ObjectKind
}
