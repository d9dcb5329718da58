import type { ContainerConfig } from './config'

const ORDER: readonly (keyof ContainerConfig)[] = [
  'Hostname',
  'Domainname',
  'User',
  'AttachStdin',
  'AttachStdout',
  'AttachStderr',
  'ExposedPorts',
  'Tty',
  'OpenStdin',
  'StdinOnce',
  'Env',
  'Cmd',
  'Healthcheck',
  'ArgsEscaped',
  'Image',
  'Volumes',
  'WorkingDir',
  'Entrypoint',
  'NetworkDisabled',
  'MacAddress',
  'OnBuild',
  'Labels',
  'StopSignal',
  'StopTimeout',
  'Shell',
]

const RANKS: Readonly<Record<string, number>> = Object.fromEntries(ORDER.map((key, index) => [key, index]))

function rankOf(key: string): number {
  return RANKS[key] ?? ORDER.length
}

/** The same configuration with its keys in the order of Docker's own structure, as `docker inspect` prints it. */
export function orderConfig(config: ContainerConfig): ContainerConfig {
  const keys = Object.keys(config)
  const isOrdered = keys.every((key, index) => index === 0 || rankOf(keys[index - 1] ?? '') <= rankOf(key))
  if (isOrdered) return config
  const entries = Object.entries(config).toSorted(([one], [other]) => rankOf(one) - rankOf(other))
  return { ...pick(entries), ...config }
}

function pick(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries)
}
