import type { System } from '@/engine/kernel/program'

/** The host name as the process' space knows it. */
export function hostnameOf(system: System): string {
  const { space } = system.process
  const state = system.state()
  if (space === 'host') return state.host.hostname
  const container = state.containers.find((each) => each.id === space)
  if (container === undefined) return 'localhost'
  if (container.hostConfig.NetworkMode === 'host') return state.host.hostname
  return container.config.Hostname
}
