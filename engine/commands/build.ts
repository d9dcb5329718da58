import { buildClassic } from '../build/classic/build-classic'
import { contextBytes } from '../build/context'
import { parseDockerfile } from '../build/dockerfile/parse-dockerfile'
import { readBuildFile } from '../build/dockerfile/read-build-file'
import { frontendOf } from '../build/frontend'
import type { BuildRequest } from '../build/request'
import { flagIsGiven, flagIsOn } from '../cli/command-line'
import { builderNotice } from '../cli/parse-command-line'
import { flagFailure } from '../cli/usage-errors'
import { formatHumanSize } from '../format/human-size'
import type { OutputChunk } from '../io'
import { buildWithBuildKit } from './build-buildkit'
import { type BuildInput, prepareInput } from './build-input'
import { settingsOf, writeImageId } from './build-settings'
import { type Call, type Ending, print, printError } from './call'

const MISSING_BUILDX = [
  'ERROR: BuildKit is enabled but the buildx component is missing or broken.',
  '       Install the buildx component to build images with BuildKit:',
  '       https://docs.docker.com/go/buildx/',
  '',
].join('\n')

const DISABLED_BUILDKIT = [
  'DEPRECATED: The legacy builder is deprecated and will be removed in a future release.',
  '            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0',
  '            environment-variable.',
  '',
  '',
].join('\n')

/** Flags only BuildKit's client has; they are in no help text of the other. */
const BUILDKIT_FLAGS = ['progress', 'load', 'provenance', 'secret', 'ssh']

/** `docker build` */
export function build(call: Call): Ending {
  const { profile } = call.transaction.state
  const wanted = /^(?:1|t|true)$/i.test(call.invocation.environment.DOCKER_BUILDKIT ?? '')
  const refused = /^(?:0|f|false)$/i.test(call.invocation.environment.DOCKER_BUILDKIT ?? '')
  const hasBuildKit = profile.builder === 'buildkit' || profile.client === '20.10'
  if (wanted && !hasBuildKit) {
    printError(call, MISSING_BUILDX)
    return 1
  }
  if (wanted || (profile.builder === 'buildkit' && !refused)) return buildWithBuildKit(call)
  const foreign = BUILDKIT_FLAGS.find((name) => flagIsGiven(call.command, name))
  if (foreign !== undefined && profile.client !== '20.10') {
    const { path, definition, client } = call.command
    const failure = flagFailure(`unknown flag: --${foreign}`, path, definition.use, client)
    printError(call, builderNotice(profile) + failure.stderr)
    return failure.exitCode
  }
  const isDisabled = profile.builder === 'buildkit' && profile.client !== '20.10'
  printError(call, isDisabled ? DISABLED_BUILDKIT : builderNotice(profile))
  return buildWithClassic(call)
}

function buildWithClassic(call: Call): number {
  const input = prepareInput(call, 'classic')
  if (!input.ok) return refuse(call, input.error)
  if (input.dockerfile === null) return refuse(call, `unable to prepare context: ${input.missing}`)
  const quiet = flagIsOn(call.command, 'quiet')
  const shown: OutputChunk[] = quiet ? [] : call.output
  const show = (text: string) => shown.push({ descriptor: 1, text })
  const size = formatHumanSize(contextBytes(input.sent), 4)
  show(`Sending build context to Docker daemon  ${size.padStart(7)}\n`)
  const request = requestOf(call, input, input.dockerfile)
  const failed = (error: string, exitCode: number) => {
    if (quiet) call.output.push(...shown)
    printError(call, `${error}\n`)
    return exitCode
  }
  if (!request.ok) return failed(`Error response from daemon: ${request.error}`, 1)
  const result = buildClassic(call.transaction, call.io, request.request, show)
  if (!result.ok) return failed(result.error, result.exitCode)
  if (quiet) print(call, `${result.image.id}\n`)
  writeImageId(call, result.image.id)
  return 0
}

function refuse(call: Call, error: string): number {
  printError(call, `${error}\n`)
  return 1
}

type RequestResult =
  | { readonly ok: true; readonly request: BuildRequest }
  | { readonly ok: false; readonly error: string }

function requestOf(call: Call, input: Extract<BuildInput, { ok: true }>, dockerfile: string): RequestResult {
  const frontend = frontendOf(call.transaction.state.profile)
  const parsed = parseDockerfile(dockerfile, { heredocs: frontend === 'today' })
  if (!parsed.ok) return { ok: false, error: `failed to parse Dockerfile: ${parsed.error}` }
  const file = readBuildFile(parsed.dockerfile, frontend)
  if (!file.ok) return file
  return { ok: true, request: { ...settingsOf(call), file: file.file, context: input.context } }
}
