import { awk } from '../programs/awk'
import { comm, fold, paste } from '../programs/columns'
import { cmp, diff } from '../programs/diff'
import { base64, md5sum, sha1sum, sha256sum } from '../programs/digests'
import { expr } from '../programs/expr'
import { egrep, fgrep, grep } from '../programs/grep'
import { sed } from '../programs/sed'
import { sort } from '../programs/sort'
import { cut, nl, rev, tac, tr, uniq } from '../programs/text-filters'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Programs that search, sort, rework or compare text. */
export const TEXT_PACK: Pack = {
  base: CORE_PACK,
  programs: [
    awk,
    base64,
    cmp,
    comm,
    cut,
    nl,
    rev,
    tac,
    tr,
    uniq,
    diff,
    egrep,
    expr,
    fgrep,
    grep,
    sort,
    fold,
    md5sum,
    paste,
    sed,
    sha1sum,
    sha256sum,
  ],
  commands: {},
}
