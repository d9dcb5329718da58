import type { ContainerConfig } from '../../container/config'
import { containerWithId } from '../../container/lookup'
import { removeContainer } from '../../container/remove'
import { digestOf } from '../../entropy'
import { type DirectoryNode, emptyDirectory } from '../../files/tree'
import { layerOf } from '../../image/commit'
import type { Layer } from '../../image/image'
import type { Io } from '../../io'
import type { Transaction } from '../../state'
import { copyFiles } from '../copy-files'
import type { CopySource } from '../find-sources'
import { LAYERS_MAX, stepImage, workOnLayers } from '../layered-files'
import { planCopy } from '../plan-copy'
import { createStepContainer, runToEnd } from '../run-step'
import type { PlannedStep } from './plan-stage'
import { missingSecret, withSecrets } from './secret-mounts'
import type { VertexLogLine } from './vertex'

/** What carrying a step out gave. */
export type StepOutcome =
  | {
      readonly ok: true
      readonly layers: readonly Layer[]
      readonly size: number
      readonly log: readonly VertexLogLine[]
    }
  | {
      readonly ok: false
      readonly exitCode: number | null
      readonly error: string
      readonly log: readonly VertexLogLine[]
    }

/** Carries one step out on the layers below it; `sources` are what a COPY takes, `secrets` what a RUN may borrow. */
export function runPlanned(
  transaction: Transaction,
  io: Io,
  step: PlannedStep,
  below: readonly Layer[],
  sources: readonly CopySource[],
  secrets: Readonly<Record<string, string>>,
): StepOutcome {
  switch (step.kind) {
    case 'run':
      return runCommand(transaction, io, step, below, secrets)
    case 'copy':
      return runCopy(transaction, step, below, sources)
    default:
      return runWorkdir(transaction, step.path, below)
  }
}

function done(below: readonly Layer[], upper: DirectoryNode, log: readonly VertexLogLine[] = []): StepOutcome {
  if (below.length >= LAYERS_MAX) return { ok: false, exitCode: null, error: 'max depth exceeded', log }
  const layer = layerOf(below, upper)
  return { ok: true, layers: [...below, layer], size: layer.size, log }
}

function runCopy(
  transaction: Transaction,
  { instruction, config }: Extract<PlannedStep, { kind: 'copy' }>,
  below: readonly Layer[],
  sources: readonly CopySource[],
): StepOutcome {
  const { value, upper } = workOnLayers(transaction, below, (files) => {
    const plan = planCopy(instruction, sources, files, config.WorkingDir, 'buildkit')
    if (!plan.ok) return plan.error
    const copied = copyFiles(files, transaction.state, plan.value)
    return copied.ok ? null : `cannot copy to ${instruction.destination}: ${copied.error}`
  })
  if (value !== null) return { ok: false, exitCode: null, error: value, log: [] }
  return done(below, upper)
}

function runWorkdir(transaction: Transaction, path: string, below: readonly Layer[]): StepOutcome {
  const { upper } = workOnLayers(transaction, below, (files) => files.makeDirectory(path, { parents: true }))
  return done(below, upper)
}

/** A RUN has no volumes and no name: nobody sees its container. */
function runCommand(
  transaction: Transaction,
  io: Io,
  step: Extract<PlannedStep, { kind: 'run' }>,
  below: readonly Layer[],
  secrets: Readonly<Record<string, string>>,
): StepOutcome {
  const missing = missingSecret(step.secrets, secrets)
  if (missing !== null) return { ok: false, exitCode: null, error: `secret ${missing.id}: not found`, log: [] }
  const { Healthcheck: _check, ...rest } = step.config
  const config: ContainerConfig = {
    ...rest,
    Cmd: step.words,
    Entrypoint: [''],
    Env: step.environment,
    Volumes: null,
    Hostname: 'buildkitsandbox',
  }
  const seen = withSecrets(transaction, below, step.secrets, secrets)
  const { events } = transaction.state
  const begin = transaction.state.clock
  const made = createStepContainer(transaction, stepImage('', seen), config, step.network)
  if (!made.ok) return { ok: false, exitCode: null, error: made.error, log: [] }
  const { id } = made.container
  const result = runToEnd(transaction, id, io)
  const upper = containerWithId(transaction.state, id)?.upper ?? emptyDirectory()
  removeContainer(transaction, id, { volumes: true })
  transaction.state = { ...transaction.state, events }
  if (result.kind === 'refused')
    return { ok: false, exitCode: 1, error: '', log: [{ at: 0, text: runcError(result.error) }] }
  const log = result.log.flatMap(({ at, text }) =>
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ at: (at - begin) / 1000, text: line })),
  )
  if (result.kind === 'endless')
    return { ok: false, exitCode: null, error: `stopped after ${result.seconds} seconds of simulated time`, log }
  return result.exitCode === 0 ? done(below, upper, log) : { ok: false, exitCode: result.exitCode, error: '', log }
}

function runcError(error: string): string {
  return `runc run failed: ${error.replace(/^.*?unable to start container process/, 'unable to start container process').replace(/: unknown$/, '')}`
}

/** The key of what a step gives: the step, what it runs on, and the content it takes. */
export function stepKey(below: string, step: PlannedStep, content: string): string {
  const own =
    step.kind === 'run'
      ? ['run', step.words, step.environment, step.config.WorkingDir, step.config.User]
      : step.kind === 'copy'
        ? [
            'copy',
            step.instruction.kind,
            step.instruction.destination,
            step.instruction.chown,
            step.instruction.chmod,
            step.config.WorkingDir,
            content,
          ]
        : ['workdir', step.path]
  return digestOf(`${below} ${JSON.stringify(own)}`)
}
