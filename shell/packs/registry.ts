import { REGISTRY_HANDLERS } from '@/engine/commands/handlers/registry'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** What talks to a registry besides pull. */
export const REGISTRY_PACK: Pack = {
  base: CORE_PACK,
  programs: [],
  commands: REGISTRY_HANDLERS,
}
