import { rootHas } from '@/engine/container/capabilities'
import { hostSpace } from '@/engine/kernel/process'
import { addressesOf } from '../network'
import { defineCommand } from './define'
import { hostLinks, hostRoutes } from './host-links'

/** getent hosts NAME: what the resolver says. */
export const getent = defineCommand('getent', ({ args, system }) => {
  const [database = '', name = ''] = args
  if (database === 'hosts' || database === 'ahosts') {
    const found = addressesOf(system, name)
    // musl's own shows one address, with the name as its alias.
    const output = system.files.stat('/etc/alpine-release').ok
      ? found.slice(0, 1).map((address) => `${address.padEnd(16)}  ${name}  ${name}\n`)
      : found.map((address) => `${address.padEnd(15)} ${name}\n`)
    return { status: output.length === 0 ? 2 : 0, output: output.join('') }
  }
  const content = system.files.read(`/etc/${database}`)
  if (!content.ok || content.value.kind !== 'text') return { status: 1, error: `Unknown database: ${database}\n` }
  const lines = content.value.text
    .split('\n')
    .filter((line) => line !== '' && (name === '' || line.split(':').includes(name)))
  return { status: lines.length > 0 ? 0 : 2, output: lines.map((line) => `${line}\n`).join('') }
})

/** ip addr and ip route. */
export const ip = defineCommand('ip', ({ args, system, isBusybox }) => {
  const [object = ''] = args.filter((word) => !word.startsWith('-'))
  const changes = ['add', 'del', 'delete', 'set', 'flush', 'replace'].some((word) => args.includes(word))
  const { user, space } = system.process
  if (changes && (user !== 'root' || !rootHas(system.state(), space, 'NET_ADMIN')))
    return isBusybox
      ? {
          status: 1,
          error: `ip: ${object.startsWith('l') ? 'ioctl 0x8914 failed' : 'RTNETLINK answers'}: Operation not permitted\n`,
        }
      : { status: 2, error: 'RTNETLINK answers: Operation not permitted\n' }
  if (changes) return { status: 0 }
  const container = system.state().containers.find((each) => each.id === system.process.space)
  const endpoints = (container?.endpoints ?? []).filter((endpoint) => endpoint.address !== null)
  const gateway = endpoints[0]?.address?.replace(/\d+$/, '1')
  const isHost = system.process.space === hostSpace || container?.hostConfig.NetworkMode === 'host'
  if (isHost && object.startsWith('r')) return { status: 0, output: hostRoutes(system) }
  if (object.startsWith('r'))
    return {
      status: 0,
      output:
        gateway === undefined
          ? ''
          : `default via ${gateway} dev eth0\n${gateway.replace(/\d+\.1$/, '0.0')}/16 dev eth0 scope link  src ${endpoints[0]?.address}\n`,
    }
  const tail = isBusybox ? 'qlen 1000' : 'group default qlen 1000'
  const noqueue = isBusybox ? 'qdisc noqueue' : 'qdisc noqueue state UNKNOWN'
  const loopback = `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 ${noqueue} ${tail}\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n`
  if (isHost) return { status: 0, output: loopback + hostLinks(system) }
  const cards = endpoints.map(
    (endpoint, index) =>
      `${index + 4}: eth${index}@if${index + 5}: <BROADCAST,MULTICAST,UP,LOWER_UP${isBusybox ? ',M-DOWN' : ''}> mtu 1500 qdisc noqueue ${isBusybox ? '' : 'state UP group default '}\n    link/ether ${endpoint.mac ?? ''} brd ff:ff:ff:ff:ff:ff\n    inet ${endpoint.address}/16 brd ${endpoint.address?.replace(/\d+\.\d+$/, '255.255')} scope global eth${index}\n       valid_lft forever preferred_lft forever\n`,
  )
  return { status: 0, output: loopback + cards.join('') }
})
