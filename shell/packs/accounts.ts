import { accountTools } from '../programs/account-tools'
import { groups, id, whoami } from '../programs/identity'
import { newgrp, su } from '../programs/su'
import { sudo } from '../programs/sudo'
import { service, systemctl } from '../programs/systemctl'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Users, groups and services. */
export const ACCOUNTS_PACK: Pack = {
  base: CORE_PACK,
  programs: [...accountTools, groups, id, sudo, whoami, newgrp, service, su, systemctl],
  commands: {},
}
