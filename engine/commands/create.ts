import type { CliFailure } from '../cli/command-line'
import { type CreateRequest as ClientRequest, readCreateRequest } from '../cli/create-request'
import type { Container } from '../container/container'
import { type CreateRequest, createContainer, type EndpointRequest } from '../container/create'
import { findImage } from '../image/store'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { hostFiles, hostPath } from './host-files'
import { pullForCreate } from './pull'

/** `docker create` */
export function create(call: Call): Ending {
  const request = clientRequestOf(call)
  if (request.kind === 'failure') return failure(call, request)
  const made = makeContainer(call, request)
  if (!made.ok) return daemonError(call, made.error)
  print(call, `${made.container.id}\n`)
  return 0
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

export type Made = { readonly ok: true; readonly container: Container } | { readonly ok: false; readonly error: string }

/** Creates the container of `run` and `create`, pulling its image where it is missing. */
export function makeContainer(call: Call, request: ClientRequest): Made {
  for (const warning of request.warnings) printError(call, warning)
  const image = request.config.Image
  const first = findImage(call.transaction.state, image)
  if (!first.ok && first.reason === 'invalid') return { ok: false, error: first.message }
  const wantsPull = request.pull === 'always' || (!first.ok && request.pull !== 'never')
  const pulled = wantsPull ? pullForCreate(call, image) : null
  if (pulled !== null) return { ok: false, error: pulled }
  const found = findImage(call.transaction.state, image)
  if (!found.ok) return { ok: false, error: found.message }
  return createContainer(call.transaction, found.image, engineRequest(request))
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
