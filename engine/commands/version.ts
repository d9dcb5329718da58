import { flagText } from '../cli/command-line'
import { formatInspected, type InspectedDocument } from '../format/go-template'
import { VERSION_TYPE } from '../format/inspect/object-types'
import type { Json } from '../json'
import type { EngineVersion } from '../profile'
import { type Call, type Ending, print, printError } from './call'
import { CLIENTS } from './client-facts'
import { connectionError } from './daemon'

/** What the engine tells of itself. */
interface EngineFacts {
  readonly version: string
  readonly api: string
  readonly minApi: string
  readonly go: string
  readonly commit: string
  readonly built: string
  readonly containerd: readonly [string, string]
  readonly runc: readonly [string, string]
}

export const ENGINES: Readonly<Record<EngineVersion, EngineFacts>> = {
  '20.10': {
    version: '20.10.24+dfsg1',
    api: '1.41',
    minApi: '1.12',
    go: 'go1.19.8',
    commit: '5d6db84',
    built: 'Thu May  7 21:09:36 2026',
    containerd: ['1.6.20~ds1', '1.6.20~ds1-1+deb12u3'],
    runc: ['1.1.5+ds1', '1.1.5+ds1-1+deb12u1'],
  },
  '28': {
    version: '28.2.2',
    api: '1.50',
    minApi: '1.24',
    go: 'go1.24.3',
    commit: '45873be',
    built: 'Fri May 30 12:07:14 2025',
    containerd: ['1.7.27', '05044ec0a9a75232cad458027ca83437aae3f4da'],
    runc: ['1.2.5', 'v1.2.5-0-g59923ef'],
  },
  '29': {
    version: '29.0.0',
    api: '1.52',
    minApi: '1.44',
    go: 'go1.25.3',
    commit: 'd105562',
    built: 'Mon Nov 10 21:46:31 2025',
    containerd: ['v2.1.5', 'fcd43222d6b07379a4be9786bda52438f0dd16a1'],
    runc: ['1.3.3', 'v1.3.3-0-gd842d771'],
  },
}

/** `docker version` */
export function version(call: Call): Ending {
  const error = connectionError(call)
  const format = flagText(call.command, 'format') ?? ''
  if (format !== '') return printFormatted(call, format, error)
  const text = `Client:\n${clientLines(call)
    .map((line) => ` ${line}`.trimEnd())
    .join('\n')}\n`
  print(
    call,
    error === null
      ? `${text}\nServer:\n${serverLines(call)
          .map((line) => ` ${line}`)
          .join('\n')}\n`
      : text,
  )
  if (error === null) return 0
  printError(call, `${error}\n`)
  return 1
}

function apiOf(call: Call): string {
  const { api } = CLIENTS[call.command.client]
  const server = ENGINES[call.transaction.state.profile.engine].api
  const isOlder = Number(server.slice(2)) < Number(api.slice(2))
  return connectionError(call) === null && isOlder ? `${server} (downgraded from ${api})` : api
}

function clientLines(call: Call): readonly string[] {
  const { version: number, go, build, built } = CLIENTS[call.command.client]
  const lines = [
    `Version:           ${number}`,
    `API version:       ${apiOf(call)}`,
    `Go version:        ${go}`,
    `Git commit:        ${build}`,
    `Built:             ${built}`,
    'OS/Arch:           linux/amd64',
    'Context:           default',
  ]
  return call.command.client === '20.10' ? [...lines, 'Experimental:      true'] : lines
}

function serverLines(call: Call): readonly string[] {
  const engine = ENGINES[call.transaction.state.profile.engine]
  return [
    'Engine:',
    ` Version:          ${engine.version}`,
    ` API version:      ${engine.api} (minimum version ${engine.minApi})`,
    ` Go version:       ${engine.go}`,
    ` Git commit:       ${engine.commit}`,
    ` Built:            ${engine.built}`,
    ' OS/Arch:          linux/amd64',
    ' Experimental:     false',
    'containerd:',
    ` Version:          ${engine.containerd[0]}`,
    ` GitCommit:        ${engine.containerd[1]}`,
    'runc:',
    ` Version:          ${engine.runc[0]}`,
    ` GitCommit:        ${engine.runc[1]}`,
    'docker-init:',
    ' Version:          0.19.0',
    ' GitCommit:        ',
  ]
}

/** The parts of the engine, as `{{range .Server.Components}}` goes through them. */
function componentsOf(engine: EngineFacts, kernel: string): Json {
  return [
    {
      Name: 'Engine',
      Version: engine.version,
      Details: {
        ApiVersion: engine.api,
        Arch: 'amd64',
        BuildTime: engine.built,
        Experimental: 'false',
        GitCommit: engine.commit,
        GoVersion: engine.go,
        KernelVersion: kernel,
        MinAPIVersion: engine.minApi,
        Os: 'linux',
      },
    },
    { Name: 'containerd', Version: engine.containerd[0], Details: { GitCommit: engine.containerd[1] } },
    { Name: 'runc', Version: engine.runc[0], Details: { GitCommit: engine.runc[1] } },
    { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: 'de40ad0' } },
  ]
}

/** Prints through a template; without an engine `Server` is nil and the error follows. */
function printFormatted(call: Call, format: string, error: string | null): number {
  const { client } = call.command
  const facts = CLIENTS[client]
  const engine = ENGINES[call.transaction.state.profile.engine]
  const common = { Os: 'linux', Arch: 'amd64' }
  const document: Json = {
    Client: {
      ...(client === '20.10' ? { Platform: { Name: '' } } : {}),
      Version: facts.version,
      ApiVersion: apiOf(call).split(' ', 1)[0] ?? '',
      DefaultAPIVersion: facts.api,
      GitCommit: facts.build,
      GoVersion: facts.go,
      ...common,
      BuildTime: facts.built,
      Context: 'default',
    },
    Server:
      error === null
        ? {
            Platform: { Name: '' },
            Version: engine.version,
            ApiVersion: engine.api,
            MinAPIVersion: engine.minApi,
            GitCommit: engine.commit,
            GoVersion: engine.go,
            ...common,
            KernelVersion: call.transaction.state.host.kernelRelease,
            BuildTime: engine.built,
            Components: componentsOf(engine, call.transaction.state.host.kernelRelease),
          }
        : null,
  }
  return printDocument(call, format, { document, type: VERSION_TYPE }, error, {
    name: 'version',
    type: 'system.versionInfo',
  })
}

/** Shared by `version` and `info`: one document through `--format`. */
export function printDocument(
  call: Call,
  format: string,
  inspected: InspectedDocument,
  error: string | null,
  /** Name of the template and of the type it runs over, as Go's errors tell them. */
  template: { readonly name: string; readonly type: string },
): number {
  const { client } = call.command
  const isJson = format === 'json' && client !== '20.10'
  const formatted = formatInspected(isJson ? '{{json .}}' : format, [inspected], client)
  print(call, formatted.stdout)
  printError(
    call,
    formatted.exitCode === 1
      ? formatted.stderr
          .replace('template parsing error: ', '')
          .replace(/map has no entry for key "([^"]*)"/, `can't evaluate field $1 in type ${template.type}`)
          .replace('template: :', `template: ${template.name}:`)
          .replace('executing ""', `executing "${template.name}"`)
      : formatted.stderr,
  )
  if (formatted.exitCode !== 0 || error === null) return formatted.exitCode
  printError(call, `${error}\n`)
  return 1
}
