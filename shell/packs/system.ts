import { SYSTEM_HANDLERS } from '@/engine/commands/handlers/system'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** What tells of the whole machine or cleans it up. */
export const SYSTEM_PACK: Pack = {
  base: CORE_PACK,
  programs: [],
  commands: SYSTEM_HANDLERS,
}
