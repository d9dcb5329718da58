import { formatHelp } from '@/engine/cli/help/format-help'
import { PROFILE_20, PROFILE_28, PROFILE_TODAY, type Profile } from '@/engine/profile'
import type { Hub } from '@/engine/registry/hub'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'
import type { GraderData } from '../check'
import type { StartState } from '../exercise'

/** The moment a replay begins at: any would do, ages are relative. Monday 7 September 2026, 08:00 UTC. */
const BEGINNING = Date.UTC(2026, 8, 7, 8, 0, 0)

/**
 * The terminals a paste may have begun at: one for each Docker version its wording leaves open, the likeliest first.
 * `start` prepares the machine as the exercise does.
 */
export function startTerminals(
  texts: readonly string[],
  data: GraderData,
  start: StartState | null,
): readonly Terminal[] {
  return profilesOf(texts.join('\n')).map((profile) => startTerminal(data.hub, profile, start))
}

/** Machines that were prepared before: many submissions begin at the same one. */
const prepared = new WeakMap<Hub, Map<string, Terminal>>()
const PREPARED_MAX = 64

function startTerminal(hub: Hub, profile: Profile, start: StartState | null): Terminal {
  const machines = prepared.get(hub) ?? new Map<string, Terminal>()
  prepared.set(hub, machines)
  const key = JSON.stringify([profile, start])
  const known = machines.get(key)
  if (known !== undefined) return known
  const made = prepare(
    openTerminal({ hub, help: formatHelp, profile, seed: 1, clock: BEGINNING, files: start?.files ?? {} }),
    start,
  )
  if (machines.size >= PREPARED_MAX) machines.clear()
  machines.set(key, made)
  return made
}

function prepare(terminal: Terminal, start: StartState | null): Terminal {
  const commands = [...(start?.images ?? []).map((image) => `docker pull -q ${image}`), ...(start?.commands ?? [])]
  return commands.reduce((current, command) => execute(current, command).terminal, terminal)
}

/** Wording of the 20.10 client, and of those since 28, that the other one never prints. */
const OLD_CLIENT =
  /(?<![[:]):{2,4}\d{1,5}->|^See 'docker [a-z ]*--help'\.$|^Error: No such (?:container|image|object|volume|network)|is not a docker command\.$|^"docker [a-z ]+" (?:requires|accepts)/m
const NEW_CLIENT =
  /\[::\]:\d{1,5}->|^Run 'docker [a-z ]*--help' for more information$|^docker: unknown command|\[::\]:\d{1,5}$/m

/** A list of images as it is laid out since 29. */
const TREE_CLIENT = /^IMAGE +ID +DISK USAGE/m

const PROFILE_29: Profile = { ...PROFILE_TODAY, client: '29', engine: '29' }

/** Lines that only one of the builders prints. */
const BUILDKIT = /^\[\+\] Building |^#\d{1,3} \[(?:internal|\d)/m
const CLASSIC = /^Step \d{1,3}\/\d{1,3} : /m

function profilesOf(text: string): readonly Profile[] {
  const [ofBuildkit, ofClassic] = [BUILDKIT.test(text), CLASSIC.test(text)]
  if (ofBuildkit === ofClassic) return clientsOf(text)
  return clientsOf(text).map((profile) => ({ ...profile, builder: ofBuildkit ? 'buildkit' : 'classic' }))
}

function clientsOf(text: string): readonly Profile[] {
  if (TREE_CLIENT.test(text)) return [PROFILE_29, PROFILE_TODAY]
  if (NEW_CLIENT.test(text)) return [PROFILE_TODAY, PROFILE_28]
  if (OLD_CLIENT.test(text)) return [PROFILE_20]
  return [PROFILE_TODAY, PROFILE_20]
}
