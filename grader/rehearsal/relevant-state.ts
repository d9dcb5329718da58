import type { Container } from '@/engine/container/container'
import { listChanges } from '@/engine/files/overlay'
import type { Image } from '@/engine/image/image'
import { imageRoot } from '@/engine/image/root'
import { isGeneratedName } from '@/engine/names/container-name'
import type { EngineState } from '@/engine/state'
import type { Exercise } from '../exercise'
import type { Subject } from '../pattern'
import type { History } from '../score/history'
import { logLines } from '../score/kinds/container-fits'

/** Fields of patterns that an exercise speaks of: what of the machine's state matters to it. */
export type Mentioned = ReadonlySet<string>

/** Every key of every pattern in the goals and questions. */
export function mentionedBy(exercise: Exercise): Mentioned {
  const keys = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) collect(each)
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        keys.add(key)
        collect(each)
      }
  }
  collect(exercise.goals.map((goal) => goal.check))
  collect(exercise.questions.map((question) => ('key' in question ? question.key : null)))
  return keys
}

const SUBJECTS: readonly (keyof Subject)[] = ['container', 'image', 'volume', 'network', 'pushed', 'host']

/** What of a machine's state matters to an exercise, as text: ids, addresses, times and drawn names aside. */
export function relevantState(state: EngineState, mentioned: Mentioned): string {
  const parts: Readonly<Record<keyof Subject, () => unknown>> = {
    container: () => state.containers.map((container) => JSON.stringify(ofContainer(container, mentioned))).sort(),
    image: () => state.images.map((image) => ofImage(state, image, mentioned)).sort(),
    volume: () =>
      state.volumes.map((volume) => [
        volume.anonymous ? '' : volume.name,
        volume.labels,
        mentioned.has('files') ? volume.root.entries : null,
      ]),
    network: () => state.networks.map(({ name, driver, internal, labels }) => [name, driver, internal, labels]),
    pushed: () => state.pushed.map(({ repository, tag }) => [repository, tag]),
    host: () => [Object.keys(state.credentials), mentioned.has('files') ? state.host.root.entries.home : null],
  }
  return withoutTimes(
    JSON.stringify(SUBJECTS.filter((subject) => mentioned.has(subject)).map((subject) => parts[subject]())),
  )
}

function withoutTimes(text: string): string {
  return text.replace(/"modifiedAt":\d+/g, '').replace(/[0-9a-f]{64}/g, '#')
}

/** Containers by field of a pattern; status and exit code always matter. */
const FIELDS: Readonly<Record<string, (container: Container) => unknown>> = {
  name: ({ name }) => (isGeneratedName(name) ? '' : name),
  named: ({ name }) => !isGeneratedName(name),
  image: ({ imageName }) => imageName,
  detached: ({ config }) => config.AttachStdout,
  interactive: ({ config }) => [config.OpenStdin, config.Tty],
  publishes: ({ hostConfig }) => [Object.keys(hostConfig.PortBindings), hostConfig.PublishAllPorts],
  hostPort: ({ hostConfig }) => hostConfig.PortBindings,
  dynamic: ({ hostConfig }) => [hostConfig.PublishAllPorts, hostConfig.PortBindings],
  hostIp: ({ hostConfig }) => hostConfig.PortBindings,
  command: ({ path, args }) => [path, args],
  env: ({ config }) => config.Env,
  labels: ({ config }) => config.Labels,
  user: ({ config }) => config.User,
  hostname: ({ config, id }) => (config.Hostname === id.slice(0, 12) ? '' : config.Hostname),
  workdir: ({ config }) => config.WorkingDir,
  init: ({ hostConfig }) => hostConfig.Init === true,
  autoRemove: ({ hostConfig }) => hostConfig.AutoRemove,
  restart: ({ hostConfig }) => hostConfig.RestartPolicy,
  memory: ({ hostConfig }) => hostConfig.Memory,
  cpus: ({ hostConfig }) => hostConfig.NanoCpus,
  health: ({ state, config }) => [state.health?.status, config.Healthcheck],
  oomKilled: ({ state }) => state.oomKilled,
  restarts: ({ restartCount }) => restartCount,
  mounts: ({ mounts }) =>
    mounts.map((mount) => [mount.type, mount.anonymous ? '' : mount.name, mount.destination, mount.writable]),
  networks: ({ endpoints }) =>
    endpoints.map(({ networkName, aliases, connected }) => [networkName, aliases, connected]),
  log: (container) => logLines(container),
  files: ({ upper }) => upper.entries,
  diff: ({ image, upper }) => listChanges(imageRoot(image.layers), upper),
}

function ofContainer(container: Container, mentioned: Mentioned): unknown {
  const { status, exitCode } = container.state
  const own = Object.entries(FIELDS).filter(([field]) => mentioned.has(field))
  return [status, exitCode, ...own.map(([, value]) => value(container))]
}

function ofImage(state: EngineState, image: Image, mentioned: Mentioned): string {
  const names = state.references
    .filter((one) => one.imageId === image.id && one.tag !== null)
    .map((one) => `${one.repository}:${one.tag}`)
    .sort()
  const { Cmd, Entrypoint, Env, User, WorkingDir, ExposedPorts, Volumes, Labels, StopSignal, Healthcheck } =
    image.config
  return JSON.stringify([
    names,
    image.layers.map((layer) => layer.chainId),
    mentioned.has('history') || mentioned.has('steps') ? image.history.map((entry) => entry.createdBy) : null,
    [Cmd, Entrypoint, Env, User, WorkingDir, ExposedPorts, Volumes, Labels, StopSignal, Healthcheck],
  ])
}

/** Everything the student saw: docker's outputs, and of other programs that they ran and printed something. */
export function evidenceIn(history: History): ReadonlySet<string> {
  return new Set(
    history.map((episode) => {
      const output = episode.observed.join('\n')
      const [program = ''] = episode.command.trim().split(/\s+/)
      if (program === 'docker') return masked(output)
      return `${program} ${output.trim() === '' ? 'silent' : 'spoke'}`
    }),
  )
}

/** An output without what a machine chooses freely, its rows in no order: what was made first stands last in a listing. */
function masked(output: string): string {
  return output
    .slice(0, 20_000)
    .replace(/\b[0-9a-f]{12,64}\b/g, '#')
    .replace(/\b[a-z]+_[a-z]+\d?\b/g, 'name')
    .replace(/\b(?:About an?|Less than a|\d+) (?:second|minute|hour|day|week|month)s?(?: ago)?\b/g, 'time')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .sort()
    .join('\n')
}
