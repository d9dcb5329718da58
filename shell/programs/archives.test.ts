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
