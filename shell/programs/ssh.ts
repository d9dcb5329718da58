import { openFiles } from '@/engine/files/space-view'
import { leaveMachine, visitMachine } from '@/engine/host/other-machine'
import { closeInput, followConsole, takeChunks, takeScreen, typeInto } from '@/engine/kernel/console'
import type { Outcome, Program, System } from '@/engine/kernel/program'
import { nextWake, runMachine } from '@/engine/kernel/scheduler'
import { startProcess } from '@/engine/kernel/start'
import { findConsole } from '@/engine/kernel/streams'
import { ENGINE_HOOKS, machineOf } from '@/engine/machine'
import type { EngineState } from '@/engine/state'
import { columnsOf } from '../columns'
import { editingIn, isAwaitingInput, promptOf } from '../foreground'
import { homeOf, ownUser, readRemote } from '../remote'

type SshMemory = {
  readonly argv: readonly string[]
  readonly session: Session | null
  /** The remote shell's prompt, while it stands on the screen. */
  readonly prompt: string | null
  /** What an editor has open over there. */
  readonly editing: Editing | null
}

type Editing = { readonly file: string; readonly text: string }

function plainEditing(there: EngineState, console: number): Editing | null {
  const editing = editingIn(there, console)
  return editing === null ? null : { file: editing.file, text: editing.text }
}

type Session = {
  readonly name: string
  readonly machine: string
  readonly user: string
  /** Console of the remote shell or command on its machine. */
  readonly console: number
  readonly terminal: boolean
  readonly inputEnded: boolean
}

/** Host PID under which ssh follows the remote console: of nobody on that machine. */
const follower = -1
const slicesOfStep = 20_000
const searchPath = '/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin'

interface SshCall {
  readonly target: string | null
  readonly user: string | null
  readonly forcesTerminal: boolean
  readonly command: readonly string[]
}

function readCall(argv: readonly string[]): SshCall {
  const rest = argv.slice(1)
  let user: string | null = null
  let forcesTerminal = false
  while (rest[0]?.startsWith('-') === true) {
    const word = rest.shift() ?? ''
    if (/^-t+$/.test(word)) forcesTerminal = true
    else if (word === '-l') user = rest.shift() ?? null
    else if (/^-[bcDEeFIiJLmOopQRSWw]$/.test(word)) rest.shift()
  }
  const [target = null, ...command] = rest
  return { target, user, forcesTerminal, command }
}

function refuse(system: System, text: string, status = 255): Outcome {
  system.write(2, `${text}\n`)
  return { kind: 'exit', status }
}

function begin(memory: SshMemory, system: System): Outcome {
  const call = readCall(memory.argv)
  if (call.target === null)
    return refuse(system, 'usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] destination [command [argument ...]]')
  const remote = readRemote(
    system,
    call.user === null ? call.target : `${call.user}@${call.target.replace(/^.*@/, '')}`,
  )
  if (!remote.ok) return refuse(system, remote.error)
  const { machine, user } = remote.login
  const terminal = system.isTerminal(0) && (call.command.length === 0 || call.forcesTerminal)
  const there = visitMachine(system.state(), machine, ownUser(system), system.io)
  const home = homeOf(user)
  const started = startProcess(
    there,
    {
      space: 'host',
      files: openFiles({ state: there }, 'host', user),
      argv: call.command.length === 0 ? ['bash'] : ['bash', '-c', call.command.join(' ')],
      environment: {
        SHELL: '/bin/bash',
        PWD: home,
        LOGNAME: user,
        HOME: home,
        LANG: 'C.UTF-8',
        TERM: 'xterm-256color',
        USER: user,
        PATH: searchPath,
      },
      directory: home,
      user,
      terminal,
      columns: columnsOf(system),
      stdin: true,
      logged: false,
    },
    system.io,
  )
  if (!started.ok) return refuse(system, `bash: ${call.command[0] ?? ''}: command not found`, 127)
  system.replaceState(leaveMachine(system.state(), machine, followConsole(started.state, started.console, follower)))
  if (terminal) system.setTerminal({ raw: true })
  const name = call.target.replace(/^.*@/, '')
  const session: Session = { name, machine, user, console: started.console, terminal, inputEnded: false }
  return { kind: 'wait', memory: { ...memory, session }, wait: { on: 'ready' } }
}

/** Passes on what was typed; null once no more comes. */
function forward(
  there: EngineState,
  session: Session,
  system: System,
): { readonly state: EngineState; readonly ended: boolean } {
  if (session.inputEnded) return { state: there, ended: true }
  const input = system.read(0)
  if (input.kind === 'block') return { state: there, ended: false }
  if (input.kind === 'data') return { state: typeInto(there, session.console, input.text, ENGINE_HOOKS), ended: false }
  return { state: closeInput(there, session.console), ended: true }
}

/** Writes what appeared on the remote console. */
function show(there: EngineState, session: Session, system: System): EngineState {
  const taken = takeChunks(there, session.console, follower)
  for (const chunk of taken.chunks) system.write(session.terminal ? 1 : chunk.descriptor, chunk.text)
  return takeScreen(taken.state, session.console).state
}

function finish(session: Session, status: number, system: System): Outcome {
  if (session.terminal) {
    system.setTerminal({ raw: false, echo: true })
    system.write(2, `Connection to ${session.name} closed.\n`)
  }
  return { kind: 'exit', status }
}

function follow(memory: SshMemory, session: Session, system: System): Outcome {
  const machine = machineOf(system.io)
  const arrived = forward(visitMachine(system.state(), session.machine, session.user, system.io), session, system)
  const ran = runMachine(arrived.state, machine, { until: Math.max(system.now(), arrived.state.clock) }, slicesOfStep)
  const there = show(ran, session, system)
  system.replaceState(leaveMachine(system.state(), session.machine, there))
  const status = findConsole(there, session.console)?.status
  if (status !== null) return finish(session, status?.code ?? 255, system)
  const isAwaiting = isAwaitingInput(there, session.console)
  const next: SshMemory = {
    ...memory,
    session: { ...session, inputEnded: arrived.ended },
    prompt: isAwaiting ? promptOf(there, session.console) : null,
    editing: isAwaiting ? plainEditing(there, session.console) : null,
  }
  const wake = there.clock > system.now() ? there.clock : nextWake(there, machine)
  if (arrived.ended)
    return { kind: 'wait', memory: next, wait: wake === null ? { on: 'signal' } : { on: 'time', until: wake } }
  const until = isAwaiting && there.clock <= system.now() ? null : wake
  return { kind: 'wait', memory: next, wait: { on: 'read', descriptor: 0, ...(until === null ? {} : { until }) } }
}

/** ssh: a shell (or a command) on another machine, whose state is its own; keys are set up, so that it asks for nothing. */
export const ssh: Program = {
  name: 'ssh',
  begin: (argv): SshMemory => ({ argv, session: null, prompt: null, editing: null }),
  step: (memory: SshMemory, system: System): Outcome =>
    memory.session === null ? begin(memory, system) : follow(memory, memory.session, system),
}
