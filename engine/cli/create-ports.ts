import type { PortBinding, PortMap } from '../container/config'
import { splitCsv } from '../specs/csv-fields'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { parseExposedPorts, parsePortSpec } from '../specs/port-spec'
import { flagTexts, type ParsedCommand } from './command-line'

/** The ports of `-p` and `--expose` as the API has them: `80/tcp`. */
export interface PublishedPorts {
  readonly exposed: readonly string[]
  readonly bindings: PortMap
}

export function readPublishedPorts(command: ParsedCommand): Parsed<PublishedPorts> {
  const bindings = new Map<string, PortBinding[]>()
  for (const text of flagTexts(command, 'publish')) {
    const spec = shortNotation(text)
    if (!spec.ok) return spec
    const mappings = parsePortSpec(spec.value, command.client)
    if (!mappings.ok) return mappings
    for (const { hostIp, hostPort, port, protocol } of mappings.value) {
      const key = `${port}/${protocol}`
      bindings.set(key, [...(bindings.get(key) ?? []), { HostIp: hostIp, HostPort: hostPort }])
    }
  }
  const exposed = readExposed(command)
  if (!exposed.ok) return exposed
  const ports = [...new Set([...bindings.keys(), ...exposed.value])]
  const byKey = [...bindings].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return parsed({ exposed: ports, bindings: Object.fromEntries(byKey) })
}

function readExposed(command: ParsedCommand): Parsed<readonly string[]> {
  const ports: string[] = []
  for (const text of flagTexts(command, 'expose')) {
    if (text.includes(':')) return malformed(`invalid port format for --expose: ${text}`)
    const exposed = parseExposedPorts(text)
    if (exposed === null) return malformed(`invalid range format for --expose: ${text}, error: ${rangeError(text)}`)
    const { first, last } = exposed.range
    for (let port = first; port <= last; port += 1) ports.push(`${port}/${exposed.protocol}`)
  }
  return parsed(ports)
}

function rangeError(text: string): string {
  const [port = ''] = text.split('/')
  if (port === '') return 'empty string specified for ports'
  const [first = '', last = ''] = port.split('-')
  const wrong = /^\d+$/.test(first) ? last : first
  if (/^\d+$/.test(wrong)) {
    return Number(wrong) > 65_535
      ? `strconv.ParseUint: parsing "${wrong}": value out of range`
      : `invalid range specified for port: ${port}`
  }
  return `strconv.ParseUint: parsing "${wrong}": invalid syntax`
}

/** `-p target=80,published=8080,protocol=tcp` says the same as `8080:80/tcp`. */
function shortNotation(text: string): Parsed<string> {
  if (!text.includes('=')) return parsed(text)
  const fields = splitCsv(text)
  if (!fields.ok) return fields
  const values = new Map<string, string>()
  for (const field of fields.value) {
    const equals = field.indexOf('=')
    if (equals === -1) return malformed(`invalid field ${field}`)
    const key = field.slice(0, equals)
    if (!/^(?:target|published|protocol|mode)$/.test(key)) return malformed(`invalid field key ${key}`)
    values.set(key, field.slice(equals + 1))
  }
  const published = values.get('published') ?? ''
  const target = values.get('target') ?? ''
  return parsed(`${published === '' ? '' : `${published}:`}${target}/${values.get('protocol') ?? 'tcp'}`)
}
