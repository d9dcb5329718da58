import type { ClientVersion } from './client-version'

/** A management command: it only holds others. */
export interface CommandGroup {
  readonly name: string
  readonly summary: string
  /** The use line of its errors since 28, which is not that of its help. */
  readonly errorUse: string
  /** Where `docker --help` lists it since 23. */
  readonly section: 'management' | 'swarm'
}

export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { name: 'builder', summary: 'Manage builds', errorUse: 'docker builder', section: 'management' },
  {
    name: 'config',
    summary: 'Manage Docker configs|Manage Swarm configs',
    errorUse: 'docker config',
    section: 'swarm',
  },
  { name: 'container', summary: 'Manage containers', errorUse: 'docker container', section: 'management' },
  { name: 'context', summary: 'Manage contexts', errorUse: 'docker context', section: 'management' },
  { name: 'image', summary: 'Manage images', errorUse: 'docker image', section: 'management' },
  {
    name: 'manifest',
    summary: 'Manage Docker image manifests and manifest lists',
    errorUse: 'docker manifest COMMAND',
    section: 'management',
  },
  { name: 'network', summary: 'Manage networks', errorUse: 'docker network', section: 'management' },
  { name: 'node', summary: 'Manage Swarm nodes', errorUse: 'docker node', section: 'swarm' },
  { name: 'plugin', summary: 'Manage plugins', errorUse: 'docker plugin', section: 'management' },
  {
    name: 'secret',
    summary: 'Manage Docker secrets|Manage Swarm secrets',
    errorUse: 'docker secret',
    section: 'swarm',
  },
  { name: 'service', summary: 'Manage services|Manage Swarm services', errorUse: 'docker service', section: 'swarm' },
  { name: 'stack', summary: 'Manage Docker stacks|Manage Swarm stacks', errorUse: 'docker stack', section: 'swarm' },
  { name: 'swarm', summary: 'Manage Swarm', errorUse: 'docker swarm', section: 'swarm' },
  { name: 'system', summary: 'Manage Docker', errorUse: 'docker system', section: 'management' },
  { name: 'trust', summary: 'Manage trust on Docker images', errorUse: 'docker trust', section: 'management' },
  { name: 'volume', summary: 'Manage volumes', errorUse: 'docker volume COMMAND', section: 'management' },
]

export function findGroup(name: string): CommandGroup | null {
  return COMMAND_GROUPS.find((group) => group.name === name) ?? null
}

/** The group's description: some were reworded after 20.10. */
export function groupSummary(group: CommandGroup, client: ClientVersion): string {
  const [before = '', since = before] = group.summary.split('|')
  return client === '20.10' ? before : since
}
