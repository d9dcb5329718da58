import type { ContainerConfig } from '../../container/config'
import { configure, type StageConfig, shellOf, workingDirectory } from '../configure'
import {
  type CopyInstruction,
  type Instruction,
  type InstructionOf,
  isCopy,
  type Stage,
} from '../dockerfile/instruction'
import { expandWord, type Variables } from '../dockerfile/shell-word'
import { commandWords, instructionText } from '../instruction-text'
import {
  declareArgs,
  effectiveArgs,
  expandInstruction,
  isPredefined,
  type StageScope,
  visibleVariables,
} from '../stage-scope'
import { runScript } from './heredoc-command'
import { type SecretMount, secretMounts } from './secret-mounts'
import { SolveFault } from './solve-fault'

/** A step that makes a layer, with all it depends on. */
export type PlannedStep = {
  readonly title: string
  readonly line: number
  readonly createdBy: string
  readonly config: ContainerConfig
} & (
  | {
      readonly kind: 'run'
      readonly words: readonly string[]
      readonly environment: readonly string[]
      readonly network: string
      readonly secrets: readonly SecretMount[]
    }
  | { readonly kind: 'copy'; readonly instruction: CopyInstruction }
  | { readonly kind: 'workdir'; readonly path: string }
)

/** One row of the image's history: a step's, or one without a layer. */
export type PlannedRow = { readonly createdBy: string; readonly step: PlannedStep | null }

export interface PlannedStage {
  readonly rows: readonly PlannedRow[]
  readonly config: ContainerConfig
  readonly hasOwnCmd: boolean
  readonly author: string
}

export interface StageSettings {
  readonly escapeSign: string
  readonly buildArgs: Variables
  readonly globalArgs: Variables
  readonly consumedArgs: Set<string>
  readonly isOld: boolean
}

interface Planning extends StageConfig {
  readonly scope: StageScope
  readonly author: string
  readonly rows: readonly PlannedRow[]
}

/** Works out what a stage runs and the configuration it ends with; nothing runs yet. */
export function planStage(
  stage: Stage,
  instructions: readonly Instruction[],
  inherited: ContainerConfig,
  settings: StageSettings,
): PlannedStage {
  const scope: StageScope = { args: {}, escapeSign: settings.escapeSign }
  let planning: Planning = { config: inherited, hasOwnCmd: false, scope, author: '', rows: [] }
  for (const instruction of [...instructions, ...stage.instructions])
    planning = planInstruction(planning, instruction, settings)
  const { rows, config, hasOwnCmd, author } = planning
  return { rows, config, hasOwnCmd, author }
}

function planInstruction(planning: Planning, written: Instruction, settings: StageSettings): Planning {
  const variables = visibleVariables(planning.scope, planning.config.Env ?? [])
  const expanded = expandInstruction(written, variables, settings.escapeSign)
  if (!expanded.ok) throw new SolveFault(expanded.error, written.line)
  const instruction = expanded.value
  const title = titleOf(written, variables, settings.escapeSign)
  if (instruction.kind === 'run') return withStep(planning, planRun(planning, instruction, title, settings))
  if (isCopy(instruction)) return withStep(planning, planCopyStep(planning, instruction, title, settings))
  const resolved =
    instruction.kind === 'workdir'
      ? { ...instruction, path: workingDirectory(planning.config.WorkingDir, instruction.path) }
      : instruction
  const changed = configure(planning, resolved)
  if (!changed.ok) {
    const { error } = changed
    throw new SolveFault(settings.isOld ? error : error.charAt(0).toLowerCase() + error.slice(1), written.line)
  }
  // BuildKit marks every image whose Dockerfile has a CMD; nothing on Linux looks at it.
  const marks = resolved.kind === 'cmd' ? { ArgsEscaped: true } : {}
  const next: Planning = { ...planning, ...changed.value, config: { ...changed.value.config, ...marks } }
  if (resolved.kind === 'onbuild') return next
  const createdBy = instructionText(resolved, shellOf(next.config), 'buildkit')
  if (resolved.kind === 'workdir') {
    const step: PlannedStep = {
      kind: 'workdir',
      title,
      line: written.line,
      createdBy,
      config: next.config,
      path: resolved.path,
    }
    return withStep(next, step)
  }
  const row = { createdBy, step: null }
  if (resolved.kind === 'arg')
    return { ...next, scope: declared(planning, resolved, settings), rows: [...next.rows, row] }
  const author = resolved.kind === 'maintainer' ? resolved.name : next.author
  return { ...next, author, rows: [...next.rows, row] }
}

function declared(planning: Planning, instruction: InstructionOf<'arg'>, settings: StageSettings): StageScope {
  for (const { name } of instruction.variables) settings.consumedArgs.add(name)
  return declareArgs(planning.scope, instruction, settings.buildArgs, settings.globalArgs)
}

function withStep(planning: Planning, step: PlannedStep): Planning {
  return { ...planning, rows: [...planning.rows, { createdBy: step.createdBy, step }] }
}

/** A step's name in the progress: the instruction with the variables the builder knows. */
function titleOf(written: Instruction, variables: Variables, escapeSign: string): string {
  const expanded = expandWord(written.original, variables, {
    escapeSign,
    keepsQuotes: true,
    keepsEscapes: true,
    keepsUnset: true,
  })
  const text = expanded.ok ? expanded.value.text : written.original
  const name = /^\S*/.exec(text)?.[0] ?? ''
  return name.toUpperCase() + text.slice(name.length) + heredocSummary(written)
}

/** ` (first line...)` of the here-documents. */
function heredocSummary(written: Instruction): string {
  const texts =
    written.kind === 'run'
      ? written.heredocs.map((one) => one.content)
      : isCopy(written)
        ? written.inline.map((one) => one.text)
        : []
  return texts
    .map((text) => {
      const lines = text.trim().split('\n')
      return ` (${lines[0] ?? ''}${lines.length > 1 ? '...' : ''})`
    })
    .join('')
}

function planRun(
  planning: Planning,
  instruction: InstructionOf<'run'>,
  title: string,
  settings: StageSettings,
): PlannedStep {
  const { config, scope } = planning
  const environment = config.Env ?? []
  const args = effectiveArgs(scope, environment, settings.buildArgs)
  const shown = args.filter((entry) => !isPredefined(entry.split('=', 1)[0] ?? ''))
  const words = commandWords(runScript(instruction), shellOf(config))
  const prefix = shown.length === 0 ? '' : `|${shown.length} ${shown.join(' ')} `
  return {
    kind: 'run',
    title,
    line: instruction.line,
    createdBy: `RUN ${prefix}${words.join(' ')} # buildkit`,
    config,
    words,
    environment: [...environment, ...args],
    network: instruction.network,
    secrets: secretMounts(instruction.mounts),
  }
}

function planCopyStep(
  planning: Planning,
  instruction: CopyInstruction,
  title: string,
  settings: StageSettings,
): PlannedStep {
  const { kind, sources, inline, destination, chown, chmod } = instruction
  const flags = settings.isOld
    ? ''
    : `${chown === '' ? '' : `--chown=${chown} `}${chmod === '' ? '' : `--chmod=${chmod} `}`
  const paths = [...sources, ...inline.map((file) => `<<${file.name}`), destination].join(' ')
  const createdBy = `${kind.toUpperCase()} ${flags}${paths} # buildkit`
  return { kind: 'copy', title, line: instruction.line, createdBy, config: planning.config, instruction }
}
