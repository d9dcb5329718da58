import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { openTerminal } from './open-terminal'
import { execute, type Terminal, waitFor } from './terminal'

const start = execute(
  openTerminal({ hub: loadHub(nodeFiles('content')), user: 'root' }),
  'docker pull -q alpine; docker pull -q nginx',
).terminal

const minuteMs = 60_000
const dayMs = 86_400_000
/** Too short for anything to be skipped. */
const stepMs = 25 * minuteMs

function begun(command: string): Terminal {
  return execute(start, `docker run -d --name box ${command}`).terminal
}

/** How often a slice or a start asks for a program's model while the time passes: the work done, whatever the machine. */
function countWork(terminal: Terminal, ms: number): { readonly terminal: Terminal; readonly work: number } {
  let work = 0
  const { io } = terminal
  const counting = {
    ...terminal,
    io: {
      ...io,
      program: (name: string) => {
        work += 1
        return io.program(name)
      },
    },
  }
  return { terminal: { ...waitFor(counting, ms).terminal, io }, work }
}

const questions = [
  'docker ps -a --format "{{.Names}} {{.Status}}"',
  'docker logs --tail 3 box',
  'docker inspect --format "{{.RestartCount}} {{.State.ExitCode}} {{.State.FinishedAt}} {{json .State.Health}}" box',
  'docker top box',
]

function shown(terminal: Terminal): readonly string[] {
  return questions.map((line) => execute(terminal, line).output)
}

/** What can be seen after the time passed at once, and after it passed in steps that are all run. */
function bothWays(
  command: string,
  steps: number,
): { readonly atOnce: readonly string[]; readonly run: readonly string[] } {
  const terminal = begun(command)
  const stepwise = Array.from({ length: steps }).reduce<Terminal>((each) => waitFor(each, stepMs).terminal, terminal)
  return { atOnce: shown(waitFor(terminal, steps * stepMs).terminal), run: shown(stepwise) }
}

const periodic = [
  'alpine ping localhost',
  "alpine sh -c 'while true; do date; sleep 1; done'",
  '--restart always alpine false',
  '--health-cmd true --health-interval 5s alpine sleep 1000000',
  "--health-cmd 'curl -f localhost || exit 1' --health-interval 5s nginx",
]

describe('eight days', () => {
  it.each(periodic)('[K12] pass in few steps with %s', (command) => {
    const { work } = countWork(begun(command), 8 * dayMs)
    expect(work).toBeLessThan(12_000)
  })

  it('[K12] leave what eight days of ping leave', () => {
    const { terminal } = countWork(begun('alpine ping localhost'), 8 * dayMs)
    expect(execute(terminal, 'docker logs --tail 1 box').output).toMatch(
      /^64 bytes from 127\.0\.0\.1: seq=69120\d ttl=64/,
    )
    expect(execute(terminal, 'docker ps --format "{{.Status}}"').output).toBe('Up 8 days\n')
  })
})

// The restart that waits for its delay is counted already, as the engine counts it.
it('[K12] eight days of restarts count as many as were run', () => {
  const { terminal } = countWork(begun('--restart always alpine false'), 8 * dayMs)
  expect(execute(terminal, 'docker inspect --format "{{.RestartCount}}" box').output).toBe('11471\n')
})

describe('hours at once', () => {
  it.each(periodic)('[K12] show what hours in steps show: %s', (command) => {
    const { atOnce, run } = bothWays(command, 3)
    expect(atOnce).toEqual(run)
  })

  it.each([
    "alpine sh -c 'i=0; while [ $i -lt 1300 ]; do i=$((i+1)); sleep 3; done; exit 3'",
    "alpine sh -c 'while [ $SECONDS -lt 4000 ]; do sleep 3; done; exit 3'",
    "alpine sh -c 'end=$(($(date +%s) + 4000)); until [ $(date +%s) -gt $end ]; do sleep 4; done; exit 3'",
    'alpine ping -c 4000 localhost',
    'alpine timeout 4000 ping localhost',
    'alpine sleep 4000',
    '--restart on-failure:20 alpine false',
    '--health-cmd false --health-interval 10s --health-start-period 60m alpine sleep 1000000',
    '--health-cmd false --health-interval 5s --health-retries 700 alpine sleep 1000000',
  ])('[K12] pass over nothing that something is decided by: %s', (command) => {
    const { atOnce, run } = bothWays(command, 4)
    expect(atOnce).toEqual(run)
  })
})
