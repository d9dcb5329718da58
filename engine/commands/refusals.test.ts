import { describe, expect, it } from 'vitest'
import { PROFILE_28, PROFILE_TODAY } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const done = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 })
const refused = (stderr: string, exitCode = 1) => ({ stdout: '', stderr, exitCode })
/** What `run` of the 20.10 client prints for a refusal at creation. */
const atCreation = (words: string) =>
  refused(`docker: Error response from daemon: ${words}.\nSee 'docker run --help'.\n`, 125)
const atStart = (words: string) => refused(`docker: Error response from daemon: ${words}.\n`, 125)

describe('several containers', () => {
  it('[ERR1] names come first, errors last', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('stop absent web')).toEqual({
      stdout: 'web\n',
      stderr: 'Error response from daemon: No such container: absent\n',
      exitCode: 1,
    })
    expect(world.run('kill absent web').stderr).toBe(
      'Error response from daemon: No such container: absent\nError response from daemon: Cannot kill container: web: Container #1 is not running\n',
    )
  })
})

describe('wording by engine', () => {
  it("[ERR2] today's engine names the container where 20.10 told its id", () => {
    const world = new EngineWorld({ profile: PROFILE_TODAY }, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('rm web')).toEqual(
      refused(
        'Error response from daemon: cannot remove container "/web": container is running: stop the container before removing or force remove\n',
      ),
    )
    world.run('pause web')
    expect(world.run('pause web').stderr).toBe('Error response from daemon: container #1 is already paused\n')
    expect(world.run('rm web').stderr).toBe(
      'Error response from daemon: cannot remove container "/web": container is paused and must be unpaused first\n',
    )
    world.run('kill web')
    expect(world.run('kill web').stderr).toBe(
      'Error response from daemon: cannot kill container: web: container #1 is not running\n',
    )
    expect(world.run('ps --filter status=fini').stderr).toBe(
      "Error response from daemon: invalid filter 'status=fini'\n",
    )
  })

  it('[ERR2] an image without a command: a capital in 20.10 alone', () => {
    const words = (world: EngineWorld) => world.run("run --entrypoint '' redis").stderr.split('\n')[0]
    expect(words(new EngineWorld({}, ['redis']))).toBe('docker: Error response from daemon: No command specified.')
    expect(words(new EngineWorld({ profile: PROFILE_TODAY }, ['redis']))).toBe(
      'docker: Error response from daemon: no command specified',
    )
  })

  it('[NET3] names who is still connected', () => {
    const world = new EngineWorld({ profile: PROFILE_TODAY }, ['nginx'])
    world.run('network create n1')
    world.run('run -d --name web --network n1 nginx')
    expect(world.run('network rm n1')).toEqual(
      refused(
        'Error response from daemon: error while removing network: network n1 id #1 has active endpoints (name:"web" id:"#2")\nexit status 1\n',
      ),
    )
  })

  it('[NET7] the 20.10 client adds no status', () => {
    expect(new EngineWorld().run('network rm bridge')).toEqual(
      refused('Error response from daemon: bridge is a pre-defined network and cannot be removed\n'),
    )
    expect(new EngineWorld({ profile: PROFILE_28 }).run('network rm bridge')).toEqual(
      refused('Error response from daemon: bridge is a pre-defined network and cannot be removed\nexit status 1\n'),
    )
  })
})

describe('what cannot be mounted, linked or given', () => {
  it.each([
    [
      '-v data:relative',
      `invalid volume specification: 'data:relative': invalid mount config for type "volume": invalid mount path: 'relative' mount path must be absolute`,
    ],
    ['-v /srv:/s:reading', 'invalid mode: reading'],
    ['-v /a:/b:/c:/d', "invalid volume specification: '/a:/b:/c:/d'"],
    ['-v one:/data -v two:/data', 'Duplicate mount point: /data'],
    ['--mount type=other,source=a,target=/b', 'invalid mount config for type "other": mount type unknown'],
    ['--mount type=bind,target=/b', 'invalid mount config for type "bind": field Source must not be empty'],
    [
      '--mount type=bind,source=/nowhere,target=/b',
      'invalid mount config for type "bind": bind source path does not exist: /nowhere',
    ],
  ])('[MOUNT1] %s', (flags, words) => {
    expect(new EngineWorld({}, ['alpine']).run(`run ${flags} alpine true`)).toEqual(atCreation(words))
  })

  it('[MOUNT2] a folder over a file', () => {
    const world = new EngineWorld({}, ['alpine'])
    const ran = world.run('run --name c1 -v /home/student:/etc/passwd alpine true')
    expect(ran.exitCode).toBe(125)
    expect(ran.stderr).toContain('error mounting "/home/student" to rootfs at "/etc/passwd"')
    expect(ran.stderr).toContain('not a directory: unknown: Are you trying to mount a directory onto a file')
    expect(world.run("inspect -f '{{.State.ExitCode}} {{.State.Status}}' c1")).toEqual(done('127 created\n'))
  })

  it('[LINK1] a link to nothing, to what does not run, and to a server', () => {
    const world = new EngineWorld({}, ['alpine', 'nginx'])
    expect(world.run('run --link absent alpine true')).toEqual(
      atCreation('could not get container for absent: No such container: absent'),
    )
    world.run('create --name idle nginx')
    expect(world.run('run --name c1 --link idle:server alpine true')).toEqual(
      atStart('Cannot link to a non running container: /idle AS /c1/server'),
    )
    world.run('start idle')
    world.run('run -d --name c2 --link idle:server alpine sleep 9')
    const hosts = world.state.containers.find((one) => one.name === 'c2')?.ownFiles['/etc/hosts']
    const idle = world.state.containers.find((one) => one.name === 'idle')?.id.slice(0, 12)
    expect(hosts?.content).toMatchObject({ text: expect.stringContaining(`172.17.0.2\tserver ${idle} idle\n`) })
  })

  it("[HOSTS1] host-gateway is the default bridge's gateway, on other networks too", () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('network create n1')
    world.run('run -d --name c1 --network n1 --add-host host.docker.internal:host-gateway alpine sleep 9')
    const hosts = world.state.containers.find((one) => one.name === 'c1')?.ownFiles['/etc/hosts']
    expect(hosts?.content).toMatchObject({ text: expect.stringContaining('172.17.0.1\thost.docker.internal\n') })
  })

  it.each([
    ['--cap-add FLY', 'invalid CapAdd: unknown capability: "CAP_FLY"'],
    ['--log-driver paper', "logger: no log driver named 'paper' is registered"],
    ['--runtime fast', 'Unknown runtime specified fast'],
    ['--stop-signal SIGNOTHING', 'Invalid signal: SIGNOTHING'],
  ])('[CREATE1] %s', (flags, words) => {
    expect(new EngineWorld({}, ['alpine']).run(`run ${flags} alpine true`)).toEqual(atCreation(words))
  })

  it('[CREATE1] known capabilities pass with and without their prefix, absent devices fail at the start', () => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run('run -d --cap-add net_admin --cap-drop CAP_CHOWN alpine true').exitCode).toBe(0)
    expect(world.run('run --device /dev/nothing alpine true')).toEqual(
      atStart(
        'error gathering device information while adding custom device "/dev/nothing": no such file or directory',
      ),
    )
  })

  it('[UPDATE1] memory above the swap limit needs a new swap limit', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    const words =
      'Cannot update container #1: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time'
    expect(world.run('update -m 64m web')).toEqual(refused(`Error response from daemon: ${words}\n`))
    expect(world.run('update -m 64m --memory-swap 128m web')).toEqual(done('web\n'))
    expect(world.run('update -m 256m web')).toEqual(refused(`Error response from daemon: ${words}\n`))
    expect(world.run('update -m 4m web')).toEqual(
      refused('Error response from daemon: Minimum memory limit allowed is 6MB\n'),
    )
  })
})

describe('addresses', () => {
  it('[NET5] are given only where the user chose the subnet', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('network create n1')
    expect(world.run('run --network n1 --ip 172.18.0.9 alpine true')).toEqual(
      atStart('user specified IP address is supported only when connecting to networks with user configured subnets'),
    )
    world.run('network create --subnet 10.9.0.0/24 n2')
    expect(world.run('run -d --network n2 --ip 10.9.0.9 alpine true').exitCode).toBe(0)
    expect(world.run('run --network n2 --ip 10.9.0 alpine true')).toEqual(atCreation('invalid IPv4 address: 10.9.0'))
  })

  it('[NET6] joining a network needs its container running, and takes its host name', () => {
    const world = new EngineWorld({}, ['alpine', 'nginx'])
    world.run('create --name web nginx')
    expect(world.run('run --network container:web alpine true')).toEqual(
      atStart('cannot join network of a non running container: #1'),
    )
    world.run('start web')
    world.run('run -d --name beside --network container:web alpine sleep 9')
    expect(world.run("inspect -f '{{.Config.Hostname}}' beside")).toEqual(
      world.run("inspect -f '{{.Config.Hostname}}' web"),
    )
  })

  it('[DNS1] resolv.conf: the servers given, on user networks Docker’s own', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('network create n1')
    world.run('create --name c1 --dns 9.9.9.9 --dns-search example.org alpine')
    world.run('create --name c2 --network n1 alpine')
    const files = world.state.containers.map((one) => one.ownFiles['/etc/resolv.conf']?.content)
    expect(files).toEqual([
      { kind: 'text', text: 'search example.org\nnameserver 9.9.9.9\n' },
      { kind: 'text', text: 'nameserver 127.0.0.11\noptions ndots:0\n' },
    ])
  })

  it('[PULL4] where no registry of one’s own runs, its port refuses', () => {
    expect(new EngineWorld().run('pull -q localhost:5000/app')).toEqual(
      refused(
        'Error response from daemon: Get "http://localhost:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused\n',
      ),
    )
  })
})
