import { createState } from '@/engine/create-state'
import { openFiles } from '@/engine/files/space-view'
import type { Io } from '@/engine/io'
import { takeScreen, typeInto } from '@/engine/kernel/console'
import { type Machine, runMachine } from '@/engine/kernel/scheduler'
import { startProcess } from '@/engine/kernel/start'
import { findConsole } from '@/engine/kernel/streams'
import { ENGINE_HOOKS, machineOf } from '@/engine/machine'
import type { Profile } from '@/engine/profile'
import type { Hub } from '@/engine/registry/hub'
import type { Rules } from '@/engine/rules'
import type { EngineState } from '@/engine/state'
import { isAwaitingInput, promptOf, shellStatus } from './foreground'
import { logIn } from './login'
import type { Models } from './packs/models'

/** A simulated terminal: a machine, the host's shell on it, and what stands on the current line. Plain data but for `io`. */
export interface Terminal {
  readonly state: EngineState
  readonly io: Io
  /** Stream id of the host's terminal. */
  readonly console: number
  /** The prompt (or the part of a line) that stands on the screen. */
  readonly line: string
  /** Virtual milliseconds between two commands. */
  readonly pace: number
  readonly user: string
}

export interface TerminalOptions {
  readonly hub: Hub
  /** Docker's help texts (engine/cli/help), where they are loaded. */
  readonly help?: Io['help']
  /** A machine to sit down at; otherwise a new one is made from the options below. */
  readonly state?: EngineState
  readonly profile?: Profile
  /** Behaviours that differ from the real engine's: a *wrong engine* (engine/wrong-engines.ts). */
  readonly rules?: Partial<Rules>
  readonly seed?: number
  readonly clock?: number
  readonly user?: string
  readonly columns?: number
  /** Virtual milliseconds between two commands: how fast the student types. */
  readonly pace?: number
  /** Whether an editor that is opened waits for its text (`shell/edit.ts`). */
  readonly editor?: boolean
  /** Files of the user's home folder: name → text. */
  readonly files?: Readonly<Record<string, string>>
}

/** What one line or key did. */
export interface Step {
  readonly terminal: Terminal
  /** What the terminal showed, without the typed line and without the prompt after it. */
  readonly output: string
  /** `$?` of the host's shell once the command ended; null while one is in the foreground. */
  readonly exitCode: number | null
  /** What stood on the line before it was typed, and what stands there now. */
  readonly promptBefore: string
  readonly prompt: string
}

const columnsDefault = 120
const paceDefault = 700
const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** How long a foreground command is run to see whether it ends, in virtual milliseconds and slices. */
const patienceMs = 600_000
const patienceSlices = 40_000
/** How much of one that does not end is shown. */
const glimpseMs = 3_200
const glimpseSlices = 3_000
/** Characters of one command's output past which it is stopped. */
const screenMax = 400_000

function writeHome(state: EngineState, user: string, files: Readonly<Record<string, string>>): EngineState {
  const transaction = { state }
  const view = openFiles(transaction, 'host', user)
  for (const [name, text] of Object.entries(files)) {
    const path = name.startsWith('/') ? name : `/home/${user}/${name}`
    view.makeDirectory(path.slice(0, path.lastIndexOf('/')), { parents: true })
    view.write(path, { kind: 'text', text }, /^#!/.test(text) ? { mode: 0o755 } : {})
  }
  return transaction.state
}

function startShell(
  state: EngineState,
  io: Io,
  user: string,
  columns: number,
): { readonly state: EngineState; readonly console: number } {
  const home = user === 'root' ? '/root' : `/home/${user}`
  const started = startProcess(
    state,
    {
      space: 'host',
      files: openFiles({ state }, 'host', user),
      argv: ['bash'],
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
      terminal: true,
      columns,
      stdin: true,
      logged: false,
    },
    io,
  )
  if (!started.ok) throw new Error(`the host has no bash: ${started.error}`)
  return { state: started.state, console: started.console }
}

function withRules(state: EngineState, rules: Partial<Rules> | undefined): EngineState {
  return rules === undefined ? state : { ...state, rules: { ...state.rules, ...rules } }
}

/** Opens a terminal on a machine that has these models; the host's prompt stands on its line. */
export function openTerminalWith(models: Models, options: TerminalOptions): Terminal {
  const { hub, user = 'student', columns = columnsDefault, pace = paceDefault } = options
  const io: Io = {
    hub,
    ...models,
    ...(options.help && { help: options.help }),
    ...(options.editor && { editor: true }),
  }
  const made = withRules(
    options.state ??
      createState({
        user,
        ...(options.profile && { profile: options.profile }),
        ...(options.seed !== undefined && { seed: options.seed }),
        ...(options.clock !== undefined && { clock: options.clock }),
      }),
    options.rules,
  )
  const started = startShell(writeHome(made, user, options.files ?? {}), io, user, columns)
  const ran = runUntilIdle(started.state, machineOf(io), started.console, patienceMs, patienceSlices)
  const { state, text } = takeScreen(ran, started.console)
  return { state, io, console: started.console, line: text, pace, user }
}

function screenLength(state: EngineState, console: number): number {
  return findConsole(state, console)?.screen.length ?? 0
}

function isSettled(console: number, screenLimit: number): (state: EngineState) => boolean {
  return (state) => isAwaitingInput(state, console) || screenLength(state, console) > screenLimit
}

function runUntilIdle(state: EngineState, machine: Machine, console: number, ms: number, slices: number): EngineState {
  return runMachine(state, machine, { reached: isSettled(console, screenMax), latest: state.clock + ms }, slices)
}

/** Runs what was typed: to the next prompt if it comes; otherwise only a glimpse of it, and stays attached. */
function settle(state: EngineState, machine: Machine, console: number, followedByKey: boolean): EngineState {
  const patient = followedByKey ? null : runUntilIdle(state, machine, console, patienceMs, patienceSlices)
  if (patient !== null && isAwaitingInput(patient, console)) return patient
  const glimpse = runUntilIdle(state, machine, console, glimpseMs, glimpseSlices)
  if (isAwaitingInput(glimpse, console) || glimpse.clock >= state.clock + glimpseMs) return glimpse
  return runMachine(glimpse, machine, { until: state.clock + glimpseMs }, glimpseSlices)
}

function finish(terminal: Terminal, ran: EngineState, typed: string): Step {
  const { state, text } = takeScreen(ran, terminal.console)
  const echoed = typed !== '' && text.startsWith(typed) ? text.slice(typed.length) : text
  const prompt = promptOf(state, terminal.console)
  const isAtPrompt = prompt !== null && echoed.endsWith(prompt)
  const output = (isAtPrompt ? echoed.slice(0, echoed.length - prompt.length) : echoed).slice(0, screenMax)
  const next: Terminal = {
    ...terminal,
    state,
    line: isAtPrompt ? prompt : text === '' ? terminal.line : output.slice(output.lastIndexOf('\n') + 1),
  }
  return {
    terminal: next,
    output,
    exitCode: shellStatus(state, terminal.console),
    promptBefore: terminal.line,
    prompt: next.line,
  }
}

/** After `exit` on the host: the window opens a new shell. */
function reopen(step: Step): Step {
  const { terminal } = step
  if (findConsole(terminal.state, terminal.console)?.status === null) return step
  const machine = machineOf(terminal.io)
  const started = startShell(logIn(terminal.state, terminal.user), terminal.io, terminal.user, columnsDefault)
  const { state, text } = takeScreen(
    runUntilIdle(started.state, machine, started.console, patienceMs, patienceSlices),
    started.console,
  )
  return { ...step, terminal: { ...terminal, state, console: started.console, line: text }, prompt: text, exitCode: 0 }
}

function typed(terminal: Terminal, text: string, echoed: string, followedByKey: boolean): Step {
  const machine = machineOf(terminal.io)
  const later = runMachine(terminal.state, machine, { until: terminal.state.clock + terminal.pace })
  const entered = typeInto(later, terminal.console, text, ENGINE_HOOKS)
  return reopen(finish(terminal, settle(entered, machine, terminal.console, followedByKey), echoed))
}

/**
 * Types one line and Enter. Runs to the next prompt; a command that goes on (ping, `logs -f`) shows its first three
 * seconds and stays in the foreground. With `followedByKey` it is never run further than that.
 */
export function execute(terminal: Terminal, line: string, options: { readonly followedByKey?: boolean } = {}): Step {
  return typed(terminal, `${line}\n`, `${line}\n`, options.followedByKey === true)
}

/** Types characters as they are, without Enter. */
export function typeKeys(terminal: Terminal, text: string): Step {
  return typed(terminal, text, '', false)
}

export type Key = '^C' | '^D' | '^P^Q' | '^Z' | '^\\'

const keys: Readonly<Record<Key, string>> = {
  '^C': '\u0003',
  '^D': '\u0004',
  '^P^Q': '\u0010\u0011',
  '^Z': '\u001a',
  '^\\': '\u001c',
}

/** Presses a key of the terminal. With `followedByKey` what goes on is never run further than a glimpse. */
export function pressKey(terminal: Terminal, key: Key, options: { readonly followedByKey?: boolean } = {}): Step {
  return typed({ ...terminal, pace: Math.min(terminal.pace, 50) }, keys[key], '', options.followedByKey === true)
}

/** Lets virtual time pass, in milliseconds; `output` is what appears meanwhile. With `slices` never more of them are run. */
export function waitFor(terminal: Terminal, ms: number, slices?: number): Step {
  const ran = runMachine(terminal.state, machineOf(terminal.io), { until: terminal.state.clock + ms }, slices)
  return finish(terminal, ran, '')
}
