import type { EngineState } from '../state'
import type { Volume } from './volume'

export function volumeNamed(state: EngineState, name: string): Volume | null {
  return state.volumes.find((volume) => volume.name === name) ?? null
}

/** The state with that volume changed. */
export function changeVolume(state: EngineState, name: string, change: (volume: Volume) => Volume): EngineState {
  const index = state.volumes.findIndex((volume) => volume.name === name)
  const volume = state.volumes[index]
  return volume === undefined ? state : { ...state, volumes: state.volumes.with(index, change(volume)) }
}

/** Where Docker keeps a volume's files on the host. */
export function volumePath(name: string): string {
  return `/var/lib/docker/volumes/${name}/_data`
}
