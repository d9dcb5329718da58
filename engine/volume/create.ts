import { recordEvent } from '../events/event'
import { emptyDirectory } from '../files/tree'
import type { Transaction } from '../state'
import { volumeNamed } from './lookup'
import type { Volume } from './volume'

export interface VolumeRequest {
  readonly name: string
  readonly driver?: string
  readonly labels?: Readonly<Record<string, string>> | null
  readonly options?: Readonly<Record<string, string>> | null
  readonly anonymous?: boolean
}

/** Makes a volume, or leaves the one of that name as it is (creating twice is no error). */
export function createVolume(transaction: Transaction, request: VolumeRequest): Volume {
  const { state } = transaction
  const known = volumeNamed(state, request.name)
  if (known !== null) return known
  const volume: Volume = {
    name: request.name,
    driver: request.driver ?? 'local',
    createdAt: state.clock,
    labels: request.labels ?? null,
    options: request.options ?? null,
    anonymous: request.anonymous ?? false,
    root: emptyDirectory(state.clock),
  }
  transaction.state = { ...state, volumes: [...state.volumes, volume] }
  recordEvent(transaction, { type: 'volume', action: 'create', id: volume.name, attributes: { driver: volume.driver } })
  return volume
}

/** Containers, running or not, that mount a volume. */
export function usersOfVolume(transaction: Transaction, name: string): readonly string[] {
  return transaction.state.containers
    .filter((container) => container.mounts.some((mount) => mount.type === 'volume' && mount.name === name))
    .map((container) => container.id)
}

export function removeVolume(transaction: Transaction, name: string): void {
  const { state } = transaction
  transaction.state = { ...state, volumes: state.volumes.filter((volume) => volume.name !== name) }
  recordEvent(transaction, { type: 'volume', action: 'destroy', id: name, attributes: { driver: 'local' } })
}
