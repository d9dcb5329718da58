import { attempt, withPack } from '@/shell/packs/light-terminal'
import type { Pack } from '@/shell/packs/pack'
import type { PackName } from '@/shell/packs/pack-contents'
import type { Step, Terminal } from '@/shell/terminal'

const loaders: Readonly<Record<PackName, () => Promise<Pack>>> = {
  accounts: async () => (await import('@/shell/packs/accounts')).ACCOUNTS_PACK,
  build: async () => (await import('@/shell/packs/build')).BUILD_PACK,
  network: async () => (await import('@/shell/packs/network')).NETWORK_PACK,
  packages: async () => (await import('@/shell/packs/packages')).PACKAGES_PACK,
  registry: async () => (await import('@/shell/packs/registry')).REGISTRY_PACK,
  remote: async () => (await import('@/shell/packs/remote')).REMOTE_PACK,
  servers: async () => (await import('@/shell/packs/servers')).SERVERS_PACK,
  system: async () => (await import('@/shell/packs/system')).SYSTEM_PACK,
  text: async () => (await import('@/shell/packs/text')).TEXT_PACK,
  tools: async () => (await import('@/shell/packs/tools')).TOOLS_PACK,
  transfer: async () => (await import('@/shell/packs/transfer')).TRANSFER_PACK,
}

/** A pack could not be fetched, most often because the network is gone. */
export class PackFailed extends Error {
  readonly pack: PackName

  constructor(pack: PackName, cause: unknown) {
    super(`pack ${pack} did not load`, { cause })
    this.pack = pack
  }
}

async function loadPack(name: PackName): Promise<Pack> {
  try {
    return await loaders[name]()
  } catch (cause) {
    throw new PackFailed(name, cause)
  }
}

/**
 * Executes a line, presses a key or waits on a light terminal, loading what it turns out to need.
 * @throws {PackFailed} where that does not load; nothing has happened then.
 */
export async function stepLight(terminal: Terminal, act: (terminal: Terminal) => Step): Promise<Step> {
  let current = terminal
  for (;;) {
    const tried = attempt(() => act(current))
    if (tried.kind === 'done') return tried.step
    current = withPack(current, await loadPack(tried.pack))
  }
}
