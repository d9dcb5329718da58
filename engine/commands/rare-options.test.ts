import { describe, expect, it } from 'vitest'
import { PROFILE_TODAY } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const done = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 })
const refused = (words: string) => ({ stdout: '', stderr: `Error response from daemon: ${words}\n`, exitCode: 1 })
const atCreation = (words: string) => ({
  stdout: '',
  stderr: `docker: Error response from daemon: ${words}.\nSee 'docker run --help'.\n`,
  exitCode: 125,
})
const atCreationToday = (words: string) => ({
  stdout: '',
  stderr: `docker: Error response from daemon: ${words}\n\nRun 'docker run --help' for more information\n`,
  exitCode: 125,
})

describe('settings few containers have', () => {
  it.each([
    ['--cpus 0.5 --cpu-quota 1000', 'Conflicting options: Nano CPUs and CPU Quota cannot both be set'],
    ['--cpus 0.5 --cpu-period 1000', 'Conflicting options: Nano CPUs and CPU Period cannot both be set'],
    ['--cpuset-cpus 1,7', 'Requested CPUs are not available - requested 1,7, available: 0-1'],
    ['--cpuset-cpus one', 'Invalid value one for cpuset cpus'],
    ['--cpuset-cpus 1-0', 'Invalid value 1-0 for cpuset cpus'],
    ['--oom-score-adj 1001', 'Invalid value 1001, range for oom score adj is [-1000, 1000]'],
    ['--health-cmd true --health-interval 10us', 'Interval in Healthcheck cannot be less than 1ms'],
    ['--isolation hyperv', "invalid isolation 'hyperv' on linux"],
    ['--log-opt max_size=10m', "unknown log opt 'max_size' for json-file log driver"],
    ['--log-driver local --log-opt labels=a', "unknown log opt 'labels' for local log driver"],
    ['--storage-opt size=1G', "--storage-opt is supported only for overlay over xfs with 'pquota' mount option"],
    ['--tmpfs cache', "invalid mount path: 'cache' mount path must be absolute"],
    ['--tmpfs /', "invalid specification: destination can't be '/'"],
  ])('[CREATE2] %s', (flags, words) => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run(`run ${flags} alpine true`)).toEqual(atCreation(words))
    expect(world.run('ps -aq')).toEqual(done(''))
  })

  it.each([
    '--cpuset-cpus 0-1',
    '--log-opt max-size=10m --log-opt max-file=3',
    '--log-driver syslog --log-opt syslog-address=udp://10.0.0.1',
    '--oom-score-adj -1000',
    '--tmpfs /tmp:size=10m',
    '--isolation default',
  ])('[CREATE2] %s is taken', (flags) => {
    expect(new EngineWorld({}, ['alpine']).run(`create ${flags} alpine`)).toEqual(done('#1\n'))
  })

  it.each([
    ['ro', true],
    ['ro,z', true],
    ['rw2', false],
    ['ro,rw', false],
    ['nocopy', false],
    ['', false],
  ])('[CREATE2] volumes from another container with the mode %j', (mode, isTaken) => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('create --name data -v /d alpine')
    expect(world.run(`run -d --volumes-from data:${mode} alpine true`)).toEqual(
      isTaken ? done('#2\n') : atCreation(`invalid mode: ${mode}`),
    )
  })
})

describe('restart policies', () => {
  it.each([
    ['sometimes', "invalid restart policy 'sometimes'"],
    ['always:3', "maximum retry count cannot be used with restart policy 'always'"],
    ['on-failure:-1', 'maximum retry count cannot be negative'],
  ])('[RESTART5] %s', (policy, words) => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run(`run --restart ${policy} alpine true`)).toEqual(atCreation(words))
    world.run('create --name c1 alpine')
    expect(world.run(`update --restart ${policy} c1`)).toEqual(refused(words))
  })

  it.each([
    [
      'sometimes',
      "invalid restart policy: unknown policy 'sometimes'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'",
    ],
    ['always:3', "invalid restart policy: maximum retry count can only be used with 'on-failure'"],
    ['on-failure:-1', 'invalid restart policy: maximum retry count cannot be negative'],
  ])("[RESTART5] %s in today's words", (policy, words) => {
    const world = new EngineWorld({ profile: PROFILE_TODAY }, ['alpine'])
    expect(world.run(`run --restart ${policy} alpine true`)).toEqual(atCreationToday(words))
  })

  it('[UPDATE2] a container that removes itself takes none', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --rm --name web nginx')
    expect(world.run('update --restart always web')).toEqual(
      refused(
        'Cannot update container #1: Restart policy cannot be updated because AutoRemove is enabled for the container',
      ),
    )
    expect(world.run('update --restart no web')).toEqual(done('web\n'))
  })
})

describe('what a start needs', () => {
  it('[GPU1] graphics cards need a driver the host does not have', () => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run('run --name c1 --gpus all alpine true')).toEqual({
      stdout: '',
      stderr: 'docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]].\n',
      exitCode: 125,
    })
    expect(world.run("inspect -f '{{.State.Status}} {{.State.ExitCode}}' c1")).toEqual(done('created 128\n'))
  })

  it('[PID1] processes are shared with a container that runs', () => {
    const world = new EngineWorld({}, ['alpine', 'nginx'])
    const atStart = (words: string) => ({
      stdout: '',
      stderr: `docker: Error response from daemon: ${words}.\n`,
      exitCode: 125,
    })
    expect(world.run('run --pid container:absent alpine true')).toEqual(atStart('No such container: absent'))
    world.run('create --name web nginx')
    expect(world.run('run --pid container:web alpine true')).toEqual(
      atStart('cannot join PID of a non running container: #1'),
    )
  })
})

describe('signals', () => {
  it('[ERR3] a number is looked up after it was taken for a signal', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('kill -s 99 web')).toEqual(refused('The linux daemon does not support signal 99'))
    expect(world.run('kill -s 0 web')).toEqual(refused('Invalid signal: 0'))
  })
})

describe('prune filters', () => {
  it('[PRUNE1] are looked at once the user agreed; a moment must be one', () => {
    const world = new EngineWorld({}, ['alpine'])
    for (const what of ['container', 'image', 'network', 'system'])
      expect(world.run(`${what} prune -f --filter until=soon`)).toEqual(
        refused('failed to parse value as time or duration: "soon"'),
      )
    expect(world.run('network prune -f --filter colour=red')).toEqual(refused("Invalid filter 'colour'"))
  })

  it('[PRUNE1] 20.10 knows no `all` of volumes', () => {
    expect(new EngineWorld({}, []).run('volume prune -f --filter all=1')).toEqual(refused("Invalid filter 'all'"))
    expect(new EngineWorld({ profile: PROFILE_TODAY }, []).run('volume prune -f --filter all=1')).toEqual(
      done('Total reclaimed space: 0B\n'),
    )
  })
})

describe('templates of version and info', () => {
  it('[TPL8] an unknown field names the client’s own types; 20.10 knows no `json`', () => {
    const failed = (words: string) => ({ stdout: '\n', stderr: `${words}\n`, exitCode: 1 })
    const world = new EngineWorld({}, [])
    expect(world.run("info -f '{{.Colour}}'")).toEqual(
      failed(`template: :1:2: executing "" at <.Colour>: can't evaluate field Colour in type system.info`),
    )
    expect(world.run("version -f '{{.Colour}}'")).toEqual(
      failed(
        `template: version:1:2: executing "version" at <.Colour>: can't evaluate field Colour in type system.versionInfo`,
      ),
    )
    expect(world.run('version -f json')).toEqual(done('json\n'))
    expect(new EngineWorld({ profile: PROFILE_TODAY }, []).run("info -f '{{.Colour}}'")).toEqual(
      failed(`template: :1:2: executing "" at <.Colour>: can't evaluate field Colour in type system.dockerInfo`),
    )
  })
})
