import { listItems, listLength } from '@/engine/append-list'
import { assertNever } from '@/engine/assert-never'
import type { Outcome } from '@/engine/kernel/program'
import { type Signal, signalNumber } from '@/engine/kernel/signal'
import { runCompound, runSimple } from './commands'
import { isTraced, runWords, stepForArithmetic } from './compound-words'
import { complain, dropFrame, emit, isTested, undo, unwindAll } from './frames'
import { describeSignal, stopForeground } from './jobs'
import { parseKnownLine } from './known-lines'
import type { Frame } from './memory'
import { runInBackground, runPipeline } from './pipeline'
import { linesStep, readStep } from './read-builtin'
import { memoryOf, messagePrefix, type Run, setVariable } from './run'
import { faultMessage, interrupt, nextCommands, trace } from './source'

type Of<Name extends Frame['frame']> = Extract<Frame, { frame: Name }>

function stepList(run: Run, frame: Of<'list'>): void {
  const item = frame.items[frame.index]
  if (item === undefined) return
  if (frame.index + 1 < frame.items.length) run.frames.push({ ...frame, index: frame.index + 1 })
  if (item.background) {
    runInBackground(run, item.command, item.text)
    return
  }
  const { first, rest } = item.command
  if (rest.length > 0) run.frames.push({ frame: 'and-or', rest }, { frame: 'tested' })
  run.frames.push({ frame: 'pipeline', pipeline: first })
}

function stepAndOr(run: Run, frame: Of<'and-or'>): void {
  const [next, ...rest] = frame.rest
  if (next === undefined) return
  if (rest.length > 0) run.frames.push({ frame: 'and-or', rest })
  if ((run.status === 0) !== (next.operator === '&&')) return
  if (rest.length > 0) run.frames.push({ frame: 'tested' })
  run.frames.push({ frame: 'pipeline', pipeline: next.pipeline })
}

function stepIf(run: Run, frame: Of<'if'>): void {
  const previous = frame.index > 0 ? frame.node.branches[frame.index - 1] : undefined
  if (previous !== undefined && run.status === 0) {
    run.frames.push({ frame: 'list', items: previous.body, index: 0 })
    return
  }
  const branch = frame.node.branches[frame.index]
  if (branch !== undefined)
    run.frames.push(
      { ...frame, index: frame.index + 1 },
      { frame: 'tested' },
      { frame: 'list', items: branch.condition, index: 0 },
    )
  else {
    run.status = 0
    if (frame.node.otherwise !== null) run.frames.push({ frame: 'list', items: frame.node.otherwise, index: 0 })
  }
}

function stepLoop(run: Run, frame: Of<'loop'>): void {
  if (frame.stage === 'condition') {
    run.frames.push(
      { ...frame, stage: 'body', status: run.status },
      { frame: 'tested' },
      { frame: 'list', items: frame.node.condition, index: 0 },
    )
    return
  }
  if ((run.status === 0) === (frame.node.kind === 'while'))
    run.frames.push({ ...frame, stage: 'condition' }, { frame: 'list', items: frame.node.body, index: 0 })
  else run.status = frame.status
}

function stepFor(run: Run, frame: Of<'for'>): void {
  const [value, ...values] = frame.values
  if (value === undefined) return
  if (isTraced(run)) trace(run, frame.head)
  if (!setVariable(run, frame.name, value)) {
    complain(run, `${messagePrefix(run)}${frame.name}: readonly variable`, 1)
    return
  }
  run.frames.push({ ...frame, values }, { frame: 'list', items: frame.body, index: 0 })
}

function seconds(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000)
  return `${minutes}m${((milliseconds - minutes * 60_000) / 1000).toFixed(3)}s`
}

function stepTimed(run: Run, frame: Of<'timed'>): void {
  const real = run.system.now() - frame.startedAt
  const cpu = Math.min(real, 30)
  const text = `\nreal\t${seconds(real)}\nuser\t${seconds(cpu * 0.6)}\nsys\t${seconds(cpu * 0.4)}\n`
  emit(run, [{ descriptor: 2, text }], run.status)
}

/** Null bytes cannot stand in a variable: they are left out, and bash says so. (Archives keep their mark.) */
function withoutNulls(run: Run, text: string): string {
  if (!text.includes('\u0000') || text.startsWith('\u0000opaque:')) return text
  if (run.dialect === 'bash')
    run.system.write(2, `${messagePrefix(run)}warning: command substitution: ignored null byte in input\n`)
  return text.replaceAll('\u0000', '')
}

/** Reads a substitution's output until its end, then takes its status. */
function stepCapture(run: Run, frame: Of<'capture'>): Outcome | null {
  const result = run.system.read(frame.descriptor)
  if (result.kind === 'data') {
    run.frames.push({ ...frame, text: (frame.text + result.text).slice(0, 2_000_000) })
    return null
  }
  if (result.kind === 'block') {
    run.frames.push(frame)
    return { kind: 'wait', memory: memoryOf(run), wait: { on: 'read', descriptor: frame.descriptor } }
  }
  const ended = run.system.waitChild(frame.pid)
  if (ended === null) {
    run.frames.push(frame)
    return { kind: 'wait', memory: memoryOf(run), wait: { on: 'child', pid: frame.pid } }
  }
  run.system.setDescriptor(frame.descriptor, null)
  const below = run.frames.pop()
  if (below === undefined) return null
  if (below.frame !== 'simple' && below.frame !== 'compound' && below.frame !== 'words') {
    run.frames.push(below)
    return null
  }
  const status = ended === 'none' ? 0 : ended.status.code
  const before = run.status
  run.substitutionStatus = status
  run.status = status
  const text = withoutNulls(run, frame.text)
  run.frames.push({ ...below, results: [...below.results, { text: text.replace(/\n+$/, ''), before, status }] })
  return null
}

/** What a shell says of a child that a signal ended; the interrupt is silent. */
function tellOfSignals(run: Run, frame: Of<'wait'>): void {
  for (const [pid, signal] of Object.entries(frame.signals)) {
    if (signal === 'INT' || signal === 'PIPE') continue
    const text = describeSignal(signal)
    const core =
      run.options.interactive &&
      run.dialect === 'bash' &&
      ['SEGV', 'QUIT', 'ABRT', 'BUS', 'FPE', 'ILL'].includes(signal)
        ? ' (core dumped)'
        : ''
    if (run.dialect === 'bash' && !run.options.interactive)
      emit(run, [{ descriptor: 2, text: `${messagePrefix(run)}${pid.padStart(5)} ${text}\n` }], run.status)
    else emit(run, [{ descriptor: 2, text: `${text}${core}\n` }], run.status)
  }
}

function finishWait(run: Run, frame: Of<'wait'>): Outcome | null {
  if (frame.jobControl) run.system.setForeground(run.system.process.group)
  const statuses = frame.pids.map((pid) => frame.statuses[pid] ?? 127)
  run.pipeStatuses = statuses
  run.status = (run.options.pipefail ? statuses.findLast((status) => status !== 0) : statuses.at(-1)) ?? 0
  const lastSignal = frame.signals[frame.pids.at(-1) ?? 0]
  if (lastSignal === 'INT') {
    if (run.options.interactive) interrupt(run)
    else if (run.traps.INT === undefined && run.system.process.pid !== 1) return { kind: 'killed', signal: 'INT' }
    return null
  }
  tellOfSignals(run, frame)
  return null
}

function isStopped(run: Run, pid: number): boolean {
  return run.system.processes().some((process) => process.pid === pid && process.stopped)
}

function stepWait(run: Run, frame: Of<'wait'>): Outcome | null {
  let current = frame
  for (const pid of frame.pids) {
    if (Object.hasOwn(current.statuses, pid)) continue
    const ended = run.system.waitChild(pid)
    if (ended === null) {
      if (frame.jobControl && isStopped(run, pid)) {
        stopForeground(run, frame.pids, frame.text)
        return null
      }
      run.frames.push(current)
      return { kind: 'wait', memory: memoryOf(run), wait: { on: 'child', pid, untraced: frame.jobControl } }
    }
    const status = ended === 'none' ? 127 : ended.status.code
    const signals =
      ended !== 'none' && ended.status.by === 'signal'
        ? { ...current.signals, [pid]: ended.status.signal }
        : current.signals
    current = { ...current, statuses: { ...current.statuses, [pid]: status }, signals }
  }
  return finishWait(run, current)
}

/** The `wait` builtin: unlike a foreground command, a trapped signal interrupts it. */
function stepWaitJobs(run: Run, frame: Of<'wait-jobs'>): Outcome | null {
  const [pid, ...pids] = frame.pids
  if (pid === undefined) return null
  const job = run.jobs.find((each) => each.pids.includes(pid))
  const ended = run.system.waitChild(pid)
  if (ended === null) {
    run.frames.push(frame)
    return { kind: 'wait', memory: memoryOf(run), wait: { on: 'child', pid } }
  }
  run.status = ended === 'none' ? (job?.status ?? 127) : ended.status.code
  run.jobs = run.jobs.filter((each) => each.pids.at(-1) !== pid)
  if (pids.length > 0) run.frames.push({ ...frame, pids })
  return null
}

function stepOutput(run: Run, frame: Of<'output'>): Outcome | null {
  emit(run, frame.pending, frame.status)
  const left = run.frames.at(-1)
  if (left?.frame !== 'output') return null
  return { kind: 'wait', memory: memoryOf(run), wait: { on: 'write', descriptor: left.pending[0]?.descriptor ?? 1 } }
}

/** The next line of a text that runs inside another one (eval, `.`, a trap). */
function stepText(run: Run, frame: Of<'text'>): void {
  if (frame.position >= frame.text.length) return
  const parsed = parseKnownLine(
    frame.text,
    frame.position,
    frame.line,
    run.dialect,
    run.options.interactive ? run.aliases : null,
  )
  if (parsed.kind === 'complete') {
    if (parsed.end < frame.text.length) run.frames.push({ ...frame, position: parsed.end, line: parsed.line })
    run.frames.push({ frame: 'list', items: parsed.list, index: 0 })
    return
  }
  const fault = parsed.kind === 'fault' ? parsed.fault : { about: 'end' as const, line: frame.line, expecting: null }
  const { text, status } = faultMessage(run, fault, frame.text.slice(frame.position), frame.line)
  complain(run, text, status)
}

/** A command that failed: the trap of ERR runs, and under `set -e` the shell ends. */
function tellOfFailure(run: Run): void {
  const { ERR: action } = run.traps
  const isHeard = run.options.errtrace || !run.frames.some((frame) => frame.frame === 'function')
  if (action === undefined || action === '' || !isHeard) {
    if (run.options.errexit) run.exiting = run.status
    return
  }
  const { ERR: _, ...others } = run.traps
  run.traps = others
  run.frames.push(
    { frame: 'restore-traps', action, status: run.status },
    { frame: 'text', text: action, position: 0, line: run.line },
  )
}

function stepFrame(run: Run, frame: Frame): Outcome | null {
  switch (frame.frame) {
    case 'list':
      stepList(run, frame)
      return null
    case 'and-or':
      stepAndOr(run, frame)
      return null
    case 'pipeline':
      runPipeline(run, frame.pipeline)
      return null
    case 'negate':
      run.status = run.status === 0 ? 1 : 0
      return null
    case 'timed':
      stepTimed(run, frame)
      return null
    case 'if':
      stepIf(run, frame)
      return null
    case 'loop':
      stepLoop(run, frame)
      return null
    case 'for':
      stepFor(run, frame)
      return null
    case 'for-arithmetic':
      stepForArithmetic(run, frame)
      return null
    case 'simple':
      return runSimple(run, frame)
    case 'compound':
      runCompound(run, frame)
      return null
    case 'words':
      runWords(run, frame)
      return null
    case 'capture':
      return stepCapture(run, frame)
    case 'wait':
      return stepWait(run, frame)
    case 'wait-jobs':
      return stepWaitJobs(run, frame)
    case 'output':
      return stepOutput(run, frame)
    case 'read':
      return readStep(run, frame)
    case 'lines':
      return linesStep(run, frame)
    case 'text':
      stepText(run, frame)
      return null
    case 'restore-status':
      run.status = frame.status
      return null
    case 'restore-traps':
      if (run.traps.ERR === undefined) run.traps = { ...run.traps, ERR: frame.action }
      run.status = frame.status
      if (run.options.errexit) run.exiting = frame.status
      return null
    case 'check':
      if (run.status !== 0 && !isTested(run)) tellOfFailure(run)
      return null
    case 'restore-descriptors':
    case 'restore-variables':
    case 'function':
    case 'source':
      undo(run, frame)
      return null
    case 'tested':
      return null
    default:
      return assertNever(frame)
  }
}

/** A bash that had a prompt leaves its lines in ~/.bash_history. */
function saveHistory(run: Run): void {
  const home = run.variables.HOME?.value ?? ''
  if (run.dialect !== 'bash' || home === '' || listLength(run.history) === 0) return
  const text = listItems(run.history)
    .map((line) => `${line}\n`)
    .join('')
  run.system.files.write(`${home}/.bash_history`, { kind: 'text', text }, { append: true, mode: 0o600 })
}

/** `exit`: runs the EXIT trap once, then ends. */
function stepExit(run: Run, status: number): Outcome | null {
  unwindAll(run)
  if (run.options.interactive) saveHistory(run)
  const { EXIT: action, ...traps } = run.traps
  if (action === undefined || action === '') return { kind: 'exit', status }
  run.traps = traps
  run.exiting = null
  run.status = status
  run.source = { ...run.source, buffer: '', position: 0, ended: true, from: 'text' }
  run.options = { ...run.options, interactive: false }
  run.frames.push({ frame: 'restore-status', status }, { frame: 'text', text: action, position: 0, line: 1 })
  return null
}

/** A bash with a trap of EXIT runs it before a signal ends it; as PID 1 it then exits with 128 + the signal's number. */
function endBySignal(run: Run, signal: Signal): void {
  run.frames = []
  run.exiting = 128 + signalNumber(signal)
}

/** Takes arrived signals: an interrupt acts at once on an interactive shell, traps run between commands. */
export function takeSignals(run: Run): void {
  for (let signal = run.system.takeSignal(); signal !== null; signal = run.system.takeSignal()) {
    if (signal === 'CHLD') continue
    if (run.traps[signal] !== undefined) run.arrived = [...run.arrived, signal]
    else if (signal === 'INT' && run.options.interactive && run.frames.at(-1)?.frame !== 'wait') interrupt(run)
    else if (signal === 'HUP' && run.options.interactive) run.exiting = 129
    else if (run.traps.EXIT !== undefined && !run.options.interactive) endBySignal(run, signal)
  }
}

function runTraps(run: Run): void {
  const [signal, ...arrived] = run.arrived
  if (signal === undefined) return
  run.arrived = arrived
  if (run.frames.at(-1)?.frame === 'wait-jobs') {
    dropFrame(run)
    run.status = 129
  }
  run.prompt = null
  run.frames.push(
    { frame: 'restore-status', status: run.status },
    { frame: 'text', text: run.traps[signal] ?? '', position: 0, line: 1 },
  )
}

/** One small step: the end, a trap, the last frame, or the next commands. */
export function step(run: Run): Outcome | null {
  if (run.exiting !== null) return stepExit(run, run.exiting)
  if (run.arrived.length > 0 && run.frames.at(-1)?.frame !== 'wait') {
    runTraps(run)
    return null
  }
  const frame = run.frames.pop()
  return frame === undefined ? nextCommands(run) : stepFrame(run, frame)
}
