import type { Handler } from '../call'
import { commit } from '../commit'
import { cp } from '../cp'
import { diff } from '../diff'
import { exportContainer } from '../export'
import { importImage } from '../import'
import { load } from '../load'
import { save } from '../save'

/** What carries files and images in and out. */
export const TRANSFER_HANDLERS: Readonly<Record<string, Handler>> = {
  commit,
  cp,
  diff,
  export: exportContainer,
  import: importImage,
  load,
  save,
}
