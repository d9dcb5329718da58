import { type AgeInterval, parseAge } from './age'

/** The STATUS cell of `docker ps`, read. `age` is since the start (running) or since the end (exited). */
export interface ContainerStatus {
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead' | 'removing'
  readonly exitCode: number | null
  readonly age: AgeInterval | null
  readonly health: 'starting' | 'healthy' | 'unhealthy' | null
}

/** Reads a STATUS cell; null when no Docker prints such a text. */
export function parseStatus(cell: string): ContainerStatus | null {
  const none = { exitCode: null, age: null, health: null }
  if (cell === 'Created') return { state: 'created', ...none }
  if (cell === 'Dead') return { state: 'dead', ...none }
  if (cell === 'Removal In Progress') return { state: 'removing', ...none }
  return parseEnded(cell) ?? parseUp(cell)
}

function parseEnded(cell: string): ContainerStatus | null {
  const match = /^(Exited|Restarting) \((\d{1,3})\) (.{1,40} ago)$/.exec(cell)
  if (!match) return null
  const age = parseAge(match[3] ?? '')
  const exitCode = Number(match[2])
  if (!age || exitCode > 255) return null
  return { state: match[1] === 'Exited' ? 'exited' : 'restarting', exitCode, age, health: null }
}

function parseUp(cell: string): ContainerStatus | null {
  const match = /^Up (.{1,40}?)(?: \((Paused|healthy|unhealthy|health: starting)\))?$/.exec(cell)
  const age = match ? parseAge(match[1] ?? '') : null
  if (!match || !age) return null
  const note = match[2] ?? ''
  const health = note === 'healthy' || note === 'unhealthy' ? note : note === 'health: starting' ? 'starting' : null
  return { state: note === 'Paused' ? 'paused' : 'running', exitCode: null, age, health }
}
