import { addressNumber, parseSubnet } from '../network/address'

interface Addressing {
  readonly subnets: readonly string[]
  readonly ranges: readonly string[]
  readonly gateways: readonly string[]
}

/** What the client of `network create` refuses itself (docker/cli `consolidateIpam`), or null. */
export function addressingRefusal({ subnets, ranges, gateways }: Addressing): string | null {
  if (subnets.length < ranges.length || subnets.length < gateways.length)
    return 'every ip-range or gateway must have a corresponding subnet'
  const isOverlapping = subnets.some((one, index) => subnets.some((other, at) => at !== index && holds(one, other)))
  if (isOverlapping) return 'multiple overlapping subnet configuration is not supported'
  const strayRange = ranges.find((range) => !subnets.some((subnet) => holds(subnet, range)))
  if (strayRange !== undefined) return `no matching subnet for range ${strayRange}`
  const strayGateway = gateways.find((gateway) => !subnets.some((subnet) => holds(subnet, gateway)))
  return strayGateway === undefined ? null : `no matching subnet for gateway ${strayGateway}`
}

/** Whether an address, or the first one of a range, lies in a subnet; what is malformed is left to the engine. */
function holds(subnet: string, address: string): boolean {
  const parsed = parseSubnet(subnet)
  const number = addressNumber(address.split('/')[0] ?? '')
  if (parsed === null || number === null) return parsed === null
  return number >= parsed.first && number < parsed.first + parsed.size
}
