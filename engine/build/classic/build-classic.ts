import { shortId } from '../../format/container-columns'
import type { Image } from '../../image/image'
import { nameImage } from '../../image/store'
import type { Io } from '../../io'
import { canonicalName, familiarReference } from '../../reference/print-reference'
import type { Transaction } from '../../state'
import type { Instruction, Stage } from '../dockerfile/instruction'
import { parseDockerfile } from '../dockerfile/parse-dockerfile'
import { readInstruction } from '../dockerfile/read-instruction'
import { expandWord, type Variables } from '../dockerfile/shell-word'
import { frontendOf } from '../frontend'
import type { BuildRequest } from '../request'
import { isPredefined } from '../stage-scope'
import { targetStage } from '../target'
import { inheritedConfig, obtainImage } from './base-image'
import { BuildFault, type ClassicBuild, letTimePass, type StageState } from './classic-build'
import { performStep } from './steps'

export type ClassicResult =
  | { readonly ok: true; readonly image: Image }
  | { readonly ok: false; readonly error: string; readonly exitCode: number }

/** Builds as the classic builder does, a step an image, and prints as it does. */
export function buildClassic(
  transaction: Transaction,
  io: Io,
  request: BuildRequest,
  print: (text: string) => void,
): ClassicResult {
  const last = targetStage(request.file, request.target)
  if (last === null) {
    const error = `Error response from daemon: failed to reach build target ${request.target} in Dockerfile`
    return { ok: false, error, exitCode: 1 }
  }
  try {
    return { ok: true, image: runStages(transaction, io, request, print, last) }
  } catch (fault) {
    if (fault instanceof BuildFault) return { ok: false, error: fault.message, exitCode: fault.exitCode }
    throw fault
  }
}

/** Numbers the steps of a build. */
function stepCounter(print: (text: string) => void, total: number): (text: string) => void {
  let count = 0
  return (text) => {
    count += 1
    print(`Step ${count}/${total} : ${text}\n`)
  }
}

function runStages(
  transaction: Transaction,
  io: Io,
  request: BuildRequest,
  print: (text: string) => void,
  last: number,
): Image {
  const stages = request.file.stages
    .slice(0, last + 1)
    .map((stage, index) => (index === last ? labelled(stage, request) : stage))
  const { globalArgs: declarations } = request.file
  const total = declarations.length + stages.reduce((sum, stage) => sum + 1 + stage.instructions.length, 0)
  const announce = stepCounter(print, total)
  const consumedArgs = new Set<string>()
  const globalArgs: Record<string, string> = {}
  for (const { variables, original } of declarations) {
    announce(original)
    for (const { name, value } of variables) {
      consumedArgs.add(name)
      const given = request.buildArgs[name] ?? (value === null ? null : expanded(value, globalArgs, request))
      if (given !== null) globalArgs[name] = given
    }
  }
  const build: ClassicBuild = { transaction, io, request, print, globalArgs, stageImages: [], consumedArgs }
  for (const stage of stages) build.stageImages.push(runStage(build, stage, announce))
  const image = build.stageImages.at(-1)
  if (image === undefined || image === null) throw new BuildFault('No image was generated. Is your Dockerfile empty?')
  finish(build, image)
  return image
}

/** `--label` adds an instruction a label to the last stage. */
function labelled(stage: Stage, { labels }: BuildRequest): Stage {
  const added = Object.entries(labels)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([key, value]): Instruction => ({
        kind: 'label',
        pairs: [{ key, value }],
        original: `LABEL ${key}=${value}`,
        line: stage.line,
      }),
    )
  return { ...stage, instructions: [...stage.instructions, ...added] }
}

function expanded(word: string, variables: Variables, request: BuildRequest): string {
  const found = expandWord(word, variables, { escapeSign: request.file.escapeSign })
  if (!found.ok) throw new BuildFault(found.error)
  return found.value.text
}

function runStage(build: ClassicBuild, stage: Stage, announce: (text: string) => void): Image | null {
  announce(stage.original)
  let state = beginStage(build, stage)
  build.print(` ---> ${shortId(state.image?.id ?? '')}\n`)
  for (const instruction of stage.instructions) {
    announce(instruction.original)
    state = performStep(build, state, instruction)
    build.print(` ---> ${shortId(state.image?.id ?? '')}\n`)
  }
  return state.image
}

function beginStage(build: ClassicBuild, stage: Stage): StageState {
  const { request } = build
  const base = expanded(stage.base, { ...build.globalArgs }, request)
  if (base === '') throw new BuildFault(`base name (${stage.base}) should not be blank`)
  const image = baseOf(build, base)
  letTimePass(build.transaction)
  let state: StageState = {
    image,
    config: inheritedConfig(image),
    hasOwnCmd: false,
    scope: { args: {}, escapeSign: request.file.escapeSign },
    author: '',
    cacheMissed: false,
  }
  const triggers = image?.config.OnBuild ?? []
  if (triggers.length > 0)
    build.print(`# Executing ${triggers.length} build trigger${triggers.length === 1 ? '' : 's'}\n`)
  for (const trigger of triggers) state = performStep(build, state, triggered(build, trigger))
  return state
}

function baseOf(build: ClassicBuild, base: string): Image | null {
  const index = build.request.file.stages.findIndex((stage) => stage.name !== '' && stage.name === base.toLowerCase())
  if (index >= 0 && index < build.stageImages.length) return build.stageImages[index] ?? null
  return base === 'scratch' ? null : obtainImage(build, base)
}

/** An instruction an ONBUILD of the base image kept. */
function triggered({ request }: ClassicBuild, text: string): Instruction {
  const frontend = frontendOf(request.profile)
  const parsed = parseDockerfile(text, { heredocs: frontend === 'today' })
  const [line] = parsed.ok ? parsed.dockerfile.lines : []
  if (!parsed.ok || line === undefined)
    throw new BuildFault(parsed.ok ? `no instruction in trigger ${text}` : parsed.error)
  const read = readInstruction(line, frontend)
  if (!read.ok) throw new BuildFault(read.error)
  return read.value
}

function finish(build: ClassicBuild, image: Image): void {
  const { transaction, request, print, consumedArgs } = build
  const unused = Object.keys(request.buildArgs).filter((name) => !consumedArgs.has(name) && !isPredefined(name))
  if (unused.length > 0) print(`[Warning] One or more build-args [${unused.toSorted().join(' ')}] were not consumed\n`)
  print(`Successfully built ${shortId(image.id)}\n`)
  for (const tag of request.tags) {
    nameImage(transaction, { repository: canonicalName(tag), tag: tag.tag, digest: null, imageId: image.id })
    print(`Successfully tagged ${familiarReference(tag)}\n`)
  }
}
