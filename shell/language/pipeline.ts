import { listItems } from '@/engine/append-list'
import type { Descriptor } from '@/engine/kernel/process'
import { emit } from './frames'
import { nextJobNumber } from './jobs'
import { cannotFork, fork, waitFor } from './launch'
import type { Frame } from './memory'
import type { Run } from './run'
import type { AndOr, Command, Pipeline } from './syntax'

export function frameOf(command: Command): Frame {
  return command.node === 'simple'
    ? { frame: 'simple', node: command, results: [] }
    : { frame: 'compound', node: command, results: [] }
}

/** Commands whose failure the trap of ERR hears of: not of a list in braces or a loop, whose commands it has heard. */
function isHeard({ commands }: Pipeline): boolean {
  const [only, ...others] = commands
  if (only === undefined || others.length > 0 || only.node === 'simple') return true
  return ['subshell', 'test', 'arithmetic'].includes(only.compound.node)
}

/** Runs a pipeline: one command in this shell, several in children joined by pipes. */
export function runPipeline(run: Run, pipeline: Pipeline): void {
  if (!pipeline.negated && (run.options.errexit || (run.traps.ERR !== undefined && isHeard(pipeline))))
    run.frames.push({ frame: 'check' })
  if (pipeline.timed) run.frames.push({ frame: 'timed', startedAt: run.system.now() })
  if (pipeline.negated) run.frames.push({ frame: 'negate' })
  const [first, ...others] = pipeline.commands
  if (run.pipeStatuses.length === 1) run.pipeStatuses = [run.status]
  if (first === undefined) run.status = 0
  else if (others.length === 0) run.frames.push(frameOf(first))
  else forkAll(run, pipeline.commands)
}

function forkAll(run: Run, commands: readonly Command[]): void {
  const pids = forkPipeline(run, commands, run.options.interactive ? 'new' : 'inherit', run.system.descriptor(0))
  if (pids.length < commands.length) cannotFork(run)
  else waitFor(run, pids, listItems(run.history).at(-1) ?? '')
}

function forkPipeline(
  run: Run,
  commands: readonly Command[],
  group: 'new' | 'inherit',
  input: Descriptor | null,
): readonly number[] {
  const pids: number[] = []
  let stdin = input
  for (const [index, command] of commands.entries()) {
    const pipe = index < commands.length - 1 ? run.system.pipe() : null
    const { 0: _, ...own } = run.system.process.descriptors
    const descriptors = { ...own, ...(stdin === null ? {} : { 0: stdin }), ...(pipe === null ? {} : { 1: pipe.write }) }
    const pid = fork(run, frameOf(command), { descriptors, group: group === 'new' ? (pids[0] ?? 'new') : 'inherit' })
    if (pid === null) return pids
    pids.push(pid)
    stdin = pipe === null ? null : pipe.read
  }
  return pids
}

/** Starts a list item in the background and shows its number. */
export function runInBackground(run: Run, command: AndOr, text: string): void {
  const { interactive } = run.options
  const onlyPipeline = command.rest.length === 0 && !command.first.negated && !command.first.timed
  const input: Descriptor | null = interactive ? run.system.descriptor(0) : { kind: 'null' }
  const { 0: _, ...own } = run.system.process.descriptors
  const ignore = interactive ? [] : (['INT', 'QUIT'] as const)
  let pids: readonly number[]
  if (onlyPipeline) pids = forkPipeline(run, command.first.commands, interactive ? 'new' : 'inherit', input)
  else {
    const frame: Frame = { frame: 'list', items: [{ command, background: false, text: '' }], index: 0 }
    const pid = fork(run, frame, {
      descriptors: { ...own, ...(input === null ? {} : { 0: input }) },
      group: interactive ? 'new' : 'inherit',
      ignore,
    })
    pids = pid === null ? [] : [pid]
  }
  const last = pids.at(-1)
  if (last === undefined) {
    cannotFork(run)
    return
  }
  const number = nextJobNumber(run)
  run.jobs = [...run.jobs, { number, pids, text, status: null, signal: null, stopped: false }]
  run.lastBackground = last
  emit(run, interactive && run.dialect === 'bash' ? [{ descriptor: 2, text: `[${number}] ${last}\n` }] : [], 0)
}
