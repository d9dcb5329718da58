import { isDockerCommand } from './command-words'
import type { OpenedShell } from './opens-shell'
import { isShellProgram } from './opens-shell'
import type { Prompt } from './prompt-shapes'
import type { ReadSession, SessionEnd, StepContext } from './transcript'
import { isHostLike } from './weak-prompts'

/** The stack of shells while the paste is read: prompts say which shell is speaking. */
export interface Nesting {
  readonly sessions: OpenSession[]
  readonly stack: OpenSession[]
  pending: PendingShell | null
  leaving: boolean
}

/** What a command that opens a shell leaves behind until the next prompt. */
interface PendingShell {
  readonly shell: OpenedShell
  readonly step: number
}

export interface OpenSession {
  readonly id: number
  readonly parent: OpenSession | null
  readonly depth: number
  readonly context: StepContext
  readonly openedBy: number | null
  readonly user: string | null
  readonly hostname: string | null
  family: string
  cwd: string | null
  /** Opened on the word of the command alone: its prompt looks like the outer one's. */
  readonly implied: boolean
  end: SessionEnd
}

/** Shells inside shells that are told apart; hostile pastes have more. */
const depthMax = 16

export function startNesting(): Nesting {
  return { sessions: [], stack: [], pending: null, leaving: false }
}

export function top(nesting: Nesting): OpenSession | null {
  return nesting.stack.at(-1) ?? null
}

/** Told of each command, so that the next prompt can be understood. */
export function noteCommand(nesting: Nesting, shell: OpenedShell | null, step: number, leaves: boolean): void {
  nesting.pending = shell === null ? null : { shell, step }
  nesting.leaving = leaves
}

/** Whether a prompt of this family belongs to a shell that is open. */
export function isOpenFamily(nesting: Nesting, prompt: Prompt): boolean {
  return nesting.stack.some((session) => speaksAs(session, prompt))
}

/** Finds, opens or returns to the session whose prompt this is; `rest` is what stands behind it. */
export function enterSession(nesting: Nesting, prompt: Prompt, rest: string): OpenSession {
  const { pending, leaving } = nesting
  nesting.pending = null
  nesting.leaving = false
  const current = top(nesting)
  if (current === null) return open(nesting, prompt, firstContext(prompt, rest), pending?.step ?? null, false)
  if (pending !== null && entersPending(current, pending.shell, prompt, rest)) {
    const context = pending.shell.context === 'container' ? 'container' : current.context
    return open(nesting, prompt, context, pending.step, speaksAs(current, prompt))
  }
  if (leaving && current.parent !== null) return leave(nesting, current, prompt, rest)
  return stayOrReturn(nesting, current, prompt, rest)
}

/** The session of a command without prompt: the one at the bottom, a host's. */
export function bottomSession(nesting: Nesting, prompt: Prompt): OpenSession {
  nesting.pending = null
  nesting.leaving = false
  return nesting.stack[0] ?? open(nesting, prompt, 'host', null, false)
}

/** A new fence forgets the shells that were only assumed, and whatever a command was about to open. */
export function enterRegion(nesting: Nesting): void {
  nesting.pending = null
  nesting.leaving = false
  while (top(nesting)?.implied === true) close(nesting, 'silent')
}

export function noteDetach(nesting: Nesting): void {
  const current = top(nesting)
  if (current !== null && current.parent !== null) current.end = 'detach'
}

/** Old shells and busybox are a container's, unless docker is called in them. */
function firstContext(prompt: Prompt, rest: string): StepContext {
  const callsDocker = prompt.host === null && isDockerCommand(rest)
  return isHostLike(prompt) || callsDocker ? 'host' : 'container'
}

/** Same family, and for Windows the same kind of prompt; the directory may differ. */
function speaksAs(session: OpenSession, prompt: Prompt): boolean {
  return session.family === prompt.family
}

function entersPending(current: OpenSession, shell: OpenedShell, prompt: Prompt, rest: string): boolean {
  if (!speaksAs(current, prompt))
    return shell.program === null || isShellProgram(shell.program) || !isHostLike(prompt) || prompt.host === null
  if (prompt.shape === 'powershell' || prompt.shape === 'cmd')
    return isShellProgram(shell.program) && current.cwd !== prompt.cwd
  if (prompt.shape === 'user-host' || prompt.shape === 'bracket' || prompt.shape === 'arrow') return false
  if (prompt.shape === 'path' || prompt.shape === 'versioned') return isShellProgram(shell.program)
  return shell.context === 'container' && isShellProgram(shell.program) && rest.trim() !== '' && !isDockerCommand(rest)
}

/** After `exit`: the outer shell speaks, whatever its prompt looks like, unless the inner one clearly goes on. */
function leave(nesting: Nesting, current: OpenSession, prompt: Prompt, rest: string): OpenSession {
  const outer = current.parent
  const goesOn = speaksAs(current, prompt) && !current.implied && outer !== null && !speaksAs(outer, prompt)
  if (goesOn) return stayOrReturn(nesting, current, prompt, rest)
  close(nesting, 'exit')
  const now = top(nesting)
  return now === null
    ? open(nesting, prompt, firstContext(prompt, rest), null, false)
    : stayOrReturn(nesting, now, prompt, rest)
}

function stayOrReturn(nesting: Nesting, current: OpenSession, prompt: Prompt, rest: string): OpenSession {
  if (current.implied && (isDockerCommand(rest) || !speaksAs(current, prompt))) {
    close(nesting, 'silent')
    return stayOrReturn(nesting, top(nesting) ?? current, prompt, rest)
  }
  if (speaksAs(current, prompt)) {
    if (isOuterWindows(current, prompt)) return returnTo(nesting, prompt, rest)
    current.cwd = prompt.cwd
    return current
  }
  if (isOpenFamily(nesting, prompt)) return returnTo(nesting, prompt, rest)
  return openUnasked(nesting, current, prompt)
}

/** PowerShell looks the same inside and outside: back in the outer shell's own directory means the inner one ended. */
function isOuterWindows(current: OpenSession, prompt: Prompt): boolean {
  const outer = current.parent
  if (outer === null || (prompt.shape !== 'powershell' && prompt.shape !== 'cmd')) return false
  return speaksAs(outer, prompt) && outer.cwd === prompt.cwd && current.cwd !== prompt.cwd
}

function returnTo(nesting: Nesting, prompt: Prompt, rest: string): OpenSession {
  if (top(nesting) !== null) close(nesting, 'silent')
  for (let session = top(nesting); session !== null; session = top(nesting)) {
    if (speaksAs(session, prompt)) {
      session.cwd = prompt.cwd
      return session
    }
    close(nesting, 'silent')
  }
  return open(nesting, prompt, firstContext(prompt, rest), null, false)
}

/** A prompt nobody announced: another user or shell of the same machine, a container joined unseen, or another terminal. */
function openUnasked(nesting: Nesting, current: OpenSession, prompt: Prompt): OpenSession {
  if (!isHostLike(prompt)) return open(nesting, prompt, 'container', null, false)
  const sameMachine = prompt.host === null || current.hostname === null || prompt.host === current.hostname
  if (current.context === 'container' && sameMachine && prompt.host !== null) {
    current.family = prompt.family
    current.cwd = prompt.cwd
    return current
  }
  while (top(nesting) !== null) close(nesting, 'silent')
  return open(nesting, prompt, 'host', null, false)
}

function close(nesting: Nesting, end: SessionEnd): void {
  const closed = nesting.stack.pop()
  if (closed?.end === 'open') closed.end = end
}

function open(
  nesting: Nesting,
  prompt: Prompt,
  context: StepContext,
  openedBy: number | null,
  implied: boolean,
): OpenSession {
  while (nesting.stack.length >= depthMax) close(nesting, 'silent')
  const parent = top(nesting)
  const session: OpenSession = {
    id: nesting.sessions.length,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    context,
    openedBy,
    user: prompt.user,
    hostname: prompt.host,
    family: prompt.family,
    cwd: prompt.cwd,
    implied,
    end: 'open',
  }
  nesting.sessions.push(session)
  nesting.stack.push(session)
  return session
}

export function finishSession(session: OpenSession): ReadSession {
  const { id, depth, context, openedBy, user, hostname, end } = session
  return { id, parent: session.parent?.id ?? null, depth, context, openedBy, user, hostname, end }
}
