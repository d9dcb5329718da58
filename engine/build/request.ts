import type { Profile } from '../profile'
import type { ImageReference } from '../reference/reference'
import type { BuildContext } from './context'
import type { BuildFile } from './dockerfile/instruction'

/** What a client asks a builder for, the Dockerfile understood. */
export interface BuildRequest {
  readonly file: BuildFile
  readonly context: BuildContext
  /** Names of the new image. */
  readonly tags: readonly ImageReference[]
  /** `--build-arg` by name. */
  readonly buildArgs: Readonly<Record<string, string>>
  /** `--secret` by id: the text of each. */
  readonly secrets: Readonly<Record<string, string>>
  /** `--label` by key. */
  readonly labels: Readonly<Record<string, string>>
  /** '' for the last stage. */
  readonly target: string
  readonly useCache: boolean
  readonly pull: boolean
  /** `--rm`: containers of steps that succeeded go; `--force-rm`: also of those that failed. */
  readonly removes: boolean
  readonly removesFailed: boolean
  readonly network: string
  readonly profile: Profile
}
