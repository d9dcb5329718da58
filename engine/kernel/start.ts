import type { FileView } from '../files/view'
import type { Io } from '../io'
import type { EngineState } from '../state'
import type { Descriptor, Process, Space } from './process'
import { addProcess, nextPidOf, processesIn } from './processes'
import type { LookUpError, Program } from './program'
import { defaultSearchPath, type Executable, resolveExecutable } from './resolve'
import type { Console } from './stream'
import { addStream, consolesOf } from './streams'

/** A process that is started from outside its space: PID 1, what `docker exec` runs, or the host's shell. */
export interface StartRequest {
  readonly space: Space
  /** What the process sees; its executable is looked up there. */
  readonly files: FileView
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly directory: string
  readonly user: string
  /** Group given beside the user, by name or number. */
  readonly userGroup?: string | null
  /** -t: the three streams are one terminal. */
  readonly terminal: boolean
  /** How wide the terminal is; 80 where nothing is said. */
  readonly columns?: number
  /** -i: its input stays open. */
  readonly stdin: boolean
  /** Whether its output goes to the container's log: PID 1 only. */
  readonly logged: boolean
  /** --init: docker-init is PID 1 and runs the command. */
  readonly init?: boolean
}

export type StartResult =
  | { readonly ok: true; readonly state: EngineState; readonly hostPid: number; readonly console: number }
  | { readonly ok: false; readonly error: LookUpError }

const initProgram: Executable = { path: '/sbin/docker-init', program: 'docker-init', flavour: 'gnu', interpreter: null }

/** Numbers that runc's own short-lived processes use up before an exec'd process gets its PID. */
const pidsOfExec = 5

/** A terminal stays while its leader runs, and while anybody it left behind still holds it. */
function isOpen(state: EngineState, console: Console): boolean {
  if (console.status === null) return true
  return processesIn(state, console.space).some((process) =>
    Object.values(process.descriptors).some((held) => held.kind === 'stream' && held.stream === console.id),
  )
}

/** The smallest N without a /dev/pts/N in the space. */
function freeTerminal(state: EngineState, space: Space): number {
  const taken = consolesOf(state).flatMap((console) =>
    console.space === space && console.terminal !== null && isOpen(state, console) ? [console.terminal.index] : [],
  )
  let index = 0
  while (taken.includes(index)) index += 1
  return index
}

/** The whole argv of a started executable: a script's interpreter comes first. */
export function argvOf(executable: Executable, argv: readonly string[]): readonly string[] {
  return executable.interpreter === null ? argv : [...executable.interpreter, ...argv.slice(1)]
}

/** The first PID, or for exec one that is a few numbers on. */
function firstPidOf(state: EngineState, space: Space): number {
  const next = nextPidOf(state, space)
  return next === null ? 1 : next + pidsOfExec
}

/** The parts of a process that follow from its model. */
export type Modelled = Pick<
  Process,
  'program' | 'flavour' | 'argv' | 'environment' | 'memory' | 'wait' | 'dispositions' | 'pending'
>

/** A process that has not run yet. Every process is written here, field by field: so all are alike and quickly copied. */
export function makeProcess(model: Modelled, place: Omit<Process, keyof Modelled | 'stopped' | 'status'>): Process {
  return {
    hostPid: place.hostPid,
    space: place.space,
    pid: place.pid,
    parent: place.parent,
    supervisor: place.supervisor,
    program: model.program,
    flavour: model.flavour,
    argv: model.argv,
    environment: model.environment,
    directory: place.directory,
    user: place.user,
    userGroup: place.userGroup,
    memory: model.memory,
    wait: model.wait,
    descriptors: place.descriptors,
    terminal: place.terminal,
    group: place.group,
    dispositions: model.dispositions,
    pending: model.pending,
    startedAt: place.startedAt,
    stopped: false,
    status: null,
  }
}

export function asProgram(
  program: Program,
  executable: Executable,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Modelled {
  return {
    program: executable.program,
    flavour: executable.flavour,
    argv,
    environment,
    memory: program.begin(argv, environment),
    wait: { on: 'ready' },
    dispositions: program.dispositions ?? {},
    pending: [],
  }
}

function makeConsole(state: EngineState, request: StartRequest, leader: number, pid: number) {
  const terminal = request.terminal
    ? {
        index: freeTerminal(state, request.space),
        columns: request.columns ?? 80,
        foreground: pid,
        raw: false,
        echo: true,
        line: '',
      }
    : null
  return addStream(
    state,
    (id): Console => ({
      kind: 'console',
      id,
      space: request.space,
      leader,
      logged: request.logged,
      terminal,
      input: [],
      open: request.stdin || request.terminal,
      screen: '',
      clients: [],
      status: null,
    }),
  )
}

/**
 * Starts a process with a console of its own; it gets its first slice when the machine next runs. The first one of
 * a space is its PID 1. Fails as execve does, and then nothing has changed.
 */
export function startProcess(state: EngineState, request: StartRequest, io: Io): StartResult {
  const searchPath = request.environment.PATH ?? defaultSearchPath
  const resolved = resolveExecutable(request.files, io, request.argv[0] ?? '', searchPath, request.directory)
  if (!resolved.ok) return resolved
  const executable = request.init === true ? initProgram : resolved.executable
  const argv = request.init === true ? [initProgram.path, '--', ...request.argv] : argvOf(executable, request.argv)
  const program = io.program(executable.program)
  if (program === null) return { ok: false, error: 'not-found' }
  const pid = firstPidOf(state, request.space)
  const hostPid = state.kernel.nextHostPid + 1
  const made = makeConsole(state, request, hostPid, pid)
  const end = (side: 'in' | 'out' | 'error'): Descriptor => ({ kind: 'stream', stream: made.stream.id, end: side })
  const isolated = request.terminal || request.stdin
  const process = makeProcess(asProgram(program, executable, argv, request.environment), {
    hostPid,
    space: request.space,
    pid,
    parent: 0,
    supervisor: pid === 1 ? state.kernel.nextHostPid : supervisorOf(state, request.space),
    directory: request.directory,
    user: request.user,
    userGroup: request.userGroup ?? null,
    descriptors: {
      0: isolated ? end('in') : { kind: 'null' },
      1: end('out'),
      2: end(request.terminal ? 'out' : 'error'),
    },
    terminal: request.terminal ? made.stream.id : null,
    group: pid,
    startedAt: state.clock,
  })
  const started = addProcess(made.state, process)
  return { ok: true, state: started, hostPid, console: made.stream.id }
}

/** The shim of a container that runs already: the host parent of what exec starts. */
function supervisorOf(state: EngineState, space: Space): number {
  return processesIn(state, space).find((process) => process.pid === 1)?.supervisor ?? 1
}
