import { NETWORK_HANDLERS } from '@/engine/commands/handlers/network'
import { curl } from '../programs/curl'
import { ifconfig } from '../programs/ifconfig'
import { nc } from '../programs/nc'
import { getent, ip } from '../programs/network-tools'
import { nslookup } from '../programs/nslookup'
import { ping } from '../programs/ping'
import { netstat, ss } from '../programs/sockets'
import { wget } from '../programs/wget'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Networks, and the clients and tools that use them. */
export const NETWORK_PACK: Pack = {
  base: CORE_PACK,
  programs: [ping, curl, getent, ifconfig, ip, nc, netstat, nslookup, ss, wget],
  commands: NETWORK_HANDLERS,
}
