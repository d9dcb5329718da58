import { describe, expect, it } from 'vitest'
import { PROFILE_28 } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const done = (stdout: string) => ({ stdout, stderr: '', exitCode: 0 })
const refused = (stderr: string, exitCode = 1) => ({ stdout: '', stderr, exitCode })

function names(world: EngineWorld): string {
  return world.run("ps -a --format '{{.Names}} {{.Status}}'").stdout
}

describe('a container that is stopped, started and killed', () => {
  it('[LIFE1] stop sends the stop signal of the image and shows the status PID 1 ended with', () => {
    const world = new EngineWorld({}, ['nginx'])
    expect(world.run('run -d --name web nginx')).toEqual(done('#1\n'))
    expect(world.run('stop web')).toEqual(done('web\n'))
    expect(names(world)).toBe('web Exited (0) Less than a second ago\n')
  })

  it('[LIFE2] a PID 1 that ignores the stop signal is killed after ten seconds', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('run -d --name doze alpine sleep 300')
    const before = world.state.clock
    world.run('stop doze')
    expect(world.state.clock - before).toBe(10_500)
    expect(names(world)).toBe('doze Exited (137) Less than a second ago\n')
  })

  it('[LIFE3] stop -t shortens the grace period', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('run -d --name doze alpine sleep 300')
    const before = world.state.clock
    world.run('stop -t 2 doze')
    expect(world.state.clock - before).toBe(2_500)
  })

  it('[LIFE4] kill sends KILL: 137', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('kill web')).toEqual(done('web\n'))
    expect(names(world)).toBe('web Exited (137) Less than a second ago\n')
  })

  it('[LIFE5] kill of a container that does not run is refused', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    world.run('kill web')
    expect(world.run('kill web')).toEqual(
      refused('Error response from daemon: Cannot kill container: web: Container #1 is not running\n'),
    )
  })

  it('[LIFE6] start and stop of what is so already print the name', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('start web')).toEqual(done('web\n'))
    world.run('stop web')
    expect(world.run('stop web')).toEqual(done('web\n'))
  })

  it('[LIFE7] pause freezes; unpause goes on; both refuse a second time', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    expect(world.run('pause web')).toEqual(done('web\n'))
    expect(names(world)).toBe('web Up 1 second (Paused)\n')
    expect(world.run('pause web')).toEqual(refused('Error response from daemon: Container #1 is already paused\n'))
    expect(world.run('unpause web')).toEqual(done('web\n'))
    expect(world.run('unpause web')).toEqual(refused('Error response from daemon: Container #1 is not paused\n'))
  })

  it('[LIFE8] restart keeps the restart count and gives a new dynamic port', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d -P --name web nginx')
    expect(world.run('port web')).toEqual(done('80/tcp -> 0.0.0.0:32768\n80/tcp -> :::32768\n'))
    expect(world.run('restart web')).toEqual(done('web\n'))
    expect(world.run('port web')).toEqual(done('80/tcp -> 0.0.0.0:32769\n80/tcp -> :::32769\n'))
    expect(world.run("inspect -f '{{.RestartCount}}' web")).toEqual(done('0\n'))
  })
})

describe('restart policies', () => {
  it('[RESTART1] on-failure:3 runs four times and ends with the last status', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run("run -d --name r1 --restart on-failure:3 alpine sh -c 'exit 5'")
    world.wait(5_000)
    expect(names(world)).toBe('r1 Exited (5) 3 seconds ago\n')
    expect(world.run("inspect -f '{{.RestartCount}} {{.State.ExitCode}}' r1")).toEqual(done('3 5\n'))
  })

  it('[RESTART3] counts a restart while its delay still runs', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run("run -d --name loop --restart always alpine sh -c 'exit 7'")
    world.wait(60_000)
    expect(names(world)).toBe('loop Restarting (7) 6 seconds ago\n')
    expect(world.run("inspect -f '{{.RestartCount}}' loop")).toEqual(done('10\n'))
  })

  it('[RESTART4] a start by hand counts the restarts anew', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run("run -d --name r1 --restart on-failure:3 alpine sh -c 'exit 5'")
    const count = () => world.run("inspect -f '{{.RestartCount}} {{.State.Status}}' r1").stdout
    world.wait(5_000)
    expect(count()).toBe('3 exited\n')
    for (const command of ['start r1', 'restart r1']) {
      world.run(command)
      expect(count()).toBe('2 restarting\n')
      world.wait(5_000)
      expect(count()).toBe('3 exited\n')
    }
  })

  it('[RESTART2] stop and kill cancel the policy', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web --restart always nginx')
    world.run('kill web')
    world.wait(60_000)
    expect(names(world)).toBe('web Exited (137) About a minute ago\n')
  })
})

describe('rm', () => {
  it('[RM1] refuses what runs, is paused or restarts, without -f', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d --name web nginx')
    const advice = 'Stop the container before attempting removal or force remove'
    expect(world.run('rm web')).toEqual(
      refused(`Error response from daemon: You cannot remove a running container #1. ${advice}\n`),
    )
    expect(world.run('rm -f web')).toEqual(done('web\n'))
    expect(names(world)).toBe('')
  })

  it('[RM2] each name has its turn; exit code 1 if one failed', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('create --name a1 alpine')
    world.run('create --name a2 alpine')
    expect(world.run('rm a1 absent a2')).toEqual({
      stdout: 'a1\na2\n',
      stderr: 'Error: No such container: absent\n',
      exitCode: 1,
    })
  })

  it('[RM3] rm -f of an absent container prints the error and is no failure', () => {
    expect(new EngineWorld().run('rm -f absent')).toEqual(refused('Error: No such container: absent\n', 0))
    expect(new EngineWorld({ profile: PROFILE_28 }).run('rm -f absent')).toEqual(
      refused('Error response from daemon: No such container: absent\n', 0),
    )
  })
})
