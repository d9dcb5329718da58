import { splitCsv } from './csv-fields'
import { malformed, type Parsed, parsed } from './parsed'

/** A `--network` value: a name, or since 18.09 `name=…,alias=…,ip=…`. */
export interface NetworkOption {
  readonly target: string
  readonly aliases: readonly string[]
  readonly ip: string
  readonly ip6: string
  readonly macAddress: string
}

const PLAIN = { aliases: [], ip: '', ip6: '', macAddress: '' }

export function parseNetworkOption(text: string): Parsed<NetworkOption> {
  if (!/\w=\w/.test(text)) return parsed({ ...PLAIN, target: text })
  const fields = splitCsv(text)
  if (!fields.ok) return fields
  let option: NetworkOption = { ...PLAIN, target: '' }
  for (const field of fields.value) {
    const equals = field.indexOf('=')
    if (equals === -1) return malformed(`invalid field ${field}`)
    const key = field.slice(0, equals).trim().toLowerCase()
    const value = field
      .slice(equals + 1)
      .trim()
      .toLowerCase()
    const next = withField(option, key, value)
    if (next === null) return malformed(`invalid field key ${key}`)
    option = next
  }
  return option.target === '' ? malformed('network name/id is not specified') : parsed(option)
}

function withField(option: NetworkOption, key: string, value: string): NetworkOption | null {
  if (key === 'name') return { ...option, target: value }
  if (key === 'alias') return { ...option, aliases: [...option.aliases, value] }
  if (key === 'ip') return { ...option, ip: value }
  if (key === 'ip6') return { ...option, ip6: value }
  if (key === 'mac-address') return { ...option, macAddress: value }
  return key === 'driver-opt' || key === 'link-local-ip' || key === 'gw-priority' ? option : null
}
