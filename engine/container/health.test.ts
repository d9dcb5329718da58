import { expect, it } from 'vitest'
import { EngineWorld } from '@/tests/support/engine-world'

function status(world: EngineWorld, name: string): string {
  return world.run(
    `inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}} {{len .State.Health.Log}}' ${name}`,
  ).stdout
}

it('[HEALTH1] a check that succeeds makes a starting container healthy', () => {
  const world = new EngineWorld({}, ['nginx'])
  world.run("run -d --name web --health-cmd 'exit 0' --health-interval 2s nginx")
  expect(status(world, 'web')).toBe('starting 0 0\n')
  world.wait(2_000)
  expect(status(world, 'web')).toBe('healthy 0 1\n')
  expect(world.run("ps --format '{{.Status}}'").stdout).toBe('Up 3 seconds (healthy)\n')
})

it('[HEALTH2] as many failures in a row as retries make it unhealthy; five results are kept', () => {
  const world = new EngineWorld({}, ['nginx'])
  world.run("run -d --name web --health-cmd 'exit 1' --health-interval 1s --health-retries 2 nginx")
  world.wait(1_000)
  expect(status(world, 'web')).toBe('starting 1 1\n')
  world.wait(10_000)
  expect(status(world, 'web')).toMatch(/^unhealthy \d+ 5\n$/)
})

it('[HEALTH3] failures within the start period do not count', () => {
  const world = new EngineWorld({}, ['nginx'])
  world.run(
    "run -d --name web --health-cmd 'exit 1' --health-interval 1s --health-retries 1 --health-start-period 30s nginx",
  )
  world.wait(10_000)
  expect(status(world, 'web')).toMatch(/^starting 0 5\n$/)
})
