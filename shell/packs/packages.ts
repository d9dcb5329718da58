import { apk, aptCommand, aptGet, yum } from '../programs/packages'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Package managers. */
export const PACKAGES_PACK: Pack = {
  base: CORE_PACK,
  programs: [apk, aptCommand, aptGet, yum],
  commands: {},
}
