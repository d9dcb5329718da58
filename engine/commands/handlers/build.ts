import { build } from '../build'
import { builderPrune } from '../builder-prune'
import type { Handler } from '../call'

/** The image builders. */
export const BUILD_HANDLERS: Readonly<Record<string, Handler>> = {
  build,
  'builder prune': builderPrune,
}
