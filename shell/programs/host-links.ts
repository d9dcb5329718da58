import { otherMachineName } from '@/engine/host/other-machine'
import type { System } from '@/engine/kernel/program'

/** A network card of the host: its own, and a bridge for each of Docker's networks. */
interface Link {
  readonly name: string
  readonly address: string
  readonly prefix: number
  readonly isBridge: boolean
  readonly isUp: boolean
}

function ownAddress(system: System): string {
  return otherMachineName(system.state().host.hostname) === null ? '192.168.1.20' : '192.168.1.21'
}

function linksOf(system: System): readonly Link[] {
  const state = system.state()
  const bridges = state.networks.flatMap((network): Link[] => {
    const [base, prefix] = network.subnet?.split('/') ?? []
    if (base === undefined || network.driver !== 'bridge') return []
    const isUp = state.containers.some((container) =>
      container.endpoints.some((endpoint) => endpoint.networkId === network.id && endpoint.address !== null),
    )
    return [
      {
        name: network.name === 'bridge' ? 'docker0' : `br-${network.id.slice(0, 12)}`,
        address: network.gateway ?? base.replace(/\d+$/, '1'),
        prefix: Number(prefix),
        isBridge: true,
        isUp,
      },
    ]
  })
  return [{ name: 'eth0', address: ownAddress(system), prefix: 24, isBridge: false, isUp: true }, ...bridges]
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function addressOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
}

function networkOf(link: Link): string {
  const size = 2 ** (32 - link.prefix)
  return addressOf(Math.floor(numberOf(link.address) / size) * size)
}

function broadcastOf(link: Link): string {
  return addressOf(numberOf(networkOf(link)) + 2 ** (32 - link.prefix) - 1)
}

/** The hardware address of a card, made of its own address. */
function macOf(link: Link): string {
  const bytes = link.address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
  return `${link.isBridge ? '02:42' : '52:54'}:${bytes.join(':')}`
}

/** The cards that `ip addr` of the host shows besides the loopback. */
export function hostLinks(system: System): string {
  return linksOf(system)
    .map((link, index) => {
      const flags = link.isUp ? 'BROADCAST,MULTICAST,UP,LOWER_UP' : 'NO-CARRIER,BROADCAST,MULTICAST,UP'
      const queue = link.isBridge ? 'noqueue' : 'fq_codel'
      const state = link.isUp ? 'UP' : 'DOWN'
      return `${index + 2}: ${link.name}: <${flags}> mtu 1500 qdisc ${queue} state ${state} group default${link.isBridge ? ' ' : ' qlen 1000'}\n    link/ether ${macOf(link)} brd ff:ff:ff:ff:ff:ff\n    inet ${link.address}/${link.prefix} brd ${broadcastOf(link)} scope global ${link.name}\n       valid_lft forever preferred_lft forever\n`
    })
    .join('')
}

/** `ip route` of the host. */
export function hostRoutes(system: System): string {
  const rows = linksOf(system).map(
    (link) =>
      `${networkOf(link)}/${link.prefix} dev ${link.name} proto kernel scope link src ${link.address}${link.isUp ? '' : ' linkdown'} \n`,
  )
  return `default via 192.168.1.1 dev eth0 \n${[...rows.slice(1), ...rows.slice(0, 1)].join('')}`
}
