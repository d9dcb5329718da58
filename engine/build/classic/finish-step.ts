import type { ContainerConfig } from '../../container/config'
import { removeContainer } from '../../container/remove'
import type { DirectoryNode } from '../../files/tree'
import { shortId } from '../../format/container-columns'
import { cachedStep } from './cache'
import type { ClassicBuild, StageState } from './classic-build'
import { storeStep } from './store-step'

/** The state after the image that is known for this step, or null where the cache has none. */
export function fromCache(build: ClassicBuild, state: StageState, probe: ContainerConfig): StageState | null {
  if (!build.request.useCache || state.cacheMissed) return null
  const image = cachedStep(build.transaction.state, state.image, probe)
  if (image === null) return null
  build.print(' ---> Using cache\n')
  return afterStep(state, image)
}

function afterStep(state: StageState, image: StageState['image']): StageState {
  return { ...state, image, config: { ...state.config, Image: image?.id ?? '' } }
}

interface Outcome {
  readonly containerId: string
  readonly containerConfig: ContainerConfig
  readonly upper: DirectoryNode
}

/** Makes the step's image and takes its container away, where there is one. */
export function commitStep(build: ClassicBuild, state: StageState, outcome: Outcome): StageState {
  const { transaction, request, print } = build
  const { containerId } = outcome
  const image = storeStep(transaction, { ...outcome, parent: state.image, config: state.config, author: state.author })
  if (request.removes && containerId !== '') {
    print(`Removing intermediate container ${shortId(containerId)}\n`)
    removeContainer(transaction, containerId, { volumes: true })
  }
  return { ...afterStep(state, image), cacheMissed: true }
}
