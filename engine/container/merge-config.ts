import type { Rules } from '../rules'
import type { ContainerConfig } from './config'

/** A container's configuration over its image's, as the engine merges them (moby `runconfig` Merge). */
export function mergeConfig(own: ContainerConfig, image: ContainerConfig, rules: Rules): ContainerConfig {
  const { entrypoint, command } = mergeCommand(own, image, rules)
  const exposed = { ...image.ExposedPorts, ...own.ExposedPorts }
  const labels = { ...image.Labels, ...own.Labels }
  const volumes = { ...image.Volumes, ...own.Volumes }
  const healthcheck = mergeHealth(own, image)
  return {
    ...own,
    User: own.User === '' ? image.User : own.User,
    ...(Object.keys(exposed).length > 0 ? { ExposedPorts: exposed } : {}),
    Env: mergeEnvironment(image.Env ?? [], own.Env ?? []),
    Cmd: command,
    ...(healthcheck === undefined ? {} : { Healthcheck: healthcheck }),
    Volumes: Object.keys(volumes).length > 0 ? volumes : null,
    WorkingDir: own.WorkingDir === '' ? image.WorkingDir : own.WorkingDir,
    Entrypoint: entrypoint,
    OnBuild: image.OnBuild,
    Labels: labels,
    ...stopSignal(own, image),
    ...(image.Shell === undefined ? {} : { Shell: image.Shell }),
  }
}

/** A new entrypoint drops the image's command; words after the image replace it. */
function mergeCommand(own: ContainerConfig, image: ContainerConfig, { runArguments }: Rules) {
  const isReset = own.Entrypoint?.length === 1 && own.Entrypoint[0] === ''
  if (isReset) return { entrypoint: null, command: own.Cmd }
  if (own.Entrypoint !== null && own.Entrypoint.length > 0) return { entrypoint: own.Entrypoint, command: own.Cmd }
  if (own.Cmd === null || own.Cmd.length === 0) return { entrypoint: image.Entrypoint, command: image.Cmd }
  if (runArguments === 'replace-entrypoint') return { entrypoint: null, command: own.Cmd }
  const command = runArguments === 'append-to-command' ? [...(image.Cmd ?? []), ...own.Cmd] : own.Cmd
  return { entrypoint: image.Entrypoint, command }
}

function stopSignal(own: ContainerConfig, image: ContainerConfig): { StopSignal?: string } {
  const signal = own.StopSignal === undefined || own.StopSignal === '' ? image.StopSignal : own.StopSignal
  return signal === undefined ? {} : { StopSignal: signal }
}

function mergeHealth(own: ContainerConfig, image: ContainerConfig) {
  if (own.Healthcheck === undefined) return image.Healthcheck
  if (own.Healthcheck.Test !== undefined && own.Healthcheck.Test.length > 0) return own.Healthcheck
  return {
    ...image.Healthcheck,
    ...own.Healthcheck,
    ...(image.Healthcheck?.Test ? { Test: image.Healthcheck.Test } : {}),
  }
}

/** The container's own values first, then what only the image has. */
function mergeEnvironment(image: readonly string[], own: readonly string[]): readonly string[] {
  const set = new Set(own.map(nameOf))
  return [...own, ...image.filter((entry) => !set.has(nameOf(entry)))]
}

function nameOf(entry: string): string {
  return entry.split('=', 1)[0] ?? ''
}

const DEFAULT_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** What PID 1 finds in its environment, in the engine's order. */
export function environmentOf(
  config: ContainerConfig,
  hostname: string,
  home: string,
): Readonly<Record<string, string>> {
  const terminal = config.Tty ? ['TERM=xterm'] : []
  const environment: Record<string, string> = {}
  for (const entry of [DEFAULT_PATH, `HOSTNAME=${hostname}`, ...terminal, ...(config.Env ?? [])]) {
    const name = nameOf(entry)
    if (entry.includes('=')) environment[name] = entry.slice(name.length + 1)
    else delete environment[name]
  }
  return { ...environment, ...(environment.HOME === undefined ? { HOME: home } : {}) }
}
