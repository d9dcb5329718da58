import { describe, expect, it } from 'vitest'
import { PROFILE_TODAY } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const done = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 })
const refused = (stderr: string) => ({ stdout: '', stderr: `${stderr}\n`, exitCode: 1 })

describe('network create', () => {
  it.each([
    ['--ip-range 10.9.0.0/24', 'every ip-range or gateway must have a corresponding subnet'],
    ['--gateway 10.9.0.1', 'every ip-range or gateway must have a corresponding subnet'],
    ['--subnet 10.9.0.0/24 --ip-range 10.8.0.0/25', 'no matching subnet for range 10.8.0.0/25'],
    ['--subnet 10.9.0.0/24 --gateway 10.8.0.1', 'no matching subnet for gateway 10.8.0.1'],
    ['--subnet 10.0.0.0/8 --subnet 10.9.0.0/24', 'multiple overlapping subnet configuration is not supported'],
    ['--subnet 172.17.8.1/24', 'Error response from daemon: Pool overlaps with other one on this address space'],
  ])('[NET8] %s', (flags, words) => {
    const world = new EngineWorld({}, [])
    expect(world.run(`network create ${flags} n1`)).toEqual(refused(words))
    expect(world.run('network ls -qf name=n1')).toEqual(done(''))
  })

  it('[NET8] range and gateway inside the subnet pass; a subnet begins where it is said to since 28', () => {
    const flags = '--subnet 10.9.0.0/24 --ip-range 10.9.0.128/25 --gateway 10.9.0.254'
    expect(new EngineWorld({}, []).run(`network create ${flags} n1`)).toEqual(done('#1\n'))
    expect(new EngineWorld({ profile: PROFILE_TODAY }, []).run('network create --subnet 10.9.3.1/24 n1')).toEqual(
      refused(
        'Error response from daemon: invalid network config:\ninvalid subnet 10.9.3.1/24: it should be 10.9.3.0/24',
      ),
    )
  })

  it('[NET8] the predefined names are not to be had', () => {
    expect(new EngineWorld({}, []).run('network create bridge')).toEqual(
      refused('Error response from daemon: operation is not permitted on predefined bridge network '),
    )
  })
})

describe('network connect', () => {
  const host = 'container cannot be disconnected from host network or connected to host network'
  const none = 'container cannot be connected to multiple networks with one of the networks in private (none) mode'
  const shared =
    'container sharing network namespace with another container or host cannot be connected to any other network'

  it.each([
    ['bridge', 'connect host', host],
    ['bridge', 'connect none', none],
    ['none', 'connect n1', none],
    ['host', 'connect n1', shared],
    ['container:web', 'connect n1', shared],
    ['host', 'disconnect host', host],
  ])('[NET9] on %s: %s', (mode, change, words) => {
    const world = new EngineWorld({}, ['alpine', 'nginx'])
    world.run('network create n1')
    world.run('run -d --name web nginx')
    world.run(`run -d --name c1 --network ${mode} alpine sleep 9`)
    expect(world.run(`network ${change} c1`)).toEqual(refused(`Error response from daemon: ${words}`))
  })

  it('[SPEC6] `network ls` knows two types', () => {
    expect(new EngineWorld({}, []).run('network ls -f type=own')).toEqual(
      refused("Error response from daemon: invalid filter: 'type'='own'"),
    )
  })
})

describe('a network that is gone', () => {
  const atStart = (network: string) => ({
    stdout: '',
    stderr: `Error response from daemon: network ${network} not found\nError: failed to start containers: c1\n`,
    exitCode: 1,
  })

  it('[NET10] is named by its id to a container that was connected to it, else as it was asked for', () => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run('network create n1')).toEqual(done('#1\n'))
    world.run('run -d --name c1 --network n1 alpine sleep 9')
    world.run('kill c1')
    world.run('network rm n1')
    expect(world.run('start c1')).toEqual(atStart('#1'))
    world.run('rm c1')
    world.run('network create n1')
    world.run('create --name c1 --network n1 alpine')
    world.run('network rm n1')
    expect(world.run('start c1')).toEqual(atStart('n1'))
  })
})
