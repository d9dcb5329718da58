import type { ClientVersion } from '../cli/client-version'
import { isIpAddress } from './ip-address'
import { malformed, type Parsed, parsed } from './parsed'

/** One container port of a `-p` option and where it is to be published. */
export interface PortMapping {
  /** '' for every address. */
  readonly hostIp: string
  /** A number, a range to choose from (`8000-8010`), or '' for any free port. */
  readonly hostPort: string
  readonly port: number
  readonly protocol: string
}

interface Range {
  readonly first: number
  readonly last: number
}

/** Reads `[IP:][HOST[-HOST]:]PORT[-PORT][/PROTOCOL]` (go-connections `nat.ParsePortSpec`); 20.10 capitalises its errors. */
export function parsePortSpec(spec: string, client: ClientVersion): Parsed<readonly PortMapping[]> {
  const { address, host, container } = splitSpec(spec)
  const { port, protocol } = splitProtocol(container)
  const fail = (error: string) => malformed(client === '20.10' ? error.charAt(0).toUpperCase() + error.slice(1) : error)
  const bareAddress = address.replace(/^\[([^\]]*)\]$/, '$1')
  const wrongAddress = addressError(address, bareAddress, client)
  if (wrongAddress !== null) return fail(wrongAddress)
  if (port === '') return fail(`no port specified: ${spec}<empty>`)
  const ports = parseRange(port)
  if (ports === null) return fail(`invalid containerPort: ${port}`)
  const hosts = host === '' ? null : parseRange(host)
  if (host !== '' && hosts === null) return fail(`invalid hostPort: ${host}`)
  if (hosts !== null && sizeOf(hosts) !== sizeOf(ports) && sizeOf(ports) > 1) {
    return fail(`invalid ranges specified for container and host Ports: ${port} and ${host}`)
  }
  if (!/^(?:tcp|udp|sctp)$/i.test(protocol)) return fail(`invalid proto: ${protocol}`)
  return parsed(expand(bareAddress, hosts, ports, protocol.toLowerCase()))
}

/** Reads the ports of `--expose` and EXPOSE: `80`, `8000-8010/udp`; null where it is none. */
export function parseExposedPorts(text: string): { readonly protocol: string; readonly range: Range } | null {
  const { port, protocol } = splitProtocol(text)
  const range = parseRange(port)
  return range === null ? null : { protocol, range }
}

function expand(hostIp: string, hosts: Range | null, ports: Range, protocol: string): readonly PortMapping[] {
  return Array.from({ length: sizeOf(ports) }, (_, index) => {
    const dynamic = hosts !== null && sizeOf(ports) === 1 && sizeOf(hosts) > 1
    const first = hosts === null ? '' : String(hosts.first + index)
    return { hostIp, hostPort: dynamic ? `${first}-${hosts.last}` : first, port: ports.first + index, protocol }
  })
}

function splitSpec(spec: string): { address: string; host: string; container: string } {
  const parts = spec.split(':')
  const container = parts.at(-1) ?? ''
  const host = parts.length > 1 ? (parts.at(-2) ?? '') : ''
  return { address: parts.slice(0, -2).join(':'), host, container }
}

function splitProtocol(text: string): { port: string; protocol: string } {
  const [port = '', protocol = ''] = text.split('/')
  return { port, protocol: protocol === '' ? 'tcp' : protocol }
}

function addressError(raw: string, bare: string, client: ClientVersion): string | null {
  if (raw === '') return null
  const words = client === '20.10' ? 'invalid ip address' : 'invalid IP address'
  if (client === '20.10' && raw === bare && raw.includes(':')) {
    return `${words} ${raw}: address ${raw}:: too many colons in address`
  }
  return isIpAddress(bare) ? null : `${words}: ${bare}`
}

function parseRange(text: string): Range | null {
  const [first, last] = text.split('-')
  const from = parsePort(first ?? '')
  const to = last === undefined ? from : parsePort(last)
  return from === null || to === null || to < from ? null : { first: from, last: to }
}

function parsePort(text: string): number | null {
  return /^\d{1,20}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null
}

function sizeOf({ first, last }: Range): number {
  return last - first + 1
}
