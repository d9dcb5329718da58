import { type BuildKitResult, buildBuildKit } from '../build/buildkit/build-buildkit'
import { printPlainProgress, printTerminalProgress } from '../build/buildkit/print-progress'
import { sourceExcerpt } from '../build/buildkit/source-excerpt'
import { transferStatus, type Vertex, vertex } from '../build/buildkit/vertex'
import { lintWarnings } from '../build/dockerfile/lint'
import { parseDockerfile } from '../build/dockerfile/parse-dockerfile'
import { readBuildFile } from '../build/dockerfile/read-build-file'
import type { Frontend } from '../build/dockerfile/read-instruction'
import { frontendOf } from '../build/frontend'
import { flagIsOn, flagText } from '../cli/command-line'
import { drawInteger } from '../entropy'
import { type BuildInput, prepareInput } from './build-input'
import { secretSources, settingsOf, writeImageId } from './build-settings'
import { type Call, print, printError } from './call'
import { hostFiles, hostPath } from './host-files'

type Input = Extract<BuildInput, { ok: true }>

/** `docker build` with BuildKit: progress on stderr, with `-q` the image's id alone on stdout. */
export function buildWithBuildKit(call: Call): number {
  const frontend = frontendOf(call.transaction.state.profile)
  const input = prepareInput(call, 'buildkit')
  if (!input.ok) return fail(call, frontend === 'today' ? `ERROR: ${input.error}` : input.error)
  const absent = secretSources(call).find(({ text }) => text === null)?.path ?? null
  if (absent !== null) return fail(call, `ERROR: failed to stat ${absent}: stat ${absent}: no such file or directory`)
  const begin = call.transaction.state.clock
  const result = solve(call, input, frontend)
  const isQuiet = flagIsOn(call.command, 'quiet') || flagText(call.command, 'progress') === 'quiet'
  if (!isQuiet) showProgress(call, result, frontend, begin)
  if (!result.ok) return fail(call, failureText(input, result, frontend))
  showWarnings(call, input, result.unusedArgs, frontend)
  if (isQuiet) print(call, `${result.image.id}\n`)
  writeImageId(call, result.image.id)
  return 0
}

function fail(call: Call, text: string): number {
  printError(call, `${text}\n`)
  return 1
}

/** Loads the Dockerfile and .dockerignore, then builds; all as vertices. */
function solve(call: Call, input: Input, frontend: Frontend): BuildKitResult {
  const definition = vertex(`[internal] load build definition from ${input.name}`, 0, {
    statuses: [
      transferStatus('dockerfile', input.dockerfile === null ? 2 : input.dockerfile.length + DEFINITION_BYTES),
    ],
  })
  const ignore = vertex('[internal] load .dockerignore', 0, {
    statuses: [transferStatus('context', ignoreBytes(call))],
  })
  const early = frontend === '20.10' ? [definition, ignore] : [definition]
  const stopped = (error: string, line: number | null): BuildKitResult => ({
    ok: false,
    error,
    line,
    vertices: early,
    total: early.length,
  })
  if (input.dockerfile === null) return stopped(missingText(call, input, frontend), null)
  const parsed = parseDockerfile(input.dockerfile, { heredocs: frontend === 'today' })
  if (!parsed.ok)
    return stopped(frontend === '20.10' ? parsed.error : parseText(parsed.error, parsed.start), parsed.start)
  const file = readBuildFile(parsed.dockerfile, frontend)
  if (!file.ok) return stopped(file.error, file.line)
  const result = buildBuildKit(call.transaction, call.io, {
    ...settingsOf(call),
    file: file.file,
    context: input.context,
  })
  const vertices =
    frontend === '20.10' ? [...early, ...result.vertices] : withIgnore(definition, ignore, result.vertices)
  return { ...result, vertices, total: result.total + vertices.length - result.vertices.length }
}

/** Bytes that go with a Dockerfile besides its text. */
const DEFINITION_BYTES = 43

function parseText(error: string, line: number): string {
  return error === 'file with no instructions'
    ? `the Dockerfile cannot be empty`
    : `dockerfile parse error on line ${line}: ${error}`
}

/** Since 23 .dockerignore is read after the metadata. */
function withIgnore(definition: Vertex, ignore: Vertex, vertices: readonly Vertex[]): readonly Vertex[] {
  const count = vertices.findIndex((one) => !one.name.startsWith('[internal] load metadata'))
  if (count === -1) return [definition, ...vertices]
  return [definition, ...vertices.slice(0, count), ignore, ...vertices.slice(count)]
}

/** Two bytes stand for no file. */
function ignoreBytes(call: Call): number {
  const [source = ''] = call.command.args
  const found = source === '-' ? null : hostFiles(call).read(hostPath(call, `${source}/.dockerignore`))
  return found?.ok && found.value.kind === 'text' ? found.value.text.length + 2 : 2
}

function missingText(call: Call, { name }: Input, frontend: Frontend): string {
  if (frontend === 'today') return `failed to read dockerfile: open ${name}: no such file or directory`
  const number = drawInteger(call.transaction, 900_000_000) + 100_000_000
  return `failed to read dockerfile: open /var/lib/docker/tmp/buildkit-mount${number}/${name}: no such file or directory`
}

function showProgress(call: Call, result: BuildKitResult, frontend: Frontend, begin: number): void {
  const { terminal, columns } = call.invocation
  const seconds = (call.transaction.state.clock - begin) / 1000
  const progress = { vertices: result.vertices, total: result.total, seconds }
  const view = { frontend, columns }
  const wanted = flagText(call.command, 'progress') ?? 'auto'
  if (wanted === 'quiet') return
  const isTerminal = wanted === 'auto' ? terminal.stderr : wanted === 'tty'
  printError(call, isTerminal ? printTerminalProgress(progress, view) : printPlainProgress(progress, view))
}

type Failure = Extract<BuildKitResult, { ok: false }>

function failureText(input: Input, { error, line, vertices }: Failure, frontend: Frontend): string {
  if (frontend === 'today') {
    const excerpt = line === null ? '' : sourceExcerpt(input.name, input.dockerfile ?? '', line)
    return `${excerpt}ERROR: failed to solve: ${error}`
  }
  const isStep = vertices.some((one) => one.result === 'error' && !one.name.startsWith('[internal]'))
  if (isStep) return error
  const isDefinition = error.startsWith('failed to read dockerfile')
  return `failed to solve with frontend dockerfile.v0: ${isDefinition ? '' : 'failed to create LLB definition: '}${error}`
}

/** What today's client remarks on after a build that worked. */
function showWarnings(call: Call, input: Input, unusedArgs: readonly string[], frontend: Frontend): void {
  const unused =
    unusedArgs.length === 0 ? [] : [`One or more build-args [${unusedArgs.toSorted().join(' ')}] were not consumed`]
  if (frontend === '20.10') {
    for (const text of unused) printError(call, `[Warning] ${text}\n`)
    return
  }
  if (flagIsOn(call.command, 'quiet') || (flagText(call.command, 'target') ?? '') !== '') return
  const warnings = [...unused, ...lintWarnings(input.dockerfile ?? '')]
  if (warnings.length === 0) return
  const count = `${warnings.length} warning${warnings.length === 1 ? '' : 's'} found`
  printError(call, `\n ${count} (use docker --debug to expand):\n${warnings.map((text) => ` - ${text}\n`).join('')}`)
}
