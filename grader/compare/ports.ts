/** One published or exposed port of the PORTS column. `hostPort` is null when it is only exposed. */
export interface PortMapping {
  readonly hostPort: number | null
  readonly containerPort: number
  readonly protocol: string
}

/**
 * Reads a PORTS cell or the lines of `docker port`, as a sorted set: whether a client prints IPv6 as `:::80`,
 * `[::]:80` or not at all does not matter. Null when some part is no port.
 */
export function parsePorts(cell: string): readonly PortMapping[] | null {
  const found = new Map<string, PortMapping>()
  for (const part of cell.split(/,\s*/).filter((piece) => piece !== '')) {
    const mappings = parsePart(part)
    if (!mappings) return null
    for (const mapping of mappings)
      found.set(`${mapping.containerPort}/${mapping.protocol}>${mapping.hostPort ?? ''}`, mapping)
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mapping]) => mapping)
}

const PORT_MAX = 65_535

function parsePart(part: string): readonly PortMapping[] | null {
  const match = /^(?:(?:\S{0,45}:)?(\d{1,5})(?:-(\d{1,5}))?->)?(\d{1,5})(?:-(\d{1,5}))?\/(tcp|udp|sctp)$/.exec(part)
  if (!match) return null
  const [, host, , first, last, protocol] = match
  const from = Number(first)
  if ([host, first, last].some((port) => Number(port ?? 1) > PORT_MAX)) return null
  const count = Math.min(Number(last ?? first) - from, 1_000)
  return Array.from({ length: count + 1 }, (_, index) => ({
    hostPort: host === undefined ? null : Number(host) + index,
    containerPort: from + index,
    protocol: protocol ?? 'tcp',
  }))
}
