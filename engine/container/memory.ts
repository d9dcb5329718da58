import { killSpace } from '../kernel/deliver'
import type { EngineState, Transaction } from '../state'
import { changeState, recordContainerEvent } from './create'
import { containerWithId } from './lookup'

/**
 * A container's processes took `bytes` of memory in all: past its limit the kernel kills them (137) and the container
 * remembers that memory was the reason. Without a limit nothing happens.
 */
export function takeMemory(state: EngineState, containerId: string, bytes: number): EngineState {
  const container = containerWithId(state, containerId)
  const limit = container?.hostConfig.Memory ?? 0
  if (container === null || limit === 0 || bytes <= limit) return state
  const transaction: Transaction = { state }
  recordContainerEvent(transaction, container, 'oom')
  changeState(transaction, containerId, { oomKilled: true })
  return killSpace(transaction.state, containerId)
}
