import { expect, it } from 'vitest'
import { formatPorts, type ListedPort } from './port-listing'

const exposed = (privatePort: number, type = 'tcp'): ListedPort => ({ ip: null, privatePort, publicPort: null, type })
const published = (ip: string, publicPort: number, privatePort: number): ListedPort => ({
  ip,
  privatePort,
  publicPort,
  type: 'tcp',
})

it('[FMT7] prints nothing without ports', () => {
  expect(formatPorts([], '28')).toBe('')
})

it('[FMT7] puts IPv6 in brackets from client 28 on', () => {
  const ports = [published('::', 8081, 80), published('0.0.0.0', 8081, 80)]
  expect(formatPorts(ports, '20.10')).toBe('0.0.0.0:8081->80/tcp, :::8081->80/tcp')
  expect(formatPorts(ports, '28')).toBe('0.0.0.0:8081->80/tcp, [::]:8081->80/tcp')
  expect(formatPorts(ports, '29')).toBe('0.0.0.0:8081->80/tcp, [::]:8081->80/tcp')
})

it('[FMT7] merges neighbours by protocol and address, ranges before other mappings', () => {
  const ports = [
    exposed(53, 'udp'),
    exposed(7001),
    exposed(7000),
    published('0.0.0.0', 90, 90),
    published('0.0.0.0', 91, 91),
    published('0.0.0.0', 32768, 22),
  ]
  expect(formatPorts(ports, '28')).toBe('53/udp, 0.0.0.0:90-91->90-91/tcp, 7000-7001/tcp, 0.0.0.0:32768->22/tcp')
})

it('[FMT7] ends a range at a gap', () => {
  expect(formatPorts([exposed(1), exposed(2), exposed(5)], '28')).toBe('1-2/tcp, 5/tcp')
})
