import { ACCOUNTS_PACK } from './accounts'
import { BUILD_PACK } from './build'
import { CORE_PACK } from './core'
import { type Models, modelsOf } from './models'
import { NETWORK_PACK } from './network'
import type { Pack } from './pack'
import type { PackName } from './pack-contents'
import { PACKAGES_PACK } from './packages'
import { REGISTRY_PACK } from './registry'
import { REMOTE_PACK } from './remote'
import { SERVERS_PACK } from './servers'
import { SYSTEM_PACK } from './system'
import { TEXT_PACK } from './text'
import { TOOLS_PACK } from './tools'
import { TRANSFER_PACK } from './transfer'

/** Every pack besides the core, by name. */
export const ALL_PACKS: Readonly<Record<PackName, Pack>> = {
  accounts: ACCOUNTS_PACK,
  build: BUILD_PACK,
  network: NETWORK_PACK,
  packages: PACKAGES_PACK,
  registry: REGISTRY_PACK,
  remote: REMOTE_PACK,
  servers: SERVERS_PACK,
  system: SYSTEM_PACK,
  text: TEXT_PACK,
  tools: TOOLS_PACK,
  transfer: TRANSFER_PACK,
}

/** Every model there is: for servers, tools and tests, where nothing is loaded on demand. */
export const ALL_MODELS: Models = modelsOf([CORE_PACK, ...Object.values(ALL_PACKS)])
