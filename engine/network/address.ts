import type { EngineState } from '../state'
import type { Network } from './network'

/** An IPv4 address as a number, or null. */
export function addressNumber(text: string): number | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (match === null) return null
  const bytes = match.slice(1).map(Number)
  return bytes.some((byte) => byte > 255) ? null : bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

export function addressText(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
}

export interface Subnet {
  readonly first: number
  readonly prefix: number
  readonly size: number
}

/** Reads `172.17.0.0/16`; null for anything else. */
export function parseSubnet(text: string): Subnet | null {
  const [address = '', prefixText = ''] = text.split('/')
  const number = addressNumber(address)
  const prefix = Number(prefixText)
  if (number === null || !/^\d{1,2}$/.test(prefixText) || prefix > 32) return null
  const size = 2 ** (32 - prefix)
  return { first: Math.floor(number / size) * size, prefix, size }
}

/** MAC address Docker derives from an IPv4 address. */
export function macOf(address: string): string {
  const bytes = address.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'))
  return `02:42:${bytes.join(':')}`
}

/** Addresses in use on a network. */
export function usedAddresses(state: EngineState, networkId: string): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { endpoints } of state.containers) {
    for (const { networkId: id, address } of endpoints) if (id === networkId && address !== null) used.add(address)
  }
  return used
}

/** The lowest free address of a network, or null when it is full or has no addresses. */
export function freeAddress(state: EngineState, network: Network): string | null {
  const subnet = network.subnet === null ? null : parseSubnet(network.ipRange ?? network.subnet)
  if (subnet === null) return null
  const used = usedAddresses(state, network.id)
  for (let offset = 1; offset < Math.min(subnet.size - 1, 65536); offset += 1) {
    const address = addressText(subnet.first + offset)
    if (address !== network.gateway && !used.has(address)) return address
  }
  return null
}

/** Pools Docker takes subnets from, in its order. */
const POOLS: readonly (readonly [string, number])[] = [
  ...[18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31].map((second): [string, number] => [
    `172.${second}.0.0`,
    16,
  ]),
  ...[0, 16, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240].map((third): [string, number] => [
    `192.168.${third}.0`,
    20,
  ]),
]

/** The next subnet no network uses, or null. */
export function freeSubnet(state: EngineState): string | null {
  const taken = state.networks.flatMap((network) =>
    network.subnet === null ? [] : (parseSubnet(network.subnet) ?? []),
  )
  for (const [address, prefix] of POOLS) {
    const candidate = parseSubnet(`${address}/${prefix}`)
    if (candidate !== null && !taken.some((one) => overlaps(one, candidate))) return `${address}/${prefix}`
  }
  return null
}

export function overlaps(one: Subnet, other: Subnet): boolean {
  return one.first < other.first + other.size && other.first < one.first + one.size
}

/** First address of a subnet: its gateway unless another is asked for. */
export function gatewayOf(subnet: string): string {
  const parsed = parseSubnet(subnet)
  return parsed === null ? '' : addressText(parsed.first + 1)
}
