import { accountTools } from '../programs/account-tools'
import { newgrp, su } from '../programs/su'
import { service, systemctl } from '../programs/systemctl'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Users, groups and services. */
export const ACCOUNTS_PACK: Pack = {
  base: CORE_PACK,
  programs: [...accountTools, newgrp, service, su, systemctl],
  commands: {},
}
