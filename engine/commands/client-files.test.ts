import { describe, expect, it } from 'vitest'
import { nodeAt, splitPath } from '@/engine/files/tree'
import { PROFILE_28 } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'
import { lastShown, machineWith } from '@/tests/support/shown-session'

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

  it('[CP2] takes an archive from standard input', () => {
    const machine = machineWith(['alpine'])
    const made = ['docker create --name box alpine', 'echo hi > f', 'tar cf - f | docker cp - box:/tmp']
    expect(
      lastShown(machine, [...made, 'docker cp box:/tmp/f - | tar xO f 2> /dev/null; docker cp box:/tmp/f g; cat g']),
    ).toEqual({ output: 'hi\n', exitCode: 0 })
    expect(lastShown(machine, [...made, 'docker cp box:/tmp/f - | tar tf -'])).toEqual({ output: 'f\n', exitCode: 0 })
    expect(lastShown(machine, [...made, 'tar cf - f | docker cp - box:/tmp/f'])).toEqual({
      output: 'destination "box:/tmp/f" must be a directory\n',
      exitCode: 1,
    })
    expect(lastShown(machine, [...made, 'echo no archive | docker cp - box:/tmp'])).toEqual({
      output: 'Error response from daemon: Error processing tar file(exit status 1): unexpected EOF\n',
      exitCode: 1,
    })
  })

  it('[CP1] client 28 tells how its archive broke off', () => {
    const world = new EngineWorld({ profile: PROFILE_28 }, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('cp /etc/hostname web:/absent/').stderr).toMatch(
      /^time="[^"]+" level=error msg="Can't add file \/etc\/hostname to tar: io: read\/write on closed pipe"\ntime="[^"]+" level=error msg="Can't close tar writer: io: read\/write on closed pipe"\nno such directory\n$/,
    )
  })
})

describe('save and export', () => {
  const refused = (words: string) => ({ stdout: '', stderr: `${words}\n`, exitCode: 1 })

  it('[SAVE1] want the folder of their output; a folder itself is not replaced', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('create --name c1 alpine')
    expect(world.run('save alpine -o absent/a.tar')).toEqual(
      refused('failed to save image: invalid output path: directory "absent" does not exist'),
    )
    expect(world.run('export c1 -o /absent/deep/c.tar')).toEqual(
      refused('failed to export container: invalid output path: directory "/absent/deep" does not exist'),
    )
    expect(world.run('save alpine -o /home/student').stderr).toMatch(
      /^rename \/home\/\.docker_temp_\d{9} \/home\/student: file exists\n$/,
    )
    expect(world.run('save alpine -o a.tar')).toEqual(done(''))
  })

  it('[SAVE1] load says which file an exported archive lacks', () => {
    const machine = machineWith(['alpine'])
    const { output, exitCode } = lastShown(machine, [
      'docker create --name c1 alpine',
      'docker export c1 | docker load',
    ])
    expect({ output: output.replace(/import-\d{9}/, 'import-N'), exitCode }).toEqual({
      output: 'open /var/lib/docker/tmp/docker-import-N/bin/json: no such file or directory\n',
      exitCode: 1,
    })
  })
})

describe('search', () => {
  it('[SPEC6] counts stars in numbers', () => {
    expect(new EngineWorld().run('search -f stars=many nginx')).toEqual({
      stdout: '',
      stderr: "Error response from daemon: Invalid filter 'stars=many'\n",
      exitCode: 1,
    })
  })
})
