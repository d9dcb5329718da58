import { flagIsGiven, flagText, flagTexts } from '../cli/command-line'
import type { HostConfig } from '../container/config'
import { recordContainerEvent } from '../container/create'
import { updateContainer } from '../container/lookup'
import { settingsError } from '../container/validate'
import { parseRestartPolicy } from '../specs/restart-policy'
import { parseBinarySize } from '../specs/size-parse'
import { type Call, type Ending, printError } from './call'
import { forEachContainer } from './containers'

/** `docker update` */
export function update(call: Call): Ending {
  const { transaction, command } = call
  if (Object.keys(command.flags).length === 0) {
    printError(call, 'you must provide one or more flags when using this command\n')
    return 1
  }
  const changes = changesOf(call)
  if (typeof changes === 'string') {
    printError(call, `${changes}\n`)
    return 1
  }
  return forEachContainer(call, 'engine', (container) => {
    const after = { ...container.hostConfig, ...changes }
    const error = memoryError(container.hostConfig, after)
    if (error !== null) return `Cannot update container ${container.id}: ${error}`
    const invalid = settingsError(transaction.state, container.config, after)
    if (invalid !== null) return invalid
    updateContainer(transaction, container.id, (one) => ({ ...one, hostConfig: { ...one.hostConfig, ...changes } }))
    recordContainerEvent(transaction, container, 'update')
    return null
  })
}

function memoryError(before: HostConfig, after: HostConfig): string | null {
  if (after.Memory === before.Memory || before.MemorySwap !== after.MemorySwap) return null
  if (after.Memory > before.MemorySwap) {
    return 'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time'
  }
  return null
}

function changesOf({ command }: Call): Partial<HostConfig> | string {
  const size = (flag: string) => {
    const parsed = parseBinarySize(flagText(command, flag) ?? '0', command.client)
    return parsed.ok ? parsed.value : 0
  }
  const restart = parseRestartPolicy(flagTexts(command, 'restart').at(-1) ?? '', command.client)
  if (!restart.ok) return restart.error
  return {
    ...(flagIsGiven(command, 'memory') ? { Memory: size('memory') } : {}),
    ...(flagIsGiven(command, 'memory-swap') ? { MemorySwap: size('memory-swap') } : {}),
    ...(flagIsGiven(command, 'memory-reservation') ? { MemoryReservation: size('memory-reservation') } : {}),
    ...(flagIsGiven(command, 'cpus') ? { NanoCpus: Math.round(Number(flagText(command, 'cpus')) * 1e9) } : {}),
    ...(flagIsGiven(command, 'cpu-shares') ? { CpuShares: Number(flagText(command, 'cpu-shares')) } : {}),
    ...(flagIsGiven(command, 'restart')
      ? { RestartPolicy: { Name: restart.value.name, MaximumRetryCount: restart.value.maximumRetryCount } }
      : {}),
  }
}
