import type { ContainerConfig } from '../../container/config'
import type { Image } from '../../image/image'
import type { EngineState } from '../../state'

/** The parts of a configuration that decide whether a step is the same (moby `image/cache` compare). */
function fingerprint(config: ContainerConfig): string {
  return JSON.stringify([
    config.Cmd,
    config.Env,
    config.Entrypoint,
    Object.entries(config.Labels ?? {}).toSorted(),
    Object.keys(config.ExposedPorts ?? {}).toSorted(),
    Object.keys(config.Volumes ?? {}).toSorted(),
    config.User,
    config.WorkingDir,
    config.Healthcheck ?? null,
    config.Shell ?? null,
    config.StopSignal ?? null,
  ])
}

/** The image a step with this configuration led to from `parent` before, the newest first; null where there is none. */
export function cachedStep(state: EngineState, parent: Image | null, config: ContainerConfig): Image | null {
  const wanted = fingerprint(config)
  const parentId = parent?.id ?? ''
  for (const image of state.images.toReversed()) {
    if (image.parent !== parentId || image.containerConfig === null) continue
    if (parent === null && image.history.length !== 1) continue
    if (fingerprint(image.containerConfig) === wanted) return image
  }
  return null
}
