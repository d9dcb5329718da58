import { quoteGo } from '../format/go-quote'
import { dockerReferenceRules, parseReference } from '../reference/reference'
import { parseDuration } from '../specs/duration'
import { environmentError, labelError } from '../specs/environment'
import { parseFilter } from '../specs/filter'
import { parseGoBool, parseGoFloat, parseGoInteger, parseGoUnsigned } from '../specs/go-number'
import { isIpAddress } from '../specs/ip-address'
import { parseMountOption } from '../specs/mount-option'
import { parseNetworkOption } from '../specs/network-option'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { parseBinarySize } from '../specs/size-parse'
import { parseUlimit } from '../specs/ulimit'
import type { ClientVersion } from './client-version'
import type { FlagDefinition } from './command-table'

type Check = (value: string, client: ClientVersion) => string | null

/** What is wrong with a flag's value in the words of the client, or null. */
export function checkFlagValue(
  command: string,
  flag: Pick<FlagDefinition, 'name' | 'type'>,
  value: string,
  client: ClientVersion,
): string | null {
  const byName = command === 'build' && flag.name === 'tag' ? checkTag : NAME_CHECKS[`${flag.type} ${flag.name}`]
  const check = byName ?? TYPE_CHECKS[flag.type]
  return check === undefined ? null : check(value, client)
}

const TYPE_CHECKS: Readonly<Record<string, Check>> = {
  bool: (value) => errorOf(parseGoBool(value)),
  int: (value) => errorOf(parseGoInteger(value)),
  int64: (value) => errorOf(parseGoInteger(value)),
  uint: (value) => errorOf(parseGoUnsigned(value, 64)),
  uint16: (value) => errorOf(parseGoUnsigned(value, 16)),
  uint32: (value) => errorOf(parseGoUnsigned(value, 32)),
  uint64: (value) => errorOf(parseGoUnsigned(value, 64)),
  float: (value) => errorOf(parseGoFloat(value)),
  decimal: (value) => errorOf(parseCpus(value)),
  duration: (value) => errorOf(parseDuration(value)),
  bytes: (value, client) => errorOf(parseBinarySize(value, client)),
  ulimit: (value) => errorOf(parseUlimit(value)),
  filter: (value) => errorOf(parseFilter(value)),
  mount: (value, client) => errorOf(parseMountOption(value, client)),
  network: (value) => errorOf(parseNetworkOption(value)),
}

/** Flags whose type alone does not say how they are checked. */
const NAME_CHECKS: Readonly<Record<string, Check>> = {
  'bytes memory-swap': (value, client) => (value === '-1' ? null : errorOf(parseBinarySize(value, client))),
  'list attach': (value) =>
    /^(?:stdin|stdout|stderr)$/i.test(value) ? null : 'valid streams are STDIN, STDOUT and STDERR',
  'list env': environmentError,
  'list build-arg': environmentError,
  'list label': labelError,
  'list dns': checkDns,
  'list dns-search': checkDnsSearch,
  'list add-host': checkHost,
  'list link': (value) =>
    isLink(value) ? null : value === '' ? 'empty string specified for links' : `bad format for links: ${value}`,
  'list device-cgroup-rule': (value) =>
    /^[acb] ([0-9]+|\*):([0-9]+|\*) [rwm]{1,3}$/.test(value) ? null : `invalid device cgroup format '${value}'`,
  'list blkio-weight-device': checkWeightDevice,
  'list device-read-bps': checkThrottle,
  'list device-write-bps': checkThrottle,
  'list device-read-iops': checkThrottle,
  'list device-write-iops': checkThrottle,
  'map sysctl': checkSysctl,
}

function errorOf(result: Parsed<unknown>): string | null {
  return result.ok ? null : result.error
}

/** Nano-CPUs of `--cpus 1.5`: a decimal or a fraction of at most nine decimal places. */
export function parseCpus(text: string): Parsed<number> {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:\/(\d+))?$/.exec(text)
  const [, sign = '', whole = '', fraction = '', divisor = '1'] = match ?? []
  if (match === null || whole + fraction === '' || Number(divisor) === 0 || text.length > 60) {
    return malformed(`failed to parse ${text} as a rational number`)
  }
  const numerator = BigInt(whole + fraction) * 1_000_000_000n
  const denominator = 10n ** BigInt(fraction.length) * BigInt(divisor)
  if (numerator % denominator !== 0n) return malformed('value is too precise')
  return parsed(Number(numerator / denominator) * (sign === '-' ? -1 : 1))
}

function checkTag(value: string, client: ClientVersion): string | null {
  const reference = parseReference(value, dockerReferenceRules(client))
  return reference.ok ? null : reference.error
}

function checkDns(value: string, client: ClientVersion): string | null {
  if (isIpAddress(value.trim())) return null
  return client === '20.10' ? `${value} is not an ip address` : `IP address is not correctly formatted: ${value}`
}

function checkDnsSearch(value: string): string | null {
  const domain = value.trim()
  if (domain === '.') return null
  const fits =
    /[a-zA-Z]/.test(domain) &&
    domain.length < 255 &&
    /^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9_-]*[a-zA-Z0-9])\.?)+$/.test(domain)
  return fits ? null : `${domain} is not a valid domain`
}

function checkHost(value: string, client: ClientVersion): string | null {
  const separator = client !== '20.10' && value.includes('=') ? value.indexOf('=') : value.indexOf(':')
  const address = value.slice(separator + 1)
  if (separator <= 0) return `bad format for add-host: ${quoteGo(value)}`
  const bare = client === '20.10' ? address : address.replace(/^\[(.*)\]$/, '$1')
  if (bare === 'host-gateway' || isIpAddress(bare)) return null
  return `invalid IP address in add-host: ${quoteGo(address)}`
}

function isLink(value: string): boolean {
  return value !== '' && value.split(':').length <= 2
}

function checkWeightDevice(value: string): string | null {
  const [path = '', weight] = value.split(':')
  if (weight === undefined || value.split(':').length !== 2) return `bad format: ${value}`
  if (!path.startsWith('/dev/')) return `bad format for device path: ${value}`
  const number = parseGoUnsigned(weight, 16)
  return number.ok && (number.value === 0 || (number.value >= 10 && number.value <= 1000))
    ? null
    : `invalid weight for device: ${value}`
}

function checkThrottle(value: string): string | null {
  const [path = '', rate] = value.split(':')
  if (rate === undefined || rate === '') return `bad format: ${value}`
  return path.startsWith('/dev/') ? null : `bad format for device path: ${value}`
}

const SYSCTLS = [
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
]

function checkSysctl(value: string, client: ClientVersion): string | null {
  const name = value.split('=', 1)[0] ?? ''
  const isKnown = SYSCTLS.includes(name) || /^(?:net|fs\.mqueue)\./.test(name)
  if (value.includes('=') && isKnown) return null
  return `sysctl '${value}' is not ${client === '20.10' ? 'whitelisted' : 'allowed'}`
}
