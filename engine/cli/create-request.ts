import type { ContainerConfig, HostConfig } from '../container/config'
import { dockerReferenceRules, parseReference } from '../reference/reference'
import type { LookUp } from '../specs/environment'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import type { ClientVersion } from './client-version'
import { type CliFailure, flagIsOn, flagText, flagTexts, type ParsedCommand } from './command-line'
import { readContainerConfig } from './create-config'
import { readHostConfig } from './create-host-config'
import { type NetworkingConfig, readNetworking } from './create-networking'
import { refusal } from './usage-errors'

/** What surrounds the client: the user's environment and files (relative names are those of `directory`). */
export interface ClientSurroundings {
  readonly lookUp: LookUp
  readonly directory: string
  readonly readFile: (path: string) => string | null
}

/** What the client asks the engine to create: the body of POST /containers/create and its query. */
export interface CreateRequest {
  readonly kind: 'request'
  /** '' where the engine is to draw one. */
  readonly name: string
  readonly platform: string
  readonly config: ContainerConfig
  readonly hostConfig: HostConfig
  readonly networkingConfig: NetworkingConfig
  readonly pull: string
  /** What the client says on stderr before it asks. */
  readonly warnings: readonly string[]
}

/** Makes the request of `docker create` and `docker run`, or says what the client refuses (docker/cli `container/opts.go`). */
export function readCreateRequest(
  command: ParsedCommand,
  surroundings: ClientSurroundings,
): CreateRequest | CliFailure {
  const { client, path } = command
  const fail = (error: string) => containerFailure(error, path, client)
  const pull = readPull(command)
  if (!pull.ok) return fail(pull.error)
  const networking = readNetworking(command)
  const config = readContainerConfig(command, surroundings)
  if (!config.ok) return fail(config.error)
  const hostConfig = readHostConfig(command, surroundings)
  if (!hostConfig.ok) return fail(hostConfig.error)
  if (!networking.ok) return fail(networking.error)
  if (command.name === 'run' && flagIsOn(command, 'detach') && flagTexts(command, 'attach').length > 0) {
    return refusal(`${attachConflict(client)}\n`, 1)
  }
  const reference = parseReference(config.value.Image, dockerReferenceRules(client))
  if (!reference.ok) return command.name === 'run' ? fail(reference.error) : refusal(`${reference.error}\n`, 1)
  return {
    kind: 'request',
    name: flagText(command, 'name') ?? '',
    platform: flagText(command, 'platform') ?? '',
    config: config.value,
    hostConfig: hostConfig.value,
    networkingConfig: networking.value,
    pull: pull.value,
    warnings: memoryWarnings(command, hostConfig.value),
  }
}

/** A refusal of `run`, and of `create` before it asks the engine: `docker: …`, exit 125. */
export function containerFailure(error: string, path: string, client: ClientVersion): CliFailure {
  if (client === '20.10') return refusal(`docker: ${error}.\nSee 'docker ${path} --help'.\n`, 125)
  return refusal(`docker: ${error}\n\nRun 'docker ${path} --help' for more information\n`, 125)
}

/** Before 23 any other word was taken for `missing`. */
function readPull(command: ParsedCommand): Parsed<string> {
  const pull = flagText(command, 'pull') ?? 'missing'
  if (command.client === '20.10' || /^(?:always|missing|never|)$/.test(pull)) return parsed(pull)
  return malformed(`invalid pull option: '${pull}': must be one of "always", "missing" or "never"`)
}

function attachConflict(client: ClientVersion): string {
  return client === '20.10'
    ? 'Conflicting options: -a and -d'
    : 'conflicting options: cannot specify both --attach and --detach'
}

function memoryWarnings({ client }: ParsedCommand, { OomKillDisable, Memory }: HostConfig): readonly string[] {
  if (client !== '20.10' || OomKillDisable !== true || Memory !== 0) return []
  return ["WARNING: Disabling the OOM killer on containers without setting a '-m/--memory' limit may be dangerous.\n"]
}
