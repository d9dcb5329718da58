import { imageRoot } from '../../image/root'
import { sentBytes, sourcesDigest } from '../copy-files'
import type { CopyInstruction } from '../dockerfile/instruction'
import type { CopySource } from '../find-sources'
import { cleanPath } from '../ignore/clean-path'
import { collectSources } from '../plan-copy'
import { type BuildKitBuild, type DatedRow, letSecondsPass, type StageResult, type StageRun } from './build-state'
import { countUse, drawRecordId, findRecord, keepRecord } from './cache-record'
import type { PlannedStep } from './plan-stage'
import { earlierStage } from './reachable-stages'
import { runPlanned, stepKey } from './run-planned'
import { SolveFault } from './solve-fault'
import { type Vertex, vertex } from './vertex'

/** What starting a container takes, in seconds. */
const RUN_SECONDS = 0.2
const COPY_SECONDS = 0.03

/** Runs the steps of a stage, or takes them from the cache. */
export function runStage(build: BuildKitBuild, stage: StageRun): StageResult {
  let result = stage.result
  let count = stage.source === null ? 0 : 1
  const history: DatedRow[] = [...result.history]
  let isFirst = true
  for (const { createdBy, step } of stage.plan.rows) {
    const entry = { createdBy, comment: 'buildkit.dockerfile.v0', empty: step === null }
    if (step === null) {
      history.push({ entry, at: null })
      continue
    }
    count += 1
    const name = `[${stage.label}${count}/${stage.steps}] ${step.title}`
    const ran = runStep(build, stage, { step, name, isFirst }, result)
    isFirst = false
    result = { ...result, key: ran.key, layers: ran.layers }
    history.push({ entry, at: ran.at })
  }
  return { ...result, history }
}

/** Marks the image a stage lies on as really used. */
export function need(stage: StageRun): void {
  if (stage.source !== null) stage.source.isNeeded = true
  const { baseStage } = stage
  if (baseStage?.plan.rows.every((row) => row.step === null)) need(baseStage)
}

interface RanStep {
  readonly key: string
  readonly layers: StageResult['layers']
  readonly at: number
}

/** A step on its way: the first one of a stage uses the image below it. */
interface NumberedStep {
  readonly step: PlannedStep
  readonly name: string
  readonly isFirst: boolean
}

function runStep(build: BuildKitBuild, stage: StageRun, numbered: NumberedStep, below: StageResult): RanStep {
  const { transaction, io, request, steps } = build
  const { step, name, isFirst } = numbered
  const sources = step.kind === 'copy' ? takenSources(build, stage, step, numbered) : []
  const key = stepKey(
    below.key,
    step,
    step.kind === 'copy' && transaction.state.rules.cacheSeesFiles ? sourcesDigest(sources) : '',
  )
  const known = request.useCache ? findRecord(transaction, key) : null
  if (known !== null) {
    countUse(transaction, known)
    steps.push(vertex(name, 0, { result: 'cached' }))
    return { key, layers: known.layers, at: known.createdAt }
  }
  if (isFirst) need(stage)
  if (step.kind === 'copy') noteUse(build, stage, step.instruction)
  const begin = transaction.state.clock
  letSecondsPass(transaction, step.kind === 'run' ? RUN_SECONDS : COPY_SECONDS)
  const outcome = runPlanned(transaction, io, step, below.layers, sources, request.secrets)
  const seconds = (transaction.state.clock - begin) / 1000
  if (!outcome.ok) {
    const message = outcome.exitCode === null ? outcome.error : exitMessage(build, step, outcome.exitCode)
    throw new SolveFault(
      message,
      step.line,
      vertex(name, seconds, { result: 'error', log: outcome.log, error: message }),
    )
  }
  steps.push(vertex(name, seconds, { log: outcome.log }))
  keepRecord(transaction, {
    key,
    layers: outcome.layers,
    size: outcome.size,
  })
  return { key, layers: outcome.layers, at: transaction.state.clock }
}

function exitMessage({ isOld }: BuildKitBuild, step: PlannedStep, exitCode: number): string {
  const words = step.kind === 'run' ? step.words.join(' ') : step.title
  if (isOld) return `executor failed running [${words}]: exit code: ${exitCode}`
  return `process "${words}" did not complete successfully: exit code: ${exitCode}`
}

/** A COPY that runs needs what it copies from. */
function noteUse(build: BuildKitBuild, stage: StageRun, { from }: CopyInstruction): void {
  if (from === '') return
  const index = earlierStage(build.request.file, from, stage.index)
  const other = index === null ? null : (build.stages.get(index) ?? null)
  const image = build.images.get(from)
  if (image !== undefined) image.isNeeded = true
  else if (other?.plan.rows.every((row) => row.step === null)) need(other)
}

function takenSources(
  build: BuildKitBuild,
  stage: StageRun,
  step: Extract<PlannedStep, { kind: 'copy' }>,
  { name, isFirst }: NumberedStep,
): readonly CopySource[] {
  const { instruction } = step
  const isContext = instruction.from === ''
  const found = collectSources(instruction, rootOf(build, stage, instruction), false)
  if (found.ok) {
    if (isContext && instruction.sources.length > 0)
      build.contextBytes = (build.contextBytes ?? 0) + sentBytes(found.sources)
    return found.sources
  }
  if (isFirst) need(stage)
  throw missingSource(build, step, found.fault.kind === 'address' ? found.fault.path : null, name)
}

/** All sources are looked for; the last one that is missing is named. */
function missingSource(
  build: BuildKitBuild,
  step: Extract<PlannedStep, { kind: 'copy' }>,
  address: string | null,
  name: string,
): SolveFault {
  const failed = (error: string): Vertex => vertex(name, 0, { result: 'error', error })
  if (address !== null) {
    const error = `failed to load cache key: Get "${address}": dial tcp: no such host`
    return new SolveFault(error, step.line, failed(error))
  }
  const { sources } = step.instruction
  const path = cleanPath(`/${sources.at(-1) ?? ''}`)
  if (build.isOld) {
    const reason = `"${path}" not found: not found`
    return new SolveFault(`failed to compute cache key: ${reason}`, step.line, failed(reason))
  }
  const ref = `${drawRecordId(build.transaction)}::${drawRecordId(build.transaction)}`
  const reason = `failed to calculate checksum of ref ${ref}: "${path}": not found`
  return new SolveFault(`failed to compute cache key: ${reason}`, step.line, failed(reason))
}

function rootOf(build: BuildKitBuild, stage: StageRun, { from }: CopyInstruction) {
  if (from === '') return build.request.context.root
  const index = earlierStage(build.request.file, from, stage.index)
  const layers = index === null ? build.images.get(from)?.base.image.layers : build.stages.get(index)?.result.layers
  return imageRoot(layers ?? [])
}
