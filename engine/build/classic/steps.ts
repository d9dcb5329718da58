import type { ContainerConfig } from '../../container/config'
import { containerWithId } from '../../container/lookup'
import { removeContainer } from '../../container/remove'
import { emptyDirectory } from '../../files/tree'
import { shortId } from '../../format/container-columns'
import { configure, shellOf, workingDirectory } from '../configure'
import { type Instruction, type InstructionOf, isCopy } from '../dockerfile/instruction'
import { commandWords, instructionText } from '../instruction-text'
import { stepImage } from '../layered-files'
import { createStepContainer, runToEnd } from '../run-step'
import { declareArgs, effectiveArgs, expandInstruction, isPredefined, visibleVariables } from '../stage-scope'
import { BuildFault, type ClassicBuild, letTimePass, type StageState } from './classic-build'
import { copyStep } from './copy-step'
import { commitStep, fromCache } from './finish-step'

/** Carries one instruction out; the state after it has the image of the step. */
export function performStep(build: ClassicBuild, state: StageState, written: Instruction): StageState {
  const { request } = build
  const variables = visibleVariables(state.scope, state.config.Env ?? [])
  const expanded = expandInstruction(written, variables, request.file.escapeSign)
  if (!expanded.ok) throw new BuildFault(expanded.error)
  const instruction = resolveDirectory(expanded.value, state)
  if (instruction.kind === 'run') return runStep(build, state, instruction)
  if (isCopy(instruction)) return copyStep(build, state, instruction)
  const changed = configure({ config: state.config, hasOwnCmd: state.hasOwnCmd }, instruction)
  if (!changed.ok) throw new BuildFault(changed.error)
  const next: StageState = {
    ...state,
    ...changed.value,
    author: instruction.kind === 'maintainer' ? instruction.name : state.author,
    scope: instruction.kind === 'arg' ? declared(build, state, instruction) : state.scope,
  }
  const shell = shellOf(next.config)
  const text = instructionText(instruction, shell, 'classic')
  const note = instruction.kind === 'workdir' ? [`#(nop) ${text}`] : ['#(nop) ', text]
  return configStep(build, next, [...shell, ...note])
}

function resolveDirectory(instruction: Instruction, { config }: StageState): Instruction {
  if (instruction.kind !== 'workdir') return instruction
  return { ...instruction, path: workingDirectory(config.WorkingDir, instruction.path) }
}

function declared(build: ClassicBuild, state: StageState, instruction: InstructionOf<'arg'>) {
  for (const { name } of instruction.variables) build.consumedArgs.add(name)
  return declareArgs(state.scope, instruction, build.request.buildArgs, build.globalArgs)
}

/** A step that changes the configuration: its container is created for the commit and never started. */
function configStep(build: ClassicBuild, state: StageState, command: readonly string[]): StageState {
  const probe = { ...state.config, Cmd: command }
  const cached = fromCache(build, state, probe)
  if (cached !== null) return cached
  const container = createFor(build, state, probe)
  build.print(` ---> Running in ${shortId(container.id)}\n`)
  letTimePass(build.transaction)
  return commitStep(build, state, { containerId: container.id, containerConfig: probe, upper: container.upper })
}

function createFor(build: ClassicBuild, state: StageState, config: ContainerConfig) {
  const image = state.image ?? stepImage('', [])
  const made = createStepContainer(build.transaction, image, withoutEntrypoint(config), build.request.network)
  if (!made.ok) throw new BuildFault(made.error)
  return made.container
}

/** A step runs its own words only. */
function withoutEntrypoint(config: ContainerConfig): ContainerConfig {
  const { Healthcheck: _check, ...rest } = config
  return { ...rest, Entrypoint: [''] }
}

function runStep(build: ClassicBuild, state: StageState, instruction: InstructionOf<'run'>): StageState {
  const { transaction, io, request, print } = build
  if (instruction.mounts.length > 0)
    throw new BuildFault(
      'the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled',
    )
  const words = commandWords(instruction.command, shellOf(state.config))
  const environment = state.config.Env ?? []
  const args = effectiveArgs(state.scope, environment, request.buildArgs)
  const shown = args.filter((entry) => !isPredefined(entry.split('=', 1)[0] ?? ''))
  const saved = shown.length === 0 ? words : [`|${shown.length}`, ...shown, ...words]
  const probe = { ...state.config, Cmd: saved }
  const cached = fromCache(build, state, probe)
  if (cached !== null) return cached
  const container = createFor(build, state, { ...state.config, Cmd: words, Env: [...environment, ...args] })
  print(` ---> Running in ${shortId(container.id)}\n`)
  letTimePass(transaction)
  const result = runToEnd(transaction, container.id, io)
  if (result.kind !== 'refused') for (const { text } of result.log) print(text)
  const fault = faultOf(result, words)
  if (fault !== null) {
    if (request.removesFailed) dropFailed(build, container.id)
    throw fault
  }
  const upper = containerWithId(transaction.state, container.id)?.upper ?? emptyDirectory()
  return commitStep(build, state, { containerId: container.id, containerConfig: probe, upper })
}

function dropFailed({ transaction, print }: ClassicBuild, containerId: string): void {
  print(`Removing intermediate container ${shortId(containerId)}\n`)
  removeContainer(transaction, containerId, { volumes: true })
}

function faultOf(result: ReturnType<typeof runToEnd>, words: readonly string[]): BuildFault | null {
  const command = `The command '${words.join(' ')}'`
  if (result.kind === 'refused') return new BuildFault(result.error)
  if (result.kind === 'endless')
    return new BuildFault(`${command} was stopped after ${result.seconds} seconds of simulated time`)
  if (result.exitCode === 0) return null
  return new BuildFault(`${command} returned a non-zero code: ${result.exitCode}`, result.exitCode)
}
