import { readOutput } from '../compare/blocks'
import type { Attempt } from './attempt'
import { quietly } from './quietly'
import { simpleCommands } from './trust'
import type { ObjectKind, World } from './world'

const ALL_KINDS = ['container', 'image', 'volume', 'network'] as const satisfies readonly ObjectKind[]

/** Does the line hand the machine to something whose acts no paste shows: Compose, a stack, a script, make? */
export function handsOver(command: string): boolean {
  return simpleCommands(command.slice(0, 4_000)).some((words) => {
    const [first = '', second = ''] = words[0] === 'sudo' ? words.slice(1) : words
    if (first === 'docker') return second === 'compose' || second === 'stack' || second === 'swarm'
    return (
      /^(?:docker-compose|podman-compose|make|just|\.{1,2}\/.*|.*\.(?:sh|ps1|bat))$/.test(first) ||
      isScript(first, second)
    )
  })
}

function isScript(first: string, second: string): boolean {
  return /^(?:ba|z|da)?sh$|^source$|^\.$/.test(first) && second !== '' && !second.startsWith('-')
}

/** After it anything may be there, any container may have gone on, and anything may be gone until a listing tells. */
export function handOver(world: World): World {
  const containers = world.terminal.state.containers.map((container) => container.id)
  return { ...world, closed: [], doubtful: [...new Set([...world.doubtful, ...containers])], unwatched: ALL_KINDS }
}

/** What a listing lacks while something unseen may have removed it: the machine without it, or null. */
export function settleUnwatched(world: World, attempt: Attempt): World | null {
  let next = world
  for (const { code, line, expected } of attempt.mismatches) {
    const table = readOutput(attempt.observed).tables.find((each) => each.line === line)
    const removal = code === 'row-missing' && table ? removalOf(table.name, expected.split(/ {2,}/)) : null
    if (removal === null || !world.unwatched.includes(removal.kind)) continue
    next = { ...next, terminal: quietly(next.terminal, removal.argv) }
  }
  return next === world ? null : next
}

interface Removal {
  readonly kind: ObjectKind
  readonly argv: readonly string[]
}

function removalOf(table: string, cells: readonly string[]): Removal | null {
  switch (table) {
    case 'images':
      return { kind: 'image', argv: ['rmi', '-f', `${cells[0] ?? ''}:${cells[1] ?? ''}`] }
    case 'volumes':
      return { kind: 'volume', argv: ['volume', 'rm', '-f', cells[1] ?? ''] }
    case 'networks':
      return { kind: 'network', argv: ['network', 'rm', cells[1] ?? ''] }
    default:
      return null
  }
}
