import { quoteGo } from '../format/go-quote'
import type { Json } from '../json'
import { splitCsv } from '../specs/csv-fields'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { flagText, flagTexts, type ParsedCommand } from './command-line'

/** Before 23 capabilities went as typed; since then in one spelling, sorted, and an added one is not dropped. */
export function readCapabilities(command: ParsedCommand): { add: readonly string[]; drop: readonly string[] } {
  const add = flagTexts(command, 'cap-add')
  const drop = flagTexts(command, 'cap-drop')
  if (command.client === '20.10') return { add, drop }
  const added = [...new Set(add.map(capabilityName))].toSorted()
  const dropped = [...new Set(drop.map(capabilityName))].toSorted()
  return {
    add: added.includes('ALL') ? ['ALL'] : added,
    drop: dropped.includes('ALL') ? ['ALL'] : dropped.filter((name) => !added.includes(name)),
  }
}

function capabilityName(text: string): string {
  const name = text.trim().toUpperCase()
  return name === 'ALL' || name.startsWith('CAP_') ? name : `CAP_${name}`
}

export function readLogConfig(
  command: ParsedCommand,
): Parsed<{ readonly Type: string; readonly Config: Readonly<Record<string, string>> }> {
  const driver = flagText(command, 'log-driver') ?? ''
  const options = flagTexts(command, 'log-opt')
  if (driver === 'none' && options.length > 0) return malformed(`invalid logging opts for driver ${driver}`)
  const config = options.map((option): [string, string] => {
    const [key = ''] = option.split('=', 1)
    return [key, option.slice(key.length + 1)]
  })
  return parsed({ Type: driver, Config: Object.fromEntries(config.toSorted(([a], [b]) => (a < b ? -1 : 1))) })
}

/** A seccomp profile is a file that the client reads and sends. */
export function readSecurityOptions(
  command: ParsedCommand,
  readFile: (path: string) => string | null,
): Parsed<readonly string[]> {
  const options: string[] = []
  for (const option of flagTexts(command, 'security-opt')) {
    const separator = option.includes('=') ? '=' : ':'
    const [key = ''] = option.split(separator, 1)
    const value = option.slice(key.length + 1)
    if (!option.includes(separator) && option !== 'no-new-privileges') {
      return malformed(`${command.client === '20.10' ? 'Invalid' : 'invalid'} --security-opt: ${quoteGo(option)}`)
    }
    if (key !== 'seccomp' || value === 'unconfined' || value === 'builtin') {
      options.push(option)
      continue
    }
    const profile = readFile(value)
    if (profile === null) {
      return malformed(`opening seccomp profile (${value}) failed: open ${value}: no such file or directory`)
    }
    options.push(`seccomp=${profile}`)
  }
  return parsed(options)
}

export function readStorageOptions(command: ParsedCommand): Parsed<Readonly<Record<string, string>> | null> {
  const options: Record<string, string> = {}
  for (const option of flagTexts(command, 'storage-opt')) {
    const equals = option.indexOf('=')
    if (equals === -1) return malformed('invalid storage option')
    options[option.slice(0, equals)] = option.slice(equals + 1)
  }
  return parsed(Object.keys(options).length === 0 ? null : options)
}

/** `--gpus all`, `--gpus 2`, `--gpus device=0,capabilities=utility`. */
export function readGpus(command: ParsedCommand): readonly Json[] | null {
  const texts = flagTexts(command, 'gpus')
  return texts.length === 0 ? null : texts.map(gpuRequest)
}

function gpuRequest(text: string): Json {
  const fields = splitCsv(text)
  const values = new Map<string, string>()
  for (const field of fields.ok ? fields.value : []) {
    const equals = field.indexOf('=')
    if (equals === -1) values.set('count', field)
    else values.set(field.slice(0, equals), field.slice(equals + 1))
  }
  const devices = values.get('device')
  const capabilities = (values.get('capabilities') ?? '').split(',').filter((name) => name !== '')
  const count = values.get('count') ?? (devices === undefined ? '1' : '0')
  return {
    Driver: values.get('driver') ?? '',
    Count: count === 'all' ? -1 : Number(count),
    DeviceIDs: devices === undefined ? null : devices.split(','),
    Capabilities: [capabilities.includes('gpu') ? capabilities : [...capabilities, 'gpu']],
    Options: {},
  }
}
