import { TRANSFER_HANDLERS } from '@/engine/commands/handlers/transfer'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** What carries files and images in and out. */
export const TRANSFER_PACK: Pack = {
  base: CORE_PACK,
  programs: [],
  commands: TRANSFER_HANDLERS,
}
