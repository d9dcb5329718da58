import type { PortMap } from '@/engine/container/config'
import type { Container } from '@/engine/container/container'
import type { Image } from '@/engine/image/image'
import { isGeneratedName } from '@/engine/names/container-name'
import type { EngineState } from '@/engine/state'
import { directoryAt, fileFacts } from './file-facts'

/** Where a student's files lie on the host. */
const HOME = '/home/student'

/**
 * What a machine has come to, as far as a person would call it the effect of a command: containers with what they
 * run, images with what they hold, volumes, networks, the files at home. Ids, times, addresses, ports and names that
 * Docker chose do not count. Equal effects are equal texts.
 * @param anyName the names of containers that `before` did not have do not count either
 */
export function effectOf(after: EngineState, before: EngineState, anyName: boolean): string {
  const old = new Set(before.containers.map(({ id }) => id))
  const known = new Set(before.images.map(({ id }) => id))
  const imageFact = (image: Image): unknown => (known.has(image.id) ? image.id : contentOf(image))
  const home = directoryAt(after.host.root, HOME)
  return JSON.stringify({
    containers: sorted(
      after.containers.map((container) => ({
        ...containerFacts(container),
        name: anyName && !old.has(container.id) ? '' : nameFact(container),
        was: old.has(container.id) ? container.id : '',
        image: imageFact(container.image),
      })),
    ),
    images: sorted(after.images.map((image) => ({ names: namesOf(after, image), image: imageFact(image) }))),
    volumes: sorted(
      after.volumes.map((volume) => ({
        name: volume.anonymous ? '' : volume.name,
        driver: volume.driver,
        labels: volume.labels,
        files: fileFacts(volume.root),
      })),
    ),
    networks: sorted(
      after.networks.map(({ name, driver, internal, subnet, subnetGiven, labels }) => ({
        name,
        driver,
        internal,
        subnet: subnetGiven ? subnet : null,
        labels,
      })),
    ),
    pushed: sorted(after.pushed.map(({ repository, tag, image }) => ({ repository, tag, image: imageFact(image) }))),
    credentials: after.credentials,
    hasBuildCache: after.buildCache.length > 0,
    home: home === null ? [] : fileFacts(home),
  })
}

/** Whether Docker chose the names of all containers that are new. */
export function namesAreDrawn(after: EngineState, before: EngineState): boolean {
  const old = new Set(before.containers.map(({ id }) => id))
  return after.containers.filter(({ id }) => !old.has(id)).every(({ name }) => isGeneratedName(name))
}

function sorted(facts: readonly object[]): readonly string[] {
  return facts.map((fact) => JSON.stringify(fact)).sort()
}

function nameFact({ name }: Container): string {
  return isGeneratedName(name) ? '' : name
}

function namesOf(state: EngineState, image: Image): readonly string[] {
  return state.references
    .filter(({ imageId, tag }) => imageId === image.id && tag !== null)
    .map(({ repository, tag }) => `${repository}:${tag ?? ''}`)
    .sort()
}

function contentOf({ config, layers }: Image): unknown {
  const { Hostname: _hostname, Image: _image, ...kept } = config
  return { config: kept, layers: layers.map((layer) => fileFacts(layer.tree)) }
}

function containerFacts({ state, config, hostConfig, ...container }: Container) {
  const runs = state.status === 'running' || state.status === 'paused'
  return {
    status: state.status,
    exitCode: runs || state.status === 'created' ? null : state.exitCode,
    command: [container.path, ...container.args],
    user: config.User,
    directory: config.WorkingDir,
    environment: [...(config.Env ?? [])].sort(),
    labels: config.Labels,
    terminal: [config.Tty, config.OpenStdin],
    hostname: container.id.startsWith(config.Hostname) ? '' : config.Hostname,
    ports: [portFacts(hostConfig.PortBindings), hostConfig.PublishAllPorts],
    restart: hostConfig.RestartPolicy,
    removes: hostConfig.AutoRemove,
    limits: [hostConfig.Memory, hostConfig.MemorySwap, hostConfig.NanoCpus, hostConfig.PidsLimit],
    rights: [hostConfig.Privileged, hostConfig.ReadonlyRootfs, hostConfig.Init ?? false],
    mounts: container.mounts
      .map(({ type, name, source, destination, writable, anonymous }) =>
        [type, anonymous ? '' : name, type === 'bind' ? source : '', destination, writable].join(' '),
      )
      .sort(),
    networks: container.endpoints
      .map(({ networkName, aliases, fixedAddress }) =>
        [networkName, ...(aliases ?? []).filter((alias) => !container.id.startsWith(alias)).sort(), fixedAddress].join(
          ' ',
        ),
      )
      .sort(),
    files: fileFacts(container.upper),
  }
}

/** Ports as `-p` asks for them; every address is the same as no address. */
function portFacts(bindings: PortMap): readonly string[] {
  return Object.entries(bindings)
    .flatMap(([port, wanted]) =>
      (wanted ?? []).map(({ HostIp, HostPort }) => `${HostIp === '0.0.0.0' ? '' : HostIp}:${HostPort}->${port}`),
    )
    .sort()
}
