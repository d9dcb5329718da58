import { describe, expect, it } from 'vitest'
import { PROFILE_20, PROFILE_TODAY, type Profile } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const done = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 })
const refused = (stderr: string, exitCode = 1) => ({ stdout: '', stderr, exitCode })

describe('volumes', () => {
  it('[VOL1] creating twice is no error', () => {
    const world = new EngineWorld()
    expect(world.run('volume create data')).toEqual(done('data\n'))
    expect(world.run('volume create data')).toEqual(done('data\n'))
    expect(world.run('volume ls')).toEqual(done('DRIVER    VOLUME NAME\nlocal     data\n'))
  })

  it('[FMT15] {{.Label}} of volumes and networks, and the documents of info and version', () => {
    const world = new EngineWorld()
    world.run('volume create --label a=b --label c data')
    world.run('network create --label a=d net1')
    expect(world.run(`volume ls --format '{{.Label "a"}}|{{.Label "c"}}|{{.Label "no"}}'`).stdout).toBe('b||\n')
    expect(world.run(`network ls --filter name=net1 --format '{{.Label "a"}} {{.Labels}}'`).stdout).toBe('d a=d\n')
    expect(world.run("info --format '{{json .Plugins.Volume}} {{.Swarm.LocalNodeState}}'").stdout).toBe(
      '["local"] inactive\n',
    )
    expect(
      world.run("version --format '{{.Server.APIVersion}}{{range .Server.Components}} {{.Name}}={{.Version}}{{end}}'")
        .stdout,
    ).toBe('1.41 Engine=20.10.24+dfsg1 containerd=1.6.20~ds1 runc=1.1.5+ds1 docker-init=0.19.0\n')
  })

  it("[TPL7] inspect has the fields of the engine's own version", () => {
    const fields = (profile: Profile) => {
      const world = new EngineWorld({ profile }, ['alpine'])
      world.run('network create net1')
      world.run('run -d --name one --network net1 --network-alias two alpine sleep 9')
      return [
        world.run("image inspect -f '{{json .}}' alpine").stdout.includes('"VirtualSize"'),
        world.run("network inspect -f '{{json .}}' net1").stdout.includes('"EnableIPv4":true'),
        world.run('inspect -f \'{{json (index .NetworkSettings.Networks "net1").DNSNames}}\' one').stdout,
        world.run('inspect -f \'{{json (index .NetworkSettings.Networks "net1").Aliases}}\' one').stdout,
        world.run("inspect -f '{{.NetworkSettings.Bridge}}|' one").exitCode,
      ]
    }
    expect(fields(PROFILE_TODAY)).toEqual([false, true, '["one","two","#2"]\n', '["two"]\n', 0])
    expect(fields({ ...PROFILE_TODAY, engine: '29' }).slice(0, 2)).toEqual([false, true])
    expect(fields(PROFILE_20)[0]).toBe(true)
  })

  it('[VOL2] a volume in use stays, even with -f and after the container stopped', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('create --name c1 -v data:/data alpine')
    const words = 'Error response from daemon: remove data: volume is in use - [#1]\n'
    expect(world.run('volume rm data')).toEqual(refused(words))
    expect(world.run('volume rm -f data')).toEqual(refused(words))
    world.run('rm c1')
    expect(world.run('volume rm data')).toEqual(done('data\n'))
  })

  it('[VOL3] rm keeps anonymous volumes, rm -v and --rm delete them, named ones stay', () => {
    const world = new EngineWorld({}, ['redis'])
    world.run('run -d --name kept redis')
    world.run('rm -f kept')
    expect(world.run('volume ls -q').stdout).toMatch(/^#\d+\n$/)
    world.run('run -d --name gone -v named:/other redis')
    world.run('rm -f -v gone')
    expect(world.run('volume ls -q').stdout).toMatch(/^#\d+\nnamed\n$/)
  })

  it('[VOL4] an empty volume is filled from the image at its first mount', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('create -v html:/usr/share/nginx/html nginx')
    const html = world.state.volumes.find((volume) => volume.name === 'html')
    expect(Object.keys(html?.root.entries ?? {}).sort()).toEqual(['50x.html', 'index.html'])
  })
})

describe('networks', () => {
  it('[NET1] containers get the lowest free address and give it back when they end', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name n1 nginx')
    world.run('run -d --name n2 nginx')
    const addresses = "inspect -f '{{.NetworkSettings.IPAddress}}' n1 n2"
    expect(world.run(addresses)).toEqual(done('172.17.0.2\n172.17.0.3\n'))
    world.run('stop n1')
    expect(world.run(addresses)).toEqual(done('\n172.17.0.3\n'))
    world.run('run -d --name n3 nginx')
    expect(world.run("inspect -f '{{.NetworkSettings.IPAddress}}' n3")).toEqual(done('172.17.0.2\n'))
  })

  it('[NET2] user networks take the next subnet; names are unique', () => {
    const world = new EngineWorld()
    expect(world.run('network create n1')).toEqual(done('#1\n'))
    expect(world.run("network inspect -f '{{(index .IPAM.Config 0).Subnet}}' n1")).toEqual(done('172.18.0.0/16\n'))
    expect(world.run('network create n1')).toEqual(
      refused('Error response from daemon: network with name n1 already exists\n'),
    )
  })

  it('[NET3] a network with a running container, and the predefined ones, cannot be removed', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('network create n1')
    world.run('run -d --name web --network n1 nginx')
    expect(world.run('network rm n1')).toEqual(
      refused('Error response from daemon: error while removing network: network n1 id #1 has active endpoints\n'),
    )
    expect(world.run('network rm bridge')).toEqual(
      refused('Error response from daemon: bridge is a pre-defined network and cannot be removed\n'),
    )
    world.run('rm -f web')
    expect(world.run('network rm n1')).toEqual(done('n1\n'))
  })

  it('[NET4] names resolve on user networks only', async () => {
    const { resolveHost } = await import('@/engine/network/reach')
    const world = new EngineWorld({}, ['nginx'])
    world.run('network create n1')
    world.run('run -d --name web --network n1 nginx')
    world.run('run -d --name near --network n1 nginx')
    world.run('run -d --name far nginx')
    const idOf = (name: string) => world.state.containers.find((one) => one.name === name)?.id ?? ''
    expect(resolveHost(world.state, idOf('near'), 'web')).toBe('172.18.0.2')
    expect(resolveHost(world.state, idOf('far'), 'web')).toBeNull()
  })
})

describe('versions', () => {
  it('[TPL1] a template names the Go field APIVersion where JSON has ApiVersion', () => {
    const world = new EngineWorld()
    const fields = '{{.Client.APIVersion}} {{.Server.APIVersion}} {{.Server.MinAPIVersion}}'
    expect(world.run(`version --format '${fields}'`)).toEqual(done('1.41 1.41 1.12\n'))
    expect(world.run(`version --format '{{json .Server.Platform}}'`)).toEqual(done('{"Name":""}\n'))
    expect(world.run(`version --format '{{json .Client}}'`).stdout).toMatch(
      /^\{"Platform":\{"Name":""\},"Version":"[^"]+","ApiVersion":"1\.41"/,
    )
  })
})
