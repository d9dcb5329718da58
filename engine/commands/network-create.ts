import { flagIsOn, flagText, flagTexts } from '../cli/command-line'
import { drawId } from '../entropy'
import { recordEvent } from '../events/event'
import { addressNumber, addressText, freeSubnet, gatewayOf, overlaps, parseSubnet } from '../network/address'
import type { Network } from '../network/network'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { addressingRefusal } from './network-addressing'
import { pairs } from './volume-create'

const DRIVERS = ['bridge', 'host', 'null', 'macvlan', 'ipvlan', 'overlay']

/** `docker network create`: prints the id. */
export function networkCreate(call: Call): Ending {
  const { transaction, command } = call
  const name = command.args[0] ?? ''
  const driver = flagText(command, 'driver') ?? 'bridge'
  const mistaken = addressingRefusal({
    subnets: flagTexts(command, 'subnet'),
    ranges: flagTexts(command, 'ip-range'),
    gateways: flagTexts(command, 'gateway'),
  })
  if (mistaken !== null) {
    printError(call, `${mistaken}\n`)
    return 1
  }
  const refusal = nameRefusal(call, name) ?? driverRefusal(driver)
  if (refusal !== null) return daemonError(call, refusal)
  const subnet = flagTexts(command, 'subnet')[0] ?? freeSubnet(transaction.state)
  if (subnet === null)
    return daemonError(
      call,
      'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
    )
  const wrong = subnetRefusal(call, subnet)
  if (wrong !== null) return daemonError(call, wrong)
  const network: Network = {
    id: drawId(transaction),
    name,
    driver,
    scope: 'local',
    createdAt: transaction.state.clock,
    subnet,
    subnetGiven: flagTexts(command, 'subnet').length > 0,
    gateway: flagTexts(command, 'gateway')[0] ?? gatewayOf(subnet),
    ipRange: flagTexts(command, 'ip-range')[0] ?? null,
    internal: flagIsOn(command, 'internal'),
    attachable: flagIsOn(command, 'attachable'),
    ipv6: flagIsOn(command, 'ipv6'),
    labels: pairs(flagTexts(command, 'label')) ?? {},
    options: pairs(flagTexts(command, 'opt')) ?? {},
    ipamOptions: {},
  }
  transaction.state = { ...transaction.state, networks: [...transaction.state.networks, network] }
  recordEvent(transaction, { type: 'network', action: 'create', id: network.id, attributes: { name, type: driver } })
  print(call, `${network.id}\n`)
  return 0
}

function nameRefusal({ transaction }: Call, name: string): string | null {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name)) return `invalid network name: "${name}"`
  if (['bridge', 'host', 'none', 'default'].includes(name))
    return `operation is not permitted on predefined ${name} network `
  const isTaken = transaction.state.networks.some((network) => network.name === name)
  return isTaken ? `network with name ${name} already exists` : null
}

function driverRefusal(driver: string): string | null {
  if (driver === 'host') return 'only one instance of "host" network is allowed'
  if (driver === 'null') return 'only one instance of "null" network is allowed'
  if (driver === 'overlay')
    return 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.'
  return DRIVERS.includes(driver) ? null : `plugin "${driver}" not found`
}

function subnetRefusal({ transaction }: Call, subnet: string): string | null {
  const parsed = parseSubnet(subnet)
  if (parsed === null) return `invalid CIDR address: ${subnet}`
  const [address = ''] = subnet.split('/')
  if (transaction.state.rules.refusalWording === 'new' && addressNumber(address) !== parsed.first)
    return `invalid network config:\ninvalid subnet ${subnet}: it should be ${addressText(parsed.first)}/${parsed.prefix}`
  const clashes = transaction.state.networks.some((network) => {
    const other = network.subnet === null ? null : parseSubnet(network.subnet)
    return other !== null && overlaps(other, parsed)
  })
  return clashes ? 'Pool overlaps with other one on this address space' : null
}
