import type { Rules } from './rules'

/**
 * The engine's words for what it refuses, old (20.10, recorded) and new (since 25.0: moby `daemon/delete.go`,
 * `daemon/kill.go`, `daemon/errors.go`).
 */
type Wording = Pick<Rules, 'refusalWording'>

/** `container ID is not running` */
export function notRunning({ refusalWording }: Wording, id: string): string {
  return `${subject(refusalWording)} ${id} is not running`
}

export function alreadyPaused({ refusalWording }: Wording, id: string): string {
  return `${subject(refusalWording)} ${id} is already paused`
}

function subject(wording: Rules['refusalWording']): string {
  return wording === 'old' ? 'Container' : 'container'
}

export function cannotKill(rules: Wording, name: string, id: string): string {
  const start = rules.refusalWording === 'old' ? 'Cannot' : 'cannot'
  return `${start} kill container: ${name}: ${notRunning(rules, id)}`
}

/** Why `docker rm` leaves a container that is up in one of these ways. */
export function cannotRemove(
  { refusalWording }: Wording,
  { id, name }: { readonly id: string; readonly name: string },
  status: 'running' | 'paused' | 'restarting',
): string {
  if (refusalWording === 'new') {
    const reason =
      status === 'paused'
        ? 'container is paused and must be unpaused first'
        : `container is ${status}: stop the container before removing or force remove`
    return `cannot remove container "/${name}": ${reason}`
  }
  const advice =
    status === 'paused'
      ? 'Unpause and then stop the container before attempting removal or force remove'
      : 'Stop the container before attempting removal or force remove'
  return `You cannot remove a ${status} container ${id}. ${advice}`
}

export function invalidFilter({ refusalWording }: Wording, filter: string): string {
  return `${refusalWording === 'old' ? 'Invalid' : 'invalid'} filter '${filter}'`
}

/** Why a network with connected containers stays; the new words name them. */
export function activeEndpoints(
  { refusalWording }: Wording,
  network: { readonly id: string; readonly name: string },
  connected: readonly { readonly id: string; readonly name: string }[],
): string {
  const names = connected.map(({ id, name }) => `name:"${name}" id:"${id.slice(0, 12)}"`).join(', ')
  const list = refusalWording === 'old' ? '' : ` (${names})`
  return `error while removing network: network ${network.name} id ${network.id} has active endpoints${list}`
}

/** Why a container's ports could not be published. */
export function networkFailure(
  { refusalWording }: Wording,
  container: string,
  endpoint: string,
  reason: string,
): string {
  const start = refusalWording === 'old' ? '' : 'failed to set up container networking: '
  return `${start}driver failed programming external connectivity on endpoint ${container} (${endpoint}): ${reason}`
}

export function invalidSignal({ refusalWording }: Wording, signal: string): string {
  return `${refusalWording === 'old' ? 'Invalid' : 'invalid'} signal: ${signal}`
}

export function unknownRuntime({ refusalWording }: Wording, name: string): string {
  return refusalWording === 'old' ? `Unknown runtime specified ${name}` : `unknown or invalid runtime name: ${name}`
}

/** Neither the image nor the call names a program. New words: moby `daemon/create.go`. */
export function noCommand({ refusalWording }: Wording): string {
  return refusalWording === 'old' ? 'No command specified' : 'no command specified'
}
