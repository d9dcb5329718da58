import { formatHumanDuration } from './human-duration'

/** What STATUS is made of. Times are in ms since 1970; null where it never happened. */
export interface StatusFacts {
  readonly running: boolean
  readonly paused: boolean
  readonly restarting: boolean
  readonly removing: boolean
  readonly dead: boolean
  readonly exitCode: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly health: string | null
}

export type StateWord = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead'

/** The STATUS column of `docker ps` at `now` (moby `State.String`). */
export function formatContainerStatus(facts: StatusFacts, now: number): string {
  if (facts.running) return formatRunning(facts, now)
  if (facts.removing) return 'Removal In Progress'
  if (facts.dead) return 'Dead'
  if (facts.startedAt === null) return 'Created'
  if (facts.finishedAt === null) return ''
  return `Exited (${facts.exitCode}) ${ago(facts.finishedAt, now)}`
}

/** The word of `State.Status` and `{{.State}}` (moby `State.StateString`). */
export function containerStateWord(facts: StatusFacts): StateWord {
  if (facts.running) return facts.paused ? 'paused' : facts.restarting ? 'restarting' : 'running'
  if (facts.removing) return 'removing'
  if (facts.dead) return 'dead'
  return facts.startedAt === null ? 'created' : 'exited'
}

function formatRunning(facts: StatusFacts, now: number): string {
  const up = `Up ${formatHumanDuration(now - (facts.startedAt ?? now))}`
  if (facts.paused) return `${up} (Paused)`
  if (facts.restarting) return `Restarting (${facts.exitCode}) ${ago(facts.finishedAt ?? now, now)}`
  if (facts.health === null) return up
  return `${up} (${facts.health === 'starting' ? 'health: starting' : facts.health})`
}

function ago(then: number, now: number): string {
  return `${formatHumanDuration(now - then)} ago`
}
