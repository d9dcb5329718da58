import { describe, expect, it } from 'vitest'
import { PROFILE_28 } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const done = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 })
const refused = (stderr: string, exitCode = 1) => ({ stdout: '', stderr, exitCode })
const NGINX = 'sha256:37caf718b516e104ad9c6144e81fe7f904a44655eb4893c3547ba3389203f07a'

describe('pull', () => {
  it('[PULL1] a second tag of a known image brings no layer', () => {
    const world = new EngineWorld({}, ['nginx'])
    expect(world.run('pull nginx:1.13')).toEqual(
      done(
        [
          '1.13: Pulling from library/nginx',
          'Digest: sha256:#1',
          'Status: Downloaded newer image for nginx:1.13',
          'docker.io/library/nginx:1.13',
          '',
        ].join('\n'),
      ),
    )
  })

  it('[PULL2] layers another image has are not fetched again', () => {
    const world = new EngineWorld({}, ['debian'])
    const { stdout } = world.run('pull nginx')
    expect(stdout.match(/Already exists|Pull complete/g)).toEqual(['Already exists', ...Array(6).fill('Pull complete')])
  })

  it('[PULL3] an unknown repository, an unknown tag and a malformed name are refused in their own words', () => {
    const world = new EngineWorld()
    expect(world.run('pull -q nginxx')).toEqual(
      refused(
        "Error response from daemon: pull access denied for nginxx, repository does not exist or may require 'docker login': denied: requested access to the resource is denied\n",
      ),
    )
    expect(world.run('pull nginx:99')).toEqual(
      refused('Error response from daemon: manifest for nginx:99 not found: manifest unknown: manifest unknown\n'),
    )
    expect(world.run('pull nginx:')).toEqual(refused('invalid reference format\n'))
  })
})

describe('rmi', () => {
  it('[RMI1] one of several tags is only untagged', () => {
    const world = new EngineWorld({}, ['nginx', 'nginx:1.13'])
    expect(world.run('rmi nginx:1.13')).toEqual(done('Untagged: nginx:1.13\n'))
  })

  it('[RMI2] the last tag takes the digest, the image and each layer nothing else uses', () => {
    const world = new EngineWorld({}, ['debian', 'nginx'])
    const lines = world.run('rmi nginx').stdout.trimEnd().split('\n')
    expect(lines.slice(0, 3)).toEqual(['Untagged: nginx:latest', 'Untagged: nginx@sha256:#1', `Deleted: ${NGINX}`])
    expect(lines.slice(3).every((line) => line.startsWith('Deleted: sha256:'))).toBe(true)
    expect(lines).toHaveLength(9)
  })

  it('[RMI3] a container in the way: by name must force, by id cannot be forced while it runs', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('rmi nginx')).toEqual(
      refused(
        'Error response from daemon: conflict: unable to remove repository reference "nginx" (must force) - container #1 is using its referenced image 37caf718b516\n',
      ),
    )
    expect(world.run('rmi 37caf718b516')).toEqual(
      refused(
        'Error response from daemon: conflict: unable to delete 37caf718b516 (cannot be forced) - image is being used by running container #1\n',
      ),
    )
    world.run('stop web')
    expect(world.run('rmi 37caf718b516')).toEqual(
      refused(
        'Error response from daemon: conflict: unable to delete 37caf718b516 (must be forced) - image is being used by stopped container #1\n',
      ),
    )
  })

  it('[RMI4] forced by name under a running container, the image stays without a name', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('rmi -f nginx').exitCode).toBe(0)
    expect(world.run("images --format '{{.Repository}}:{{.Tag}} {{.ID}}'")).toEqual(
      done('<none>:<none> 37caf718b516\n'),
    )
    expect(world.run("ps --format '{{.Image}}'")).toEqual(done('37caf718b516\n'))
  })

  it('[RMI5] an absent image: the clients word it differently', () => {
    expect(new EngineWorld().run('rmi absent')).toEqual(refused('Error: No such image: absent\n'))
    expect(new EngineWorld({ profile: PROFILE_28 }).run('rmi absent')).toEqual(
      refused('Error response from daemon: No such image: absent:latest\n'),
    )
  })
})

it('[RMI6] client 29 lists images by name with disk usage and content size', () => {
  const world = new EngineWorld({ profile: { client: '29', engine: '29', builder: 'buildkit' } }, ['hello-world'])
  expect(world.run('images').stdout.split('\n')[0]).toBe(
    'IMAGE                ID             DISK USAGE   CONTENT SIZE   EXTRA',
  )
})
