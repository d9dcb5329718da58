import { describe, expect, it } from 'vitest'
import type { ClientVersion } from './client-version'
import { readCreateRequest } from './create-request'
import { parseCommandLine } from './parse-command-line'

const FILES: Readonly<Record<string, string>> = { 'web.env': 'A=file\nB=file\n', 'seccomp.json': '{}' }
const surroundings = {
  directory: '/home/ada',
  lookUp: (name: string) => (name === 'LANG' ? 'fr_FR' : null),
  readFile: (path: string) => FILES[path] ?? null,
}

function create(line: string, client: ClientVersion = '28') {
  const command = parseCommandLine(line.split(' '), { client, builder: 'classic' })
  if (command.kind !== 'command') throw new Error(JSON.stringify(command))
  return readCreateRequest(command, surroundings)
}

function request(line: string, client: ClientVersion = '28') {
  const found = create(line, client)
  if (found.kind === 'failure') throw new Error(found.stderr)
  return found
}

describe('readCreateRequest', () => {
  it('[CLI10] asks for what run was given', () => {
    const { name, config, hostConfig, networkingConfig } = request(
      'run -dit --name web -p 8080:80 -p 127.0.0.1::53/udp --expose 90 -v data:/data -v /anonymous -v ./src:/src:ro -e LANG -e A=line --env-file web.env -l tier=front -m 64m --cpus .5 --restart on-failure:3 --network back --network-alias w --health-cmd true --health-interval 5s nginx:1.27 sh -c x',
    )
    expect(name).toBe('web')
    expect(config).toEqual({
      Hostname: '',
      Domainname: '',
      User: '',
      AttachStdin: false,
      AttachStdout: false,
      AttachStderr: false,
      ExposedPorts: { '53/udp': {}, '80/tcp': {}, '90/tcp': {} },
      Tty: true,
      OpenStdin: true,
      StdinOnce: false,
      Env: ['A=file', 'B=file', 'LANG=fr_FR', 'A=line'],
      Cmd: ['sh', '-c', 'x'],
      Healthcheck: { Test: ['CMD-SHELL', 'true'], Interval: 5_000_000_000 },
      Image: 'nginx:1.27',
      Volumes: { '/anonymous': {} },
      WorkingDir: '',
      Entrypoint: null,
      OnBuild: null,
      Labels: { tier: 'front' },
    })
    expect(hostConfig).toMatchObject({
      Binds: ['data:/data', '/home/ada/src:/src:ro'],
      NetworkMode: 'back',
      PortBindings: { '53/udp': [{ HostIp: '127.0.0.1', HostPort: '' }], '80/tcp': [{ HostIp: '', HostPort: '8080' }] },
      RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
      Memory: 67_108_864,
      NanoCpus: 500_000_000,
    })
    expect(networkingConfig.EndpointsConfig.back).toMatchObject({ Aliases: ['w'], IPAMConfig: null, Links: null })
  })

  it('[CLI10] leaves a relative bind to the engine in 20.10', () => {
    expect(request('create -v ./src:/src x', '20.10').hostConfig.Binds).toEqual(['./src:/src'])
  })

  it('[CLI10] attaches what -a names, and the input with -i', () => {
    const { config } = request('create -i -a stdout x')
    expect([config.AttachStdin, config.AttachStdout, config.AttachStderr, config.StdinOnce]).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it.each([
    [
      'run --rm --restart always x',
      'Conflicting options: --restart and --rm',
      'conflicting options: cannot specify both --restart and --rm',
    ],
    ['run --env-file none x', 'open none: no such file or directory', 'open none: no such file or directory'],
    ['run -p 8080: x', 'No port specified: 8080:<empty>', 'no port specified: 8080:<empty>'],
    ['run --device kvm x', 'kvm is not an absolute path', 'kvm is not an absolute path'],
    [
      'run --no-healthcheck --health-cmd true x',
      '--no-healthcheck conflicts with --health-* options',
      '--no-healthcheck conflicts with --health-* options',
    ],
    [
      'run X',
      'invalid reference format: repository name must be lowercase',
      'invalid reference format: repository name (library/X) must be lowercase',
    ],
  ])('[CLI10] refuses docker %s with exit 125', (line, old, current) => {
    expect(create(line, '20.10')).toMatchObject({
      stderr: `docker: ${old}.\nSee 'docker run --help'.\n`,
      exitCode: 125,
    })
    expect(create(line)).toMatchObject({
      stderr: `docker: ${current}\n\nRun 'docker run --help' for more information\n`,
      exitCode: 125,
    })
  })

  it('[CLI10] tells -a and -d apart, and a bad image of create, with exit 1', () => {
    expect(create('run -d -a stdin x', '20.10')).toMatchObject({
      stderr: 'Conflicting options: -a and -d\n',
      exitCode: 1,
    })
    expect(create('create X:')).toMatchObject({
      stderr: 'invalid reference format: repository name (library/X) must be lowercase\n',
      exitCode: 1,
    })
  })

  it('[CLI10] warns of a container that cannot run out of memory', () => {
    expect(request('run --oom-kill-disable x', '20.10').warnings).toHaveLength(1)
    expect(request('run --oom-kill-disable -m 1g x', '20.10').warnings).toEqual([])
  })
})
