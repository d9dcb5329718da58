import { describe, expect, it } from 'vitest'
import { parsePorts } from './ports'
import { readRefusal } from './refusal'
import { parseStatus } from './status'
import { readTable } from './table'

describe('cells of docker ps', () => {
  it('[J3] reads every form of STATUS', () => {
    expect(parseStatus('Created')).toEqual({ state: 'created', exitCode: null, age: null, health: null })
    expect(parseStatus('Exited (137) 4 seconds ago')).toEqual({
      state: 'exited',
      exitCode: 137,
      age: { least: 4_000, most: 5_000 },
      health: null,
    })
    expect(parseStatus('Up About a minute (Paused)')).toEqual({
      state: 'paused',
      exitCode: null,
      age: { least: 60_000, most: 120_000 },
      health: null,
    })
    expect(parseStatus('Up 3 seconds (health: starting)')).toEqual({
      state: 'running',
      exitCode: null,
      age: { least: 3_000, most: 4_000 },
      health: 'starting',
    })
    expect(parseStatus('Restarting (5) Less than a second ago')).toEqual({
      state: 'restarting',
      exitCode: 5,
      age: { least: 0, most: 1_000 },
      health: null,
    })
  })

  it.each(['', 'Exited (300) 4 seconds ago', 'Exited 4 seconds ago', 'Up', 'Stopped'])(
    '[J3] %j is no status Docker prints',
    (cell) => {
      expect(parseStatus(cell)).toBeNull()
    },
  )

  it('[J4] reads ports alike whatever the client', () => {
    const both = [{ hostPort: 8080, containerPort: 80, protocol: 'tcp' }]
    expect(parsePorts('0.0.0.0:8080->80/tcp, :::8080->80/tcp')).toEqual(both)
    expect(parsePorts('0.0.0.0:8080->80/tcp, [::]:8080->80/tcp')).toEqual(both)
    expect(parsePorts('0.0.0.0:8080->80/tcp')).toEqual(both)
    expect(parsePorts('')).toEqual([])
    expect(parsePorts('443/tcp, 80/tcp')).toEqual([
      { hostPort: null, containerPort: 443, protocol: 'tcp' },
      { hostPort: null, containerPort: 80, protocol: 'tcp' },
    ])
    expect(parsePorts('8080 to 80')).toBeNull()
  })
})

describe('tables', () => {
  const header =
    'CONTAINER ID   IMAGE     COMMAND                  CREATED         STATUS                     PORTS     NAMES'
  const row =
    '724e45611210   nginx     "/docker-entrypoint.…"   2 seconds ago   Exited (0) 1 second ago              web'

  it('[J5] cuts rows at the header, an empty cell included', () => {
    expect(readTable([header, row, 'student@host:~$'], 0)).toEqual({
      name: 'containers',
      columns: ['CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES'],
      line: 0,
      rows: [
        {
          line: 1,
          cells: {
            'CONTAINER ID': '724e45611210',
            IMAGE: 'nginx',
            COMMAND: '"/docker-entrypoint.…"',
            CREATED: '2 seconds ago',
            STATUS: 'Exited (0) 1 second ago',
            PORTS: '',
            NAMES: 'web',
          },
        },
      ],
    })
  })

  it('[J5] reads a row whose blanks were turned into tabs', () => {
    const tabs = row.replace(/ {2,}/g, '\t')
    expect(readTable([header, tabs], 0)?.rows[0]?.cells).toEqual(readTable([header, row], 0)?.rows[0]?.cells)
  })

  it('[J5] is not fooled by a line that is no header', () => {
    expect(readTable(['CONTAINERS'], 0)).toBeNull()
  })
})

describe('refusals', () => {
  it.each([
    ['Error: No such container: web', 'no-such-container', 'web', 'command'],
    ['Error response from daemon: No such container: web', 'no-such-container', 'web', 'command'],
    [
      'docker: Error response from daemon: Conflict. The container name "/web" is already in use by container "ab".',
      'name-conflict',
      'web',
      'command',
    ],
    [
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'daemon-unreachable',
      '',
      'machine',
    ],
    [
      'docker: Error response from daemon: driver failed programming external connectivity on endpoint web2 (0): Bind for 0.0.0.0:8080 failed: port is already allocated.',
      'port-taken',
      '8080',
      'machine',
    ],
    ['bash: dokcer: command not found', 'no-shell-command', '', 'command'],
    ["unknown shorthand flag: 'x' in -x", 'usage', '', 'command'],
  ])('[J6] %s', (text, kind, subject, cause) => {
    expect(readRefusal(['before', text])).toEqual({ kind, subject, cause, line: 1 })
  })
})
