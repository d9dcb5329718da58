import { type ContainerConfig, EMPTY_CONFIG } from '../../container/config'
import type { Image } from '../../image/image'
import { pullImage } from '../../image/pull'
import { findImage } from '../../image/store'
import { dockerReferenceRules, parseReference } from '../../reference/reference'
import { BuildFault, type ClassicBuild } from './classic-build'

const DEFAULT_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** A local image, or one pulled for the build; what a pull prints is printed. */
export function obtainImage(build: ClassicBuild, name: string): Image {
  const { transaction, io, request, print } = build
  const local = findImage(transaction.state, name)
  if (local.ok && !request.pull) return local.image
  // The engine reads the name here, not the client.
  const parsed = parseReference(name, dockerReferenceRules(request.profile.engine === '20.10' ? '20.10' : '28'))
  if (!parsed.ok) throw new BuildFault(parsed.error)
  const pulled = pullImage(transaction, io.hub, parsed.reference)
  for (const line of pulled.lines) print(`${line}\n`)
  if (!pulled.ok) throw new BuildFault(pulled.error)
  return pulled.image
}

/** The configuration a stage begins with. */
export function inheritedConfig(image: Image | null): ContainerConfig {
  const config = image?.config ?? EMPTY_CONFIG
  const environment = config.Env ?? []
  const hasPath = environment.some((entry) => entry.startsWith('PATH='))
  return {
    ...config,
    Image: image?.id ?? '',
    OnBuild: null,
    Env: hasPath ? environment : [...environment, DEFAULT_PATH],
  }
}
