import { expect, it } from 'vitest'
import { containerStateWord, formatContainerStatus, type StatusFacts } from './container-status'

const NOW = 1_700_000_000_000
const never: StatusFacts = {
  running: false,
  paused: false,
  restarting: false,
  removing: false,
  dead: false,
  exitCode: 0,
  startedAt: null,
  finishedAt: null,
  health: null,
}
const running = { running: true, startedAt: NOW - 4000 }

it.each<[Partial<StatusFacts>, string, string]>([
  [{}, 'Created', 'created'],
  [{ exitCode: 127 }, 'Created', 'created'],
  [running, 'Up 4 seconds', 'running'],
  [{ ...running, paused: true, health: 'healthy' }, 'Up 4 seconds (Paused)', 'paused'],
  [
    { ...running, restarting: true, exitCode: 5, finishedAt: NOW - 200 },
    'Restarting (5) Less than a second ago',
    'restarting',
  ],
  [{ ...running, health: 'starting' }, 'Up 4 seconds (health: starting)', 'running'],
  [{ ...running, health: 'unhealthy' }, 'Up 4 seconds (unhealthy)', 'running'],
  [{ startedAt: NOW - 9000, finishedAt: NOW - 7000, exitCode: 137 }, 'Exited (137) 7 seconds ago', 'exited'],
  [{ startedAt: NOW - 9000 }, '', 'exited'],
  [{ removing: true, dead: true, startedAt: NOW }, 'Removal In Progress', 'removing'],
  [{ dead: true, startedAt: NOW }, 'Dead', 'dead'],
])('[FMT8] %j has status %j and state %s', (facts, status, word) => {
  const state = { ...never, ...facts }
  expect([formatContainerStatus(state, NOW), containerStateWord(state)]).toEqual([status, word])
})
