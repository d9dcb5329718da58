import { type CliFailure, flagIsGiven, flagText } from '../cli/command-line'
import { type CreateRequest as ClientRequest, readCreateRequest } from '../cli/create-request'
import type { Container } from '../container/container'
import { type CreateRequest, createContainer, type EndpointRequest } from '../container/create'
import { startContainer } from '../container/start'
import { findImage } from '../image/store'
import type { OutputChunk } from '../io'
import { type Call, type Ending, isClient20, print, printError } from './call'
import { hostFiles, hostPath } from './host-files'
import { platformRefusal } from './platform'
import { pullForCreate } from './pull'

/** `docker create` */
export function create(call: Call): Ending {
  const request = clientRequestOf(call)
  if (request.kind === 'failure') return failure(call, request)
  const made = makeContainer(call, request)
  if (!made.ok) return refuse(call, made.error)
  print(call, `${made.container.id}\n`)
  if (call.transaction.state.rules.createStarts) startContainer(call.transaction, made.container.id, call.io)
  return 0
}

function refuse(call: Call, error: string): number {
  printError(call, `${error}\n`)
  return 1
}

/** What the client asks for, or what it refuses itself. */
export function clientRequestOf(call: Call): ClientRequest | CliFailure {
  const { invocation, command } = call
  const request = readCreateRequest(command, {
    lookUp: (name) => (Object.hasOwn(invocation.environment, name) ? (invocation.environment[name] ?? null) : null),
    directory: invocation.directory,
    readFile: (path) => {
      const read = hostFiles(call).read(hostPath(call, path))
      return read.ok && read.value.kind === 'text' ? read.value.text : null
    },
  })
  const tellsSize = request.kind === 'request' && command.client !== '20.10' && invocation.terminal.stdout
  if (!tellsSize) return request
  return { ...request, hostConfig: { ...request.hostConfig, ConsoleSize: [TERMINAL_ROWS, invocation.columns] } }
}

/** Terminals here have a width only; since 23 the client sends its height too. */
const TERMINAL_ROWS = 50

export function failure(call: Call, { stdout, stderr, exitCode }: CliFailure): number {
  print(call, stdout)
  printError(call, stderr)
  return exitCode
}

/** `error` as the client shows it: what the engine refused has its prefix. */
export type Made = { readonly ok: true; readonly container: Container } | { readonly ok: false; readonly error: string }

/** Creates the container of `run` and `create`, pulling its image where it is missing. */
export function makeContainer(call: Call, request: ClientRequest): Made {
  const cidFile = flagText(call.command, 'cidfile') ?? ''
  const taken = cidFile === '' ? null : idFileRefusal(call, cidFile)
  if (taken !== null) return { ok: false, error: taken }
  for (const warning of request.warnings) printError(call, warning)
  const made = createFromImage(call, request)
  if (!made.ok) return { ok: false, error: `Error response from daemon: ${made.error}` }
  const { NetworkMode: mode, PortBindings: ports } = request.hostConfig
  if (mode === 'host' && Object.keys(ports).length > 0)
    printError(call, 'WARNING: Published ports are discarded when using host network mode\n')
  if (cidFile !== '') hostFiles(call).write(hostPath(call, cidFile), { kind: 'text', text: made.container.id })
  return made
}

/** --cidfile never overwrites. */
function idFileRefusal(call: Call, file: string): string | null {
  if (!hostFiles(call).stat(hostPath(call, file)).ok) return null
  const start = isClient20(call) ? 'Container' : 'container'
  return `${start} ID file found, make sure the other container isn't running or delete ${file}`
}

function createFromImage(call: Call, request: ClientRequest): Made {
  const image = request.config.Image
  const first = findImage(call.transaction.state, image)
  if (!first.ok && first.reason === 'invalid') return { ok: false, error: first.message }
  const wantsPull = request.pull === 'always' || (!first.ok && request.pull !== 'never')
  const refused = platformRefusal(request.platform)
  if (refused !== null) return { ok: false, error: refused }
  const pulled = wantsPull ? pullForCreate(call, image, request.pull !== 'always') : null
  if (pulled !== null) return { ok: false, error: pulled }
  const found = findImage(call.transaction.state, image)
  if (!found.ok) return { ok: false, error: found.message }
  const rare = rareRefusal(call)
  if (rare !== null) return { ok: false, error: rare }
  return createContainer(call.transaction, found.image, engineRequest(request))
}

const RARE_OPTIONS =
  'cap-add cap-drop cpu-period cpu-quota cpuset-cpus health-interval health-start-period health-timeout isolation log-driver log-opt oom-score-adj restart runtime storage-opt tmpfs volumes-from'

/** What the engine refuses about rare options: its rules are a model of their own, loaded when one of them is given. */
function rareRefusal(call: Call): string | null {
  if (!RARE_OPTIONS.split(' ').some((flag) => flagIsGiven(call.command, flag))) return null
  const output: OutputChunk[] = []
  call.io.command('rare options')?.({ ...call, output })
  return output[0]?.text ?? null
}

function engineRequest(request: ClientRequest): CreateRequest {
  const { name, config, hostConfig, networkingConfig } = request
  const endpoints = Object.entries(networkingConfig.EndpointsConfig).map(([network, settings]): EndpointRequest => {
    const address = settings.IPAMConfig?.IPv4Address
    return {
      network,
      links: settings.Links,
      aliases: settings.Aliases,
      ...(address === undefined || address === '' ? {} : { address }),
    }
  })
  const isMain = (row: EndpointRequest) => row.network === hostConfig.NetworkMode
  return {
    name: name === '' ? null : name,
    config,
    hostConfig,
    endpoints: [...endpoints.filter(isMain), ...endpoints.filter((row) => !isMain(row))],
  }
}
