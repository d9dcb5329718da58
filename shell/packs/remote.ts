import { scp } from '../programs/scp'
import { ssh } from '../programs/ssh'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** The way to another machine. */
export const REMOTE_PACK: Pack = {
  base: CORE_PACK,
  programs: [scp, ssh],
  commands: {},
}
