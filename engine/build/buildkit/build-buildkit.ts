import { EMPTY_CONFIG } from '../../container/config'
import type { Image } from '../../image/image'
import type { Io } from '../../io'
import type { Transaction } from '../../state'
import { inheritedConfig } from '../classic/base-image'
import { type CopyInstruction, type Instruction, isCopy, type Stage } from '../dockerfile/instruction'
import { parseDockerfile } from '../dockerfile/parse-dockerfile'
import { readInstruction } from '../dockerfile/read-instruction'
import { expandWord, type Variables } from '../dockerfile/shell-word'
import { frontendOf } from '../frontend'
import type { BuildRequest } from '../request'
import { PLATFORM_ARGS } from '../stage-scope'
import { targetStage } from '../target'
import { type BaseImage, loadMetadata } from './base-metadata'
import { type BuildKitBuild, letSecondsPass, type SourceVertex, type StageRun } from './build-state'
import { findRecord, keepRecord } from './cache-record'
import { exportImage } from './export-image'
import { planStage, type StageSettings } from './plan-stage'
import { earlierStage, reachableStages } from './reachable-stages'
import { need, runStage } from './run-stage'
import { SolveFault } from './solve-fault'
import { transferStatus, type Vertex, vertex } from './vertex'

/** What BuildKit made of a request: the vertices to show, and the image or the message. */
export type BuildKitResult = { readonly vertices: readonly Vertex[]; readonly total: number } & (
  | { readonly ok: true; readonly image: Image; readonly unusedArgs: readonly string[] }
  | { readonly ok: false; readonly error: string; readonly line: number | null }
)

/** Solves a build as BuildKit does: only the stages the target needs, every step from the cache where it can be. */
export function buildBuildKit(transaction: Transaction, io: Io, request: BuildRequest): BuildKitResult {
  const isOld = frontendOf(request.profile) === '20.10'
  const build: BuildKitBuild = {
    transaction,
    io,
    request,
    isOld,
    stages: new Map(),
    images: new Map(),
    before: [],
    steps: [],
    contextBytes: null,
    usesContext: false,
  }
  const settings = settingsOf(request, isOld)
  try {
    const target = prepare(build, settings)
    for (const stage of build.stages.values()) stage.result = runStage(build, { ...stage, result: beginning(stage) })
    const run = build.stages.get(target)
    if (run === undefined) throw new SolveFault('no build stage in current context')
    if (run.plan.rows.every((row) => row.step === null)) need(run)
    keepSources(build)
    const exported = exportImage(build, run)
    const vertices = [...verticesOf(build), exported.vertex]
    const unusedArgs = Object.keys(request.buildArgs).filter((name) => !settings.consumedArgs.has(name))
    return { ok: true, image: exported.image, vertices, total: vertices.length, unusedArgs }
  } catch (fault) {
    if (!(fault instanceof SolveFault)) throw fault
    keepSources(build)
    const vertices = [...verticesOf(build), ...(fault.vertex === null ? [] : [fault.vertex])]
    return {
      ok: false,
      error: fault.message,
      line: fault.line,
      vertices,
      total: Math.max(vertices.length, totalOf(build)),
    }
  }
}

function settingsOf(request: BuildRequest, isOld: boolean): StageSettings {
  const { file, buildArgs } = request
  const consumedArgs = new Set<string>()
  const globalArgs: Record<string, string> = { ...PLATFORM_ARGS }
  for (const { variables } of file.globalArgs) {
    for (const { name, value } of variables) {
      consumedArgs.add(name)
      const text = buildArgs[name] ?? (value === null ? null : wordOf(value, globalArgs, file.escapeSign))
      if (text !== null) globalArgs[name] = text
    }
  }
  return { escapeSign: file.escapeSign, buildArgs, globalArgs, consumedArgs, isOld }
}

function wordOf(word: string, variables: Variables, escapeSign: string, line: number | null = null): string {
  const found = expandWord(word, variables, { escapeSign })
  if (!found.ok) throw new SolveFault(found.error, line)
  return found.value.text
}

/** Loads the metadata of all images and plans the stages; gives the target's position. */
function prepare(build: BuildKitBuild, settings: StageSettings): number {
  const { request, isOld } = build
  const { file } = request
  const target = targetStage(file, request.target)
  if (target === null)
    throw new SolveFault(
      isOld
        ? `target stage ${request.target} could not be found`
        : `target stage "${request.target}" could not be found`,
    )
  const indexes = reachableStages(file, target)
  const bases = new Map<string, BaseImage>()
  const load = (name: string, line: number, isShown: boolean): BaseImage => {
    const known = bases.get(name)
    if (known !== undefined) return known
    const base = loadMetadata(build.transaction, build.io, request, name, line)
    letSecondsPass(build.transaction, base.seconds)
    bases.set(name, base)
    if (isShown) build.before.push(vertex(`[internal] load metadata for ${base.fullName}`, base.seconds))
    return base
  }
  for (const index of indexes) {
    const stage = file.stages[index]
    if (stage === undefined) continue
    const base = wordOf(stage.base, settings.globalArgs, settings.escapeSign, stage.line)
    if (base === '') throw new SolveFault(`base name (${stage.base}) should not be blank`, stage.line)
    const isStage = file.stages.slice(0, index).some((one) => one.name !== '' && one.name === base.toLowerCase())
    const image = isStage || base === 'scratch' ? null : load(base, stage.line, true)
    const baseStage = isStage ? (build.stages.get(earlierStage(file, base, index) ?? -1) ?? null) : null
    for (const instruction of stage.instructions) {
      if (!isCopy(instruction) || instruction.from === '') continue
      if (earlierStage(file, instruction.from, index) !== null || build.images.has(instruction.from)) continue
      const other = load(instruction.from, instruction.line, !isOld)
      build.images.set(instruction.from, sourceVertex(build, `FROM ${other.shownName}`, other))
    }
    build.stages.set(index, stageRun(build, settings, { stage, index, image, baseStage }))
  }
  return target
}

function sourceVertex({ transaction }: BuildKitBuild, title: string, base: BaseImage): SourceVertex {
  return { title, base, wasKnown: findRecord(transaction, `from ${base.image.id}`) !== null, isNeeded: false }
}

interface StageParts {
  readonly stage: Stage
  readonly index: number
  readonly image: BaseImage | null
  readonly baseStage: StageRun | null
}

function stageRun(
  build: BuildKitBuild,
  settings: StageSettings,
  { stage, index, image, baseStage }: StageParts,
): StageRun {
  const { file } = build.request
  const inherited = { ...(baseStage?.plan.config ?? inheritedConfig(image?.image ?? null)), OnBuild: null, Image: '' }
  const triggers = (baseStage?.plan.config ?? image?.image.config ?? EMPTY_CONFIG).OnBuild ?? []
  const plan = planStage(
    stage,
    triggers.map((text) => triggered(build, text, stage.line)),
    inherited,
    settings,
  )
  if (plan.rows.some(({ step }) => step?.kind === 'copy' && takesContext(step.instruction))) build.usesContext = true
  const isMany = file.stages.length > 1
  const label = isMany ? `${stage.name === '' ? `stage-${index}` : stage.name} ` : ''
  const steps = plan.rows.filter((row) => row.step !== null).length + (image === null ? 0 : 1)
  const source = image === null ? null : sourceVertex(build, `[${label}1/${steps}] FROM ${image.shownName}`, image)
  return { index, plan, source, baseStage, label, steps, result: { key: '', layers: [], history: [] } }
}

function takesContext({ from, sources }: CopyInstruction): boolean {
  return from === '' && sources.length > 0
}

function triggered({ request }: BuildKitBuild, text: string, line: number): Instruction {
  const frontend = frontendOf(request.profile)
  const parsed = parseDockerfile(text, { heredocs: frontend === 'today' })
  const [first] = parsed.ok ? parsed.dockerfile.lines : []
  if (!parsed.ok || first === undefined) throw new SolveFault(parsed.ok ? `empty trigger ${text}` : parsed.error, line)
  const read = readInstruction(first, frontend)
  if (!read.ok) throw new SolveFault(read.error, line)
  return { ...read.value, line }
}

/** What a stage stands on before its first step. */
function beginning({ source, baseStage }: StageRun): StageRun['result'] {
  if (baseStage !== null) return baseStage.result
  if (source === null) return { key: 'scratch', layers: [], history: [] }
  return { key: `from ${source.base.image.id}`, layers: source.base.image.layers, history: [] }
}

function sourcesOf(build: BuildKitBuild): readonly SourceVertex[] {
  return [...build.images.values(), ...[...build.stages.values()].flatMap((stage) => stage.source ?? [])]
}

function keepSources(build: BuildKitBuild): void {
  for (const { base, wasKnown, isNeeded } of sourcesOf(build)) {
    if (wasKnown || !isNeeded) continue
    const { image } = base
    const key = `from ${image.id}`
    keepRecord(build.transaction, {
      key,
      layers: image.layers,
      size: 0,
    })
  }
}

function verticesOf(build: BuildKitBuild): readonly Vertex[] {
  const sources = sourcesOf(build).map(printedSource)
  const context = build.usesContext && build.stages.size > 0 ? [contextVertex(build)] : []
  return [...build.before, ...sources, ...context, ...build.steps]
}

function contextVertex({ contextBytes }: BuildKitBuild): Vertex {
  return vertex('[internal] load build context', 0, {
    statuses: [transferStatus('context', contextBytes ?? 2)],
  })
}

function printedSource({ title, base, wasKnown, isNeeded }: SourceVertex): Vertex {
  if (wasKnown && isNeeded) return vertex(title, 0, { result: 'cached' })
  if (base.isLocal || wasKnown || !isNeeded) return vertex(title, 0)
  const pulled = base.image.layers.flatMap(({ digest, size }) => {
    const text = `${(size / 1e6).toFixed(2)}MB`
    return [
      { text: `${digest} ${text} / ${text}`, seconds: 0.4 },
      { text: `extracting ${digest}`, seconds: 0.1 },
    ]
  })
  const reference = title.slice(title.indexOf('FROM ') + 'FROM '.length)
  return vertex(title, 0.6, { statuses: [{ text: `resolve ${reference}`, seconds: 0 }, ...pulled] })
}

/** Vertices of the whole build as far as it is planned, the export not counted. */
function totalOf(build: BuildKitBuild): number {
  const planned = [...build.stages.values()].reduce((sum, { steps }) => sum + steps, 0)
  return build.before.length + build.images.size + planned + (build.usesContext && build.stages.size > 0 ? 1 : 0)
}
