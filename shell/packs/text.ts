import { awk } from '../programs/awk'
import { comm, fold, paste } from '../programs/columns'
import { cmp, diff } from '../programs/diff'
import { base64, md5sum, sha1sum, sha256sum } from '../programs/digests'
import { expr } from '../programs/expr'
import { sed } from '../programs/sed'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Programs that rework or compare text. */
export const TEXT_PACK: Pack = {
  base: CORE_PACK,
  programs: [awk, base64, cmp, comm, diff, expr, fold, md5sum, paste, sed, sha1sum, sha256sum],
  commands: {},
}
