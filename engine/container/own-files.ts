import { textFile } from '../files/tree'
import type { Json } from '../json'
import type { EngineState } from '../state'
import type { Container } from './container'
import { findContainer } from './lookup'

type Subject = Pick<Container, 'config' | 'endpoints' | 'hostConfig' | 'id'>

/** The files the engine itself mounts over the image's: names, addresses and servers. */
export function ownFilesOf(state: EngineState, container: Subject) {
  const at = state.clock
  const { Hostname: hostname, Domainname: domain } = container.config
  const fullName = domain === '' ? hostname : `${hostname}.${domain} ${hostname}`
  const addresses = container.endpoints.flatMap((endpoint) =>
    endpoint.address === null ? [] : [`${endpoint.address}\t${fullName}\n`],
  )
  const extra = (container.hostConfig.ExtraHosts ?? []).map((entry) => {
    const colon = entry.indexOf(':')
    return `${extraAddress(state, entry.slice(colon + 1))}\t${entry.slice(0, colon)}\n`
  })
  const limit = container.hostConfig.Memory
  const onUserNetwork = container.endpoints.some((endpoint) => endpoint.networkName !== 'bridge')
  return {
    '/.dockerenv': textFile('', at, 0o755),
    '/etc/hostname': textFile(`${hostname}\n`, at),
    '/etc/hosts': textFile(`${LOCAL_HOSTS}${extra.join('')}${linkEntries(state, container)}${addresses.join('')}`, at),
    '/etc/resolv.conf': textFile(resolverFile(container, onUserNetwork), at),
    ...limitFile(state, limit),
  }
}

/** `host-gateway` stands for the host as the default bridge sees it, whatever network the container is on. */
function extraAddress(state: EngineState, given: string): string {
  const gateway = state.networks.find((network) => network.name === 'bridge')?.gateway
  return given === 'host-gateway' ? (gateway ?? given) : given
}

/** Docker's own server on networks of the user's, else the servers given or the host's. */
function resolverFile({ hostConfig }: Subject, onUserNetwork: boolean): string {
  const texts = (field: Json | undefined) =>
    Array.isArray(field) ? field.filter((each) => typeof each === 'string') : []
  const search = texts(hostConfig.DnsSearch)
  const options = texts(hostConfig.DnsOptions)
  const given = texts(hostConfig.Dns)
  const servers = onUserNetwork ? ['127.0.0.11'] : given.length > 0 ? given : ['192.168.1.1']
  const shown = onUserNetwork ? [...options, 'ndots:0'] : options
  return [
    ...(search.length > 0 ? [`search ${search.join(' ')}\n`] : []),
    ...servers.map((server) => `nameserver ${server}\n`),
    ...(shown.length > 0 ? [`options ${shown.join(' ')}\n`] : []),
  ].join('')
}

/** Links of the default bridge: the address under the alias, the short id and the name. */
function linkEntries(state: EngineState, { hostConfig }: Subject): string {
  const lines = (hostConfig.Links ?? []).map((link) => {
    const [name = '', alias = name] = link.split(':')
    const found = findContainer(state, name)
    const address = found.ok ? found.container.endpoints.find((one) => one.networkName === 'bridge')?.address : null
    if (!found.ok || address === null || address === undefined) return ''
    const names = [alias, found.container.id.slice(0, 12), found.container.name]
    return `${address}\t${[...new Set(names)].join(' ')}\n`
  })
  return lines.join('')
}

/** The control group's own file: the first version's on 20.10 as recorded, the second's today. */
function limitFile(state: EngineState, limit: number) {
  const isFirst = state.profile.engine === '20.10'
  const unlimited = isFirst ? '9223372036854771712' : 'max'
  const file = isFirst ? '/sys/fs/cgroup/memory/memory.limit_in_bytes' : '/sys/fs/cgroup/memory.max'
  return { [file]: textFile(`${limit === 0 ? unlimited : limit}\n`, state.clock) }
}

const LOCAL_HOSTS =
  '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::0\tip6-localnet\nff00::0\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n'
