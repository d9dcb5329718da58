import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])

describe('tar', () => {
  it('names members from the folder that -C enters, when packing and when unpacking', () => {
    const packed = ['mkdir -p from/sub to', 'echo one > from/a', 'echo two > from/sub/b', 'tar cf all.tar -C from .']
    expect(lastShown(machine, [...packed, 'tar tf all.tar'])).toEqual({ output: 'a\nsub/\nsub/b\n', exitCode: 0 })
    expect(lastShown(machine, [...packed, 'tar xf all.tar -C to', 'cat to/a to/sub/b'])).toEqual({
      output: 'one\ntwo\n',
      exitCode: 0,
    })
  })

  it('carries a volume from one container to the next', () => {
    const { output } = lastShown(machine, [
      `docker run --rm -v notes:/data alpine sh -c 'echo precious > /data/f'`,
      'docker run --rm -v notes:/data:ro -v "$PWD:/backup" alpine tar czf /backup/notes.tgz -C /data .',
      'docker run --rm -v restored:/data -v "$PWD:/backup" alpine tar xzf /backup/notes.tgz -C /data',
      'docker run --rm -v restored:/data alpine cat /data/f',
    ])
    expect(output).toBe('precious\n')
  })
})

describe('docker import', () => {
  it('takes an archive of docker save as files like any others: one layer that holds the archive’s own folders', () => {
    const mixedUp = ['docker save -o saved.tar alpine', 'docker import saved.tar wrong:1 > id']
    expect(lastShown(machine, [...mixedUp, "docker image inspect -f '{{len .RootFS.Layers}}' wrong:1"]).output).toBe(
      '1\n',
    )
    expect(lastShown(machine, [...mixedUp, 'docker run --rm wrong:1 ls'])).toEqual({
      output: expect.stringContaining('exec: "ls": executable file not found in $PATH'),
      exitCode: 127,
    })
    expect(
      lastShown(machine, [...mixedUp, 'docker export -o again.tar $(docker create wrong:1 x)', 'tar tf again.tar'])
        .output,
    ).toMatch(/^(?:\S+\n)*[0-9a-f]{64}\/layer\.tar\n(?:\S+\n)*manifest\.json\n/)
  })
})
