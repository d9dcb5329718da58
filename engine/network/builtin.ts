import { drawId } from '../entropy'
import type { Transaction } from '../state'
import type { Network } from './network'

const BRIDGE_OPTIONS = {
  'com.docker.network.bridge.default_bridge': 'true',
  'com.docker.network.bridge.enable_icc': 'true',
  'com.docker.network.bridge.enable_ip_masquerade': 'true',
  'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0',
  'com.docker.network.bridge.name': 'docker0',
  'com.docker.network.driver.mtu': '1500',
}

/** The networks every engine has from the start. */
export function builtinNetworks(transaction: Transaction): readonly Network[] {
  return [
    {
      ...blank(transaction, 'bridge', 'bridge'),
      subnet: '172.17.0.0/16',
      gateway: '172.17.0.1',
      options: BRIDGE_OPTIONS,
    },
    blank(transaction, 'host', 'host'),
    blank(transaction, 'none', 'null'),
  ]
}

function blank(transaction: Transaction, name: string, driver: string): Network {
  return {
    id: drawId(transaction),
    subnetGiven: false,
    name,
    driver,
    scope: 'local',
    createdAt: transaction.state.clock,
    subnet: null,
    gateway: null,
    ipRange: null,
    internal: false,
    attachable: false,
    ipv6: false,
    labels: {},
    options: {},
    ipamOptions: null,
  }
}

/** Networks that cannot be removed. */
export function isBuiltin(network: Network): boolean {
  return network.name === 'bridge' || network.name === 'host' || network.name === 'none'
}
