import type { Handler } from '../call'
import { containerPrune } from '../container-prune'
import { events } from '../events'
import { imagePrune } from '../image-prune'
import { info } from '../info'
import { networkPrune } from '../network-prune'
import { rareOptions } from '../rare-options'
import { stats } from '../stats'
import { systemDf } from '../system-df'
import { systemPrune } from '../system-prune'
import { update } from '../update'
import { version } from '../version'
import { volumePrune } from '../volume-prune'

/** What tells of the whole machine or cleans it up. */
export const SYSTEM_HANDLERS: Readonly<Record<string, Handler>> = {
  'container prune': containerPrune,
  events,
  'image prune': imagePrune,
  info,
  'network prune': networkPrune,
  'rare options': rareOptions,
  stats,
  'system df': systemDf,
  'system prune': systemPrune,
  update,
  version,
  'volume prune': volumePrune,
}
