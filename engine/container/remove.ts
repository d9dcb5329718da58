import type { Transaction } from '../state'
import { removeVolume, usersOfVolume } from '../volume/create'
import { recordContainerEvent } from './create'
import { containerWithId } from './lookup'

/** Containers remembered after their removal. */
const REMOVED_MAX = 64

/** Takes an ended container away; with `volumes` also its anonymous volumes that nothing else uses. */
export function removeContainer(transaction: Transaction, id: string, options: { readonly volumes: boolean }): void {
  const container = containerWithId(transaction.state, id)
  if (container === null) return
  const { state } = transaction
  transaction.state = {
    ...state,
    containers: state.containers.filter((one) => one.id !== id),
    removed: [...state.removed, container].slice(-REMOVED_MAX),
  }
  recordContainerEvent(transaction, container, 'destroy')
  const takesAll = state.rules.volumesGoWithContainer === 'all'
  if (!options.volumes && !takesAll) return
  for (const mount of container.mounts) {
    if (mount.type !== 'volume' || !(mount.anonymous || takesAll)) continue
    if (usersOfVolume(transaction, mount.name).length === 0) removeVolume(transaction, mount.name)
  }
}
