import type { Handler } from '../call'
import { networkConnect, networkDisconnect } from '../network-connect'
import { networkCreate } from '../network-create'
import { networkRm } from '../network-rm'

/** What makes networks and changes who is in them. */
export const NETWORK_HANDLERS: Readonly<Record<string, Handler>> = {
  'network connect': networkConnect,
  'network create': networkCreate,
  'network disconnect': networkDisconnect,
  'network rm': networkRm,
}
