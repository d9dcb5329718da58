import { describe, expect, it } from 'vitest'
import { parseBindSpec } from './bind-spec'
import { splitCsv } from './csv-fields'
import { deviceError, parseDeviceOption } from './device-option'
import { parseDuration } from './duration'
import { environmentError, labelError, parseVariableFile, resolveEnvironment } from './environment'
import { collectFilters, parseFilter, unknownFilterKey } from './filter'
import { parseGoInteger, parseGoUnsigned } from './go-number'
import { isIpAddress } from './ip-address'
import { parseMountOption } from './mount-option'
import { parseNetworkOption } from './network-option'
import type { Parsed } from './parsed'
import { parseExposedPorts, parsePortSpec } from './port-spec'
import { parseRestartPolicy } from './restart-policy'
import { parseSignal } from './signal-name'
import { parseBinarySize, parseDecimalSize } from './size-parse'
import { parseUlimit } from './ulimit'
import { parseVolumeOption } from './volume-option'

const outcome = <T>(result: Parsed<T>): T | string => (result.ok ? result.value : result.error)

it.each([
  ['256m', 268_435_456, 268_435_456],
  ['1.5 GiB', 1_610_612_736, 1_610_612_736],
  ['.25g', "invalid size: '.25g'", 268_435_456],
  ['2e3', "invalid size: '2e3'", 2000],
  ['7x', "invalid size: '7x'", "invalid suffix: 'x'"],
  ['much', "invalid size: 'much'", "invalid size: 'much'"],
  ['-5m', "invalid size: '-5m'", "invalid size: '-5m'"],
])('[SPEC1] %s is %s bytes to client 20.10 and %s to 28', (text, old, current) => {
  expect([outcome(parseBinarySize(text, '20.10')), outcome(parseBinarySize(text, '28'))]).toEqual([old, current])
})

it('[SPEC1] counts by thousands where asked', () => {
  expect(outcome(parseDecimalSize('1.2MB', '28'))).toBe(1_200_000)
})

describe('ports', () => {
  const mapping = (hostIp: string, hostPort: string, port: number, protocol = 'tcp') => ({
    hostIp,
    hostPort,
    port,
    protocol,
  })

  it.each([
    ['443', [mapping('', '', 443)]],
    ['127.0.0.1::53/UDP', [mapping('127.0.0.1', '', 53, 'udp')]],
    ['9000-9001:80-81', [mapping('', '9000', 80), mapping('', '9001', 81)]],
    ['9000-9010:80', [mapping('', '9000-9010', 80)]],
    ['[fe80::1]:8443:443', [mapping('fe80::1', '8443', 443)]],
  ])('[SPEC2] reads %s', (spec, mappings) => {
    expect(outcome(parsePortSpec(spec, '28'))).toEqual(mappings)
  })

  it.each([
    ['70000:80', 'Invalid hostPort: 70000', 'invalid hostPort: 70000'],
    ['80:http', 'Invalid containerPort: http', 'invalid containerPort: http'],
    ['80:80/icmp', 'Invalid proto: icmp', 'invalid proto: icmp'],
    ['5000:', 'No port specified: 5000:<empty>', 'no port specified: 5000:<empty>'],
    [
      '1-3:7-8',
      'Invalid ranges specified for container and host Ports: 7-8 and 1-3',
      'invalid ranges specified for container and host Ports: 7-8 and 1-3',
    ],
    ['web:1:2', 'Invalid ip address: web', 'invalid IP address: web'],
    [
      'fe80::1:1:2',
      'Invalid ip address fe80::1: address fe80::1:: too many colons in address',
      [mapping('fe80::1', '1', 2)],
    ],
  ])('[SPEC2] words what is wrong with %s for each client', (spec, old, current) => {
    expect([outcome(parsePortSpec(spec, '20.10')), outcome(parsePortSpec(spec, '28'))]).toEqual([old, current])
  })

  it('[SPEC2] reads exposed ranges and addresses', () => {
    expect(parseExposedPorts('7000-7002/udp')).toEqual({ protocol: 'udp', range: { first: 7000, last: 7002 } })
    expect(parseExposedPorts('x')).toBeNull()
    expect(['10.0.0.1', '010.0.0.1', '::', '1::2::3', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8:9'].map(isIpAddress)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ])
  })
})

describe('binds and mounts', () => {
  it('[SPEC3] cleans the destination and tells names from paths', () => {
    const volume = {
      kind: 'volume',
      source: 'logs',
      target: '/var/log',
      mode: '',
      writable: true,
      propagation: '',
      copyData: true,
    }
    expect(outcome(parseBindSpec('logs://var//log/'))).toEqual(volume)
    expect(outcome(parseBindSpec('/srv/./x:/x:ro,z'))).toEqual({
      kind: 'bind',
      source: '/srv/x',
      target: '/x',
      mode: 'ro,z',
      writable: false,
      propagation: 'rprivate',
      copyData: false,
    })
    expect(outcome(parseBindSpec('/only'))).toEqual({ ...volume, source: null, target: '/only' })
  })

  it.each([
    [
      'a:b',
      `invalid volume specification: 'a:b': invalid mount config for type "volume": invalid mount path: 'b' mount path must be absolute`,
    ],
    [
      '/a:/',
      `invalid volume specification: '/a:/': invalid mount config for type "bind": invalid specification: destination can't be '/'`,
    ],
    ['/a:/b:wr', 'invalid mode: wr'],
    ['/a:/b:ro:z', "invalid volume specification: '/a:/b:ro:z'"],
  ])('[SPEC3] refuses %s', (spec, error) => {
    expect(outcome(parseBindSpec(spec))).toBe(error)
  })

  it('[SPEC7] reads --mount and takes a drive letter for one', () => {
    expect(outcome(parseMountOption('type=tmpfs,dst=/t,tmpfs-size=1m,tmpfs-mode=0700', '28'))).toEqual({
      Type: 'tmpfs',
      Target: '/t',
      TmpfsOptions: { SizeBytes: 1_048_576, Mode: 448 },
    })
    expect(outcome(parseMountOption('"source=a,b",target=/t,ro', '28'))).toEqual({
      Type: 'volume',
      Source: 'a,b',
      Target: '/t',
      ReadOnly: true,
    })
    expect(outcome(parseMountOption('type=bind,source=/x', '28'))).toBe('target is required')
    expect(outcome(parseMountOption('target=/t,readonly=perhaps', '28'))).toBe('invalid value for readonly: perhaps')
    expect(outcome(splitCsv('a"b'))).toBe('parse error on line 1, column 2: bare " in non-quoted field')
    expect(outcome(parseVolumeOption('d:/x'))).toEqual({ source: null, target: 'd:/x', kind: 'volume' })
    expect(outcome(parseVolumeOption('./x:/y'))).toEqual({ source: './x', target: '/y', kind: 'bind' })
    expect(outcome(parseVolumeOption('ab::c'))).toBe('invalid spec: ab::c: empty section between colons')
  })
})

it('[SPEC4] reads limits', () => {
  expect(outcome(parseUlimit('nproc=64'))).toEqual({ name: 'nproc', soft: 64, hard: 64 })
  expect(outcome(parseUlimit('nproc=9:8'))).toBe('ulimit soft limit must be less than or equal to hard limit: 9 > 8')
  expect(outcome(parseUlimit('nprocs=1'))).toBe('invalid ulimit type: nprocs')
})

it('[SPEC5] reads signals by name and number', () => {
  expect(['usr1', 'SIGUSR1', '10', 'rtmax-1', '0', 'SIG10', 'TERMINATE'].map(parseSignal)).toEqual([
    10,
    10,
    10,
    63,
    null,
    null,
    null,
  ])
})

it('[SPEC6] gathers filters by key', () => {
  expect(collectFilters(['Status=exited', 'status= created', 'status=exited', 'name=web', ''])).toEqual({
    status: ['exited', 'created'],
    name: ['web'],
  })
  expect(outcome(parseFilter('status'))).toBe('bad format of filter (expected name=value)')
  expect([
    unknownFilterKey('ps', { name: ['x'], colour: ['red'] }),
    unknownFilterKey('volume ls', { name: ['x'] }),
  ]).toEqual(['colour', null])
})

it.each([
  ['1h2m3.5s', 3_723_500_000_000],
  ['-10ms', -10_000_000],
  ['0', 0],
  ['7', 'time: missing unit in duration "7"'],
  ['7 s', 'time: unknown unit " s" in duration "7 s"'],
  ['soon', 'time: invalid duration "soon"'],
  ['', 'time: invalid duration ""'],
])('[SPEC8] the duration %s is %s ns', (text, value) => {
  expect(outcome(parseDuration(text))).toBe(value)
})

it('[SPEC9] reads restart policies and leaves unknown names to the engine', () => {
  expect(outcome(parseRestartPolicy('on-failure:3', '28'))).toEqual({ name: 'on-failure', maximumRetryCount: 3 })
  expect(outcome(parseRestartPolicy('toujours', '28'))).toEqual({ name: 'toujours', maximumRetryCount: 0 })
  expect(outcome(parseRestartPolicy('on-failure:x', '20.10'))).toBe('maximum retry count must be an integer')
  expect(outcome(parseRestartPolicy('on-failure:x', '28'))).toBe(
    'invalid restart policy format: maximum retry count must be an integer',
  )
})

describe('environment', () => {
  const lookUp = (name: string) => (name === 'LANG' ? 'fr' : null)

  it('[SPEC10] reads files of variables', () => {
    const file = '\uFEFF# language\r\n  LANG\nEMPTY=\nUNKNOWN\nA= b "c" \n'
    expect(outcome(parseVariableFile('f', file, lookUp, '28'))).toEqual(['LANG=fr', 'EMPTY=', 'A= b "c" '])
    expect(outcome(parseVariableFile('f', 'A B=1', lookUp, '20.10'))).toBe(
      "poorly formatted environment: variable 'A B' contains whitespaces",
    )
    expect(outcome(parseVariableFile('f', '=1', lookUp, '28'))).toBe(
      "invalid env file (f): no variable name on line '=1'",
    )
  })

  it('[SPEC10] takes bare names from the environment and refuses empty ones', () => {
    expect([
      resolveEnvironment('LANG', lookUp),
      resolveEnvironment('NONE', lookUp),
      resolveEnvironment('LANG=', lookUp),
    ]).toEqual(['LANG=fr', 'NONE', 'LANG='])
    expect([
      environmentError('=x'),
      environmentError('x'),
      labelError(' =x'),
      labelError('a b=x'),
      labelError('a'),
    ]).toEqual([
      'invalid environment variable: =x',
      null,
      "invalid label ' =x': empty name",
      "label 'a b=x' contains whitespaces",
      null,
    ])
  })
})

it('[SPEC11] reads devices and networks', () => {
  expect(parseDeviceOption('/dev/kvm:rw')).toEqual({
    PathOnHost: '/dev/kvm',
    PathInContainer: '/dev/kvm',
    CgroupPermissions: 'rw',
  })
  expect([deviceError('/dev/kvm'), deviceError('kvm'), deviceError('/dev/a:/dev/b:q')]).toEqual([
    null,
    'kvm is not an absolute path',
    'bad mode specified: q',
  ])
  expect(outcome(parseNetworkOption('name=back,alias=db,ip=10.0.0.2'))).toEqual({
    target: 'back',
    aliases: ['db'],
    ip: '10.0.0.2',
    ip6: '',
    macAddress: '',
  })
  expect(outcome(parseNetworkOption('name=back,colour=red'))).toBe('invalid field key colour')
})

it('[SPEC12] reads numbers as Go does', () => {
  expect(
    ['0x1f', '010', '1_000', '-5', '1__0', '9223372036854775808', ''].map((text) => outcome(parseGoInteger(text))),
  ).toEqual([
    31,
    8,
    1000,
    -5,
    'strconv.ParseInt: parsing "1__0": invalid syntax',
    'strconv.ParseInt: parsing "9223372036854775808": value out of range',
    'strconv.ParseInt: parsing "": invalid syntax',
  ])
  expect(outcome(parseGoUnsigned('65536', 16))).toBe('strconv.ParseUint: parsing "65536": value out of range')
})
