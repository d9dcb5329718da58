import { BUILD_HANDLERS } from '@/engine/commands/handlers/build'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** The image builders. */
export const BUILD_PACK: Pack = {
  base: CORE_PACK,
  programs: [],
  commands: BUILD_HANDLERS,
}
