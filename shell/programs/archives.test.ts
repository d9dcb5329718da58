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

  it('unpacks what docker save wrote: manifest, configuration and a folder for each layer', () => {
    const saved = ['docker save -o saved.tar alpine', 'mkdir out', 'tar xf saved.tar -C out']
    const { output, exitCode } = lastShown(machine, [...saved, 'ls -1 out; ls -1 out/*/'])
    expect(exitCode).toBe(0)
    expect(output).toMatch(/^[0-9a-f]{64}\n[0-9a-f]{64}\.json\nmanifest\.json\nVERSION\njson\nlayer\.tar\n$/)
    expect(lastShown(machine, [...saved, "cut -d'\"' -f 8 out/manifest.json"]).output).toBe('alpine:latest\n')
  })

  it('unpacks the members that are named, tells them with -v, and misses those that are not there', () => {
    const packed = ['mkdir -p from/sub to', 'echo one > from/a', 'echo two > from/sub/b', 'tar cf all.tar -C from .']
    expect(lastShown(machine, [...packed, 'tar xvf all.tar -C to sub', 'ls to']).output).toBe('sub\n')
    expect(lastShown(machine, [...packed, 'tar xvf all.tar -C to sub/b']).output).toBe('sub/\nsub/b\n')
    expect(lastShown(machine, [...packed, 'tar xf all.tar c'])).toEqual({
      output: 'tar: c: Not found in archive\ntar: Exiting with failure status due to previous errors\n',
      exitCode: 2,
    })
  })
})

describe('docker events', () => {
  it('reports what was saved, loaded and pushed', () => {
    const { output } = lastShown(machine, [
      'docker run -d -p 5000:5000 --name registry registry:2',
      'docker tag alpine localhost:5000/tools:1.0',
      'docker push localhost:5000/tools:1.0',
      'docker save -o tools.tar alpine',
      'docker load -i tools.tar',
      "docker events --since 1h --until 0s --filter type=image --format '{{.Action}} {{.Actor.Attributes.name}}' | tail -3 | cut -c -29",
    ])
    expect(output).toMatch(/^push localhost:5000\/tools\nsave sha256:([0-9a-f]{17})\nload sha256:\1\n$/)
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
