import type { Json } from '../json'
import { type NetworkOption, parseNetworkOption } from '../specs/network-option'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import type { ClientVersion } from './client-version'
import { flagText, flagTexts, type ParsedCommand } from './command-line'

/** The `NetworkingConfig` part of a create request: settings by network. */
export type NetworkingConfig = { readonly EndpointsConfig: Readonly<Record<string, EndpointRequest>> }

export type EndpointRequest = {
  readonly IPAMConfig: Readonly<Record<string, string>> | null
  readonly Links: readonly string[] | null
  readonly Aliases: readonly string[] | null
  readonly MacAddress: string
  readonly [field: string]: Json | undefined
}

interface Attachment extends NetworkOption {
  readonly links: readonly string[]
}

/** Reads `--network` with the options that belong to the first one: `--network-alias`, `--link`, `--ip`, `--ip6`. */
export function readNetworking(command: ParsedCommand): Parsed<NetworkingConfig> {
  const networks = networksOf(command)
  const endpoints: Record<string, EndpointRequest> = {}
  for (const [index, network] of networks.entries()) {
    const attachment = index === 0 ? withContainerOptions(network, command) : { ...network, links: [] }
    const error = attachmentError(attachment)
    if (error !== null) return malformed(error)
    if (endpoints[network.target] !== undefined)
      return malformed(`network "${network.target}" is specified multiple times`)
    if (networks.length > 1 || hasSettings(attachment))
      endpoints[network.target] = endpointOf(attachment, command.client)
  }
  const userDefined = networks.filter(({ target }) => isUserDefined(target)).length
  if (userDefined > 0 && userDefined < networks.length) {
    return malformed('conflicting options: cannot attach both user-defined and non-user-defined network-modes')
  }
  return parsed({ EndpointsConfig: endpoints })
}

/** `HostConfig.NetworkMode`: the first network. */
export function networkMode(command: ParsedCommand): string {
  return networksOf(command)[0]?.target ?? 'default'
}

/** Whether a network is one that somebody created. */
export function isUserDefined(network: string): boolean {
  return !/^(?:default|bridge|host|none|container:.*)$/.test(network)
}

/** Since 23 the default network takes options too, and refuses some. */
function networksOf(command: ParsedCommand): readonly NetworkOption[] {
  const texts = [...flagTexts(command, 'network'), ...flagTexts(command, 'net')]
  const given = texts.flatMap((text) => {
    const network = parseNetworkOption(text)
    return network.ok ? [network.value] : []
  })
  if (given.length > 0 || command.client === '20.10') return given
  return [{ target: 'default', aliases: [], ip: '', ip6: '', macAddress: '' }]
}

function withContainerOptions(network: NetworkOption, command: ParsedCommand): Attachment {
  const aliases = [...flagTexts(command, 'network-alias'), ...flagTexts(command, 'net-alias')]
  const links = isUserDefined(network.target) ? flagTexts(command, 'link').map(namedLink) : []
  return {
    ...network,
    aliases: [...network.aliases, ...aliases],
    ip: network.ip || (flagText(command, 'ip') ?? ''),
    ip6: network.ip6 || (flagText(command, 'ip6') ?? ''),
    links,
  }
}

/** A link without an alias is called as its container. */
function namedLink(link: string): string {
  return link.includes(':') ? link : `${link}:${link}`
}

function attachmentError({ target, aliases }: Attachment): string | null {
  if (target.trim() === '') return 'no name set for network'
  if (aliases.length > 0 && !isUserDefined(target))
    return 'network-scoped aliases are only supported for user-defined networks'
  return null
}

function hasSettings({ aliases, links, ip, ip6, macAddress }: Attachment): boolean {
  return aliases.length > 0 || links.length > 0 || ip !== '' || ip6 !== '' || macAddress !== ''
}

function endpointOf({ aliases, links, ip, ip6, macAddress }: Attachment, client: ClientVersion): EndpointRequest {
  const addresses = { ...(ip === '' ? {} : { IPv4Address: ip }), ...(ip6 === '' ? {} : { IPv6Address: ip6 }) }
  const settings = {
    IPAMConfig: ip === '' && ip6 === '' ? null : addresses,
    Links: links.length === 0 ? null : links,
    Aliases: aliases.length === 0 ? null : aliases,
  }
  const assigned = {
    NetworkID: '',
    EndpointID: '',
    Gateway: '',
    IPAddress: '',
    IPPrefixLen: 0,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
  }
  if (client === '20.10') return { ...settings, ...assigned, MacAddress: macAddress, DriverOpts: null }
  return { ...settings, MacAddress: macAddress, DriverOpts: null, GwPriority: 0, ...assigned, DNSNames: null }
}
