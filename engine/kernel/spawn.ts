import { containerWithId } from '../container/lookup'
import type { FileView } from '../files/view'
import type { Io } from '../io'
import type { EngineState } from '../state'
import type { Process } from './process'
import { addProcess, nextPidOf, processesIn } from './processes'
import type { LookUpError, SpawnRequest, SpawnResult } from './program'
import { defaultSearchPath, resolveExecutable } from './resolve'
import type { Signal } from './signal'
import { argvOf, asProgram, type Modelled, makeProcess } from './start'

/** Processes one space may hold: past it fork fails, as with a pids limit. */
const processesMax = 500

/** As many as the space holds at most: what `--pids-limit` says, if anything. */
function limitOf(state: EngineState, space: string): number {
  const limit = containerWithId(state, space)?.hostConfig.PidsLimit ?? 0
  return limit > 0 ? Math.min(limit, processesMax) : processesMax
}

interface Spawned {
  readonly state: EngineState
  readonly result: SpawnResult
}

type ModelResult = { readonly ok: true; readonly model: Modelled } | { readonly ok: false; readonly error: LookUpError }

function modelOf(request: SpawnRequest, parent: Process, files: FileView, io: Io): ModelResult {
  if (request.fork !== undefined) {
    const { program, memory } = request.fork
    return {
      ok: true,
      model: {
        program,
        memory,
        flavour: parent.flavour,
        argv: request.argv,
        environment: request.environment,
        wait: { on: 'ready' },
        dispositions: keptOf(parent, 'all'),
        pending: [],
      },
    }
  }
  const searchPath = request.environment.PATH ?? defaultSearchPath
  const resolved = resolveExecutable(
    files,
    io,
    request.executable ?? request.argv[0] ?? '',
    searchPath,
    request.directory ?? parent.directory,
  )
  if (!resolved.ok) return resolved
  const program = io.program(resolved.executable.program)
  if (program === null) return { ok: false, error: 'not-found' }
  const made = asProgram(program, resolved.executable, argvOf(resolved.executable, request.argv), request.environment)
  return { ok: true, model: { ...made, dispositions: { ...keptOf(parent, 'ignored'), ...made.dispositions } } }
}

/** What a child inherits: everything by fork, only what is ignored by exec. */
function keptOf(parent: Process, which: 'all' | 'ignored'): Process['dispositions'] {
  if (which === 'all' || Object.keys(parent.dispositions).length === 0) return parent.dispositions
  return Object.fromEntries(
    Object.entries(parent.dispositions).filter(
      ([signal, disposition]) => disposition === 'ignore' && signal !== 'CHLD',
    ),
  )
}

function ignoring(model: Modelled, signals: readonly Signal[]): Modelled {
  if (signals.length === 0) return model
  const ignored = Object.fromEntries(signals.map((signal) => [signal, 'ignore' as const]))
  return { ...model, dispositions: { ...model.dispositions, ...ignored } }
}

/** fork (and exec): a child of `parent` in the same space. */
export function spawnChild(
  state: EngineState,
  parent: Process,
  request: SpawnRequest,
  files: FileView,
  io: Io,
): Spawned {
  if (processesIn(state, parent.space).length >= limitOf(state, parent.space))
    return { state, result: { ok: false, error: 'limit' } }
  const found = modelOf(request, parent, files, io)
  if (!found.ok) return { state, result: found }
  const pid = nextPidOf(state, parent.space) ?? 2
  const group = request.group === 'new' ? pid : typeof request.group === 'number' ? request.group : parent.group
  const child = makeProcess(ignoring(found.model, request.ignore ?? []), {
    hostPid: state.kernel.nextHostPid,
    space: parent.space,
    pid,
    parent: parent.pid,
    supervisor: parent.supervisor,
    directory: request.directory ?? parent.directory,
    user: request.user ?? parent.user,
    userGroup: request.userGroup ?? (request.user === undefined ? parent.userGroup : null),
    descriptors: request.descriptors,
    terminal: parent.terminal,
    group,
    startedAt: state.clock,
  })
  return { state: addProcess(state, child), result: { ok: true, pid } }
}

/** exec: the same process goes on as another program. */
export function execProgram(
  process: Process,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  files: FileView,
  io: Io,
): Process | 'not-found' | 'permission-denied' {
  const resolved = resolveExecutable(files, io, argv[0] ?? '', environment.PATH ?? defaultSearchPath, process.directory)
  if (!resolved.ok) return resolved.error === 'not-found' ? 'not-found' : 'permission-denied'
  const program = io.program(resolved.executable.program)
  if (program === null) return 'not-found'
  const made = asProgram(program, resolved.executable, argvOf(resolved.executable, argv), environment)
  return { ...process, ...made, dispositions: { ...keptOf(process, 'ignored'), ...made.dispositions } }
}
