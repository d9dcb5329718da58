import { describe, expect, it } from 'vitest'
import { nodeAt, splitPath } from '@/engine/files/tree'
import { PROFILE_28 } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const done = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 })

function textAt(world: EngineWorld, path: string): string | null {
  const node = nodeAt(world.state.host.root, splitPath(path))
  return node?.type === 'file' && node.content.kind === 'text' ? node.content.text : null
}

describe('login', () => {
  it('[LOGIN1] keeps what the registry answered, and logout takes it out', () => {
    const world = new EngineWorld()
    world.run('login -u student -p secret123')
    const path = '/home/student/.docker/config.json'
    expect(JSON.parse(textAt(world, path) ?? '')).toEqual({
      auths: { 'https://index.docker.io/v1/': { auth: 'c3R1ZGVudDo=', identitytoken: 'student' } },
    })
    world.run('logout')
    expect(JSON.parse(textAt(world, path) ?? '')).toEqual({ auths: {} })
  })
})

describe('--cidfile', () => {
  it('[CID1] keeps the id and never overwrites', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('create --cidfile id alpine')
    expect(textAt(world, '/home/student/id')).toBe(world.state.containers[0]?.id)
    expect(world.run('create --cidfile id alpine')).toEqual({
      stdout: '',
      stderr: "Container ID file found, make sure the other container isn't running or delete id\n",
      exitCode: 1,
    })
  })
})

describe('cp', () => {
  it('[CP1] into an absent folder, and a folder onto a file', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('cp /etc/hostname web:/absent/')).toEqual({
      stdout: '',
      stderr: 'no such directory\n',
      exitCode: 1,
    })
    expect(world.run('cp /etc/hostname web:/absent/folder/name').stderr).toBe(
      'Error: No such container:path: web:/absent/folder\n',
    )
    expect(world.run('cp /home web:/etc/passwd').stderr).toBe('cannot copy directory\n')
    expect(world.run('cp web:/etc/passwd absent/file').stderr).toBe(
      'invalid output path: directory "/home/student/absent" does not exist\n',
    )
    expect(world.run('cp web:/etc/passwd copied')).toEqual(done(''))
  })

  it('[CP1] client 28 tells how its archive broke off', () => {
    const world = new EngineWorld({ profile: PROFILE_28 }, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('cp /etc/hostname web:/absent/').stderr).toMatch(
      /^time="[^"]+" level=error msg="Can't add file \/etc\/hostname to tar: io: read\/write on closed pipe"\ntime="[^"]+" level=error msg="Can't close tar writer: io: read\/write on closed pipe"\nno such directory\n$/,
    )
  })
})
