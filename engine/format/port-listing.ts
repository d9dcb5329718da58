import type { ClientVersion } from '../cli/client-version'

/** A port of a container as the engine lists it: `publicPort` and `ip` are null where it is only exposed. */
export interface ListedPort {
  readonly ip: string | null
  readonly privatePort: number
  readonly publicPort: number | null
  readonly type: string
}

/**
 * The PORTS column (docker/cli `formatter.DisplayablePorts`): sorted by container port; neighbouring ports published under
 * their own number, or only exposed, merge into ranges that come first; the other mappings follow one by one.
 * Clients before 28 print an IPv6 address bare (`:::80->80/tcp`), later ones in brackets.
 */
export function formatPorts(ports: readonly ListedPort[], client: ClientVersion): string {
  const closed: string[] = []
  const mapped: string[] = []
  const open = new Map<string, PortRange>()
  for (const port of ports.toSorted(comparePorts)) {
    if (port.ip !== null && port.publicPort !== port.privatePort) {
      mapped.push(`${formatAddress(port.ip, String(port.publicPort ?? 0), client)}->${port.privatePort}/${port.type}`)
      continue
    }
    const key = `${port.ip ?? ''}/${port.type}`
    const range = open.get(key)
    if (range !== undefined && port.privatePort !== range.last + 1) closed.push(formatRange(range, client))
    const first = range !== undefined && port.privatePort === range.last + 1 ? range.first : port.privatePort
    open.set(key, { ip: port.ip, type: port.type, first, last: port.privatePort })
  }
  return [...closed, ...[...open.values()].map((range) => formatRange(range, client)), ...mapped].join(', ')
}

interface PortRange {
  readonly ip: string | null
  readonly type: string
  readonly first: number
  readonly last: number
}

function formatRange({ ip, type, first, last }: PortRange, client: ClientVersion): string {
  const numbers = first === last ? String(first) : `${first}-${last}`
  return ip === null ? `${numbers}/${type}` : `${formatAddress(ip, numbers, client)}->${numbers}/${type}`
}

function formatAddress(ip: string, port: string, client: ClientVersion): string {
  return client !== '20.10' && ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`
}

function comparePorts(a: ListedPort, b: ListedPort): number {
  return (
    a.privatePort - b.privatePort ||
    compareText(a.ip ?? '', b.ip ?? '') ||
    (a.publicPort ?? 0) - (b.publicPort ?? 0) ||
    compareText(a.type, b.type)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
