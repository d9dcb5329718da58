import type { EngineState } from '../state'
import type { Network } from './network'

export type NetworkLookup =
  | { readonly ok: true; readonly network: Network }
  | { readonly ok: false; readonly reason: 'absent' | 'ambiguous' }

/** Finds a network by name, full id or an id's prefix. */
export function findNetwork(state: EngineState, reference: string): NetworkLookup {
  const exact =
    state.networks.find((one) => one.name === reference) ?? state.networks.find((one) => one.id === reference)
  if (exact !== undefined) return { ok: true, network: exact }
  const matches = reference === '' ? [] : state.networks.filter((one) => one.id.startsWith(reference))
  const [network] = matches
  if (network === undefined) return { ok: false, reason: 'absent' }
  return matches.length === 1 ? { ok: true, network } : { ok: false, reason: 'ambiguous' }
}

/** The network a container's `--network` means; `default` is the bridge. */
export function networkOfMode(state: EngineState, mode: string): NetworkLookup {
  return findNetwork(state, mode === 'default' || mode === '' ? 'bridge' : mode)
}
