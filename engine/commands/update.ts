import { flagIsGiven, flagText, flagTexts } from '../cli/command-line'
import type { HostConfig } from '../container/config'
import { recordContainerEvent } from '../container/create'
import { updateContainer } from '../container/lookup'
import { restartError } from '../container/rare-settings'
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
    const { state } = transaction
    const invalid =
      settingsError(state, container.config, asked(container.hostConfig, changes)) ??
      restartError(state, after.RestartPolicy)
    if (invalid !== null) return invalid
    const error = conflict(container.hostConfig, after)
    if (error !== null) return `Cannot update container ${container.id}: ${error}`
    updateContainer(transaction, container.id, (one) => ({ ...one, hostConfig: { ...one.hostConfig, ...changes } }))
    recordContainerEvent(transaction, container, 'update')
    return null
  })
}

/** What is looked at is what was asked for alone; more swap needs no limit of memory here. */
function asked(host: HostConfig, changes: Partial<HostConfig>): HostConfig {
  const { Memory: memory = 0, MemorySwap: swap = 0 } = changes
  return { ...host, MemoryReservation: 0, NanoCpus: 0, ...changes, Memory: memory, MemorySwap: memory === 0 ? 0 : swap }
}

/** What cannot be changed on a container as it is (moby `container.UpdateContainer`). */
function conflict(before: HostConfig, after: HostConfig): string | null {
  const { Name: policy } = after.RestartPolicy
  const isNewPolicy = after.RestartPolicy !== before.RestartPolicy && policy !== '' && policy !== 'no'
  if (before.AutoRemove && isNewPolicy)
    return 'Restart policy cannot be updated because AutoRemove is enabled for the container'
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
