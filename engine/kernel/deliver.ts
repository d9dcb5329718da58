import type { EngineState } from '../state'
import { type ExitStatus, hostSpace, type Process, type Space } from './process'
import { changeProcesses, findInSpace, findProcess, processesIn, replaceProcess, withKernel } from './processes'
import { defaultAction, type Signal, signalNumber } from './signal'
import { changeStreams, consolesOf } from './streams'
import { survivorOf } from './survivors'
import { changeRows } from './table'

/** A status as a shell shows it: the code, or 128 + the signal's number. */
export function killedBy(signal: Signal): ExitStatus {
  return { by: 'signal', signal, code: 128 + signalNumber(signal) }
}

function isInit(process: Process): boolean {
  return process.pid === 1 && process.space !== hostSpace
}

/**
 * Delivers a signal as Linux does. PID 1 of a container ignores what it does not handle, even KILL when it comes
 * from inside; from outside KILL always works (pid_namespaces(7)).
 */
export function deliver(state: EngineState, hostPid: number, signal: Signal, from: 'inside' | 'outside'): EngineState {
  const process = findProcess(state, hostPid)
  if (process === null || process.status !== null) return state
  if (signal === 'KILL')
    return isInit(process) && from === 'inside' ? state : endProcess(state, process, killedBy(signal))
  if (signal === 'CONT' && process.stopped)
    return deliver(replaceProcess(state, { ...process, stopped: false }), hostPid, signal, from)
  if (signal === 'STOP')
    return isInit(process) && from === 'inside' ? state : replaceProcess(state, { ...process, stopped: true })
  const disposition = process.dispositions[signal]
  if (disposition === 'ignore') return state
  if (disposition === 'handle') {
    return process.pending.includes(signal)
      ? state
      : replaceProcess(state, { ...process, pending: [...process.pending, signal] })
  }
  const isSpared = isInit(process) && state.rules.initIgnoresUnhandled
  return isSpared ? state : takeDefault(state, process, signal)
}

/** The default action of a signal. */
function takeDefault(state: EngineState, process: Process, signal: Signal): EngineState {
  const action = defaultAction(signal)
  if (action === 'stop') return replaceProcess(state, { ...process, stopped: true })
  return action === 'end' ? endProcess(state, process, killedBy(signal)) : state
}

/** To every process of a group: what Ctrl+C and `kill -- -PGID` do. */
export function deliverToGroup(state: EngineState, space: Space, group: number, signal: Signal): EngineState {
  return processesIn(state, space)
    .filter((process) => process.group === group)
    .reduce((current, process) => deliver(current, process.hostPid, signal, 'inside'), state)
}

function endConsoles(state: EngineState, ended: ReadonlyMap<number, ExitStatus>): EngineState {
  return changeStreams(state, (stream) => {
    const status = stream.kind === 'console' && stream.status === null ? ended.get(stream.leader) : undefined
    return status === undefined ? stream : { ...stream, status }
  })
}

/** The end of PID 1: the whole space ends with it, and the engine will hear of it. */
function endSpace(state: EngineState, init: Process, status: ExitStatus): EngineState {
  const { kernel } = state
  const killed = killedBy('KILL')
  const statuses = new Map(
    processesIn(state, init.space).map((each) => [each.hostPid, each.status ?? (each === init ? status : killed)]),
  )
  return endConsoles(
    withKernel(state, {
      processes: changeRows(kernel.processes, (each) => (each.space === init.space ? survivorOf(state, each) : each)),
      nextPids: kernel.nextPids.filter((each) => each.space !== init.space),
      frozen: kernel.frozen.filter((space) => space !== init.space),
      ended: [...kernel.ended, { space: init.space, status }],
    }),
    statuses,
  )
}

/** Nobody will wait for it: started from outside, or its parent does not want to know. */
function isReapedAtOnce(parent: Process | undefined): boolean {
  return parent === undefined || parent.dispositions.CHLD === 'ignore'
}

/** Ends a process: its children go to PID 1, its parent hears of it, its terminal hangs up. */
export function endProcess(state: EngineState, process: Process, status: ExitStatus): EngineState {
  if (isInit(process)) return endSpace(state, process, status)
  const found = findInSpace(state, process.space, process.parent)
  const parent = found?.status === null ? found : undefined
  const leads = consolesOf(state).some((console) => console.leader === process.hostPid)
  const changed = changeProcesses(state, (each) => {
    if (each.hostPid === process.hostPid)
      return isReapedAtOnce(parent) ? null : { ...process, status, descriptors: {}, pending: [] }
    if (each.space !== process.space) return each
    if (each === parent && each.dispositions.CHLD === 'handle' && !each.pending.includes('CHLD'))
      return { ...each, pending: [...each.pending, 'CHLD'] }
    const adopted = each.parent === process.pid ? { ...each, parent: 1 } : each
    if (adopted !== each && each.status !== null && each.space === hostSpace) return null
    return leads && each.terminal === process.terminal ? { ...adopted, terminal: null } : adopted
  })
  const settled = leads ? endConsoles(changed, new Map([[process.hostPid, status]])) : changed
  const isExecShell = leads && process.parent === 0 && process.space !== hostSpace
  return isExecShell && state.rules.execShellEndsContainer ? killSpace(settled, process.space) : settled
}

/** From outside (the engine, the host): `docker kill`, the kernel's OOM killer. */
export function signalProcess(state: EngineState, hostPid: number, signal: Signal): EngineState {
  return deliver(state, hostPid, signal, 'outside')
}

/** Ends every process of a container at once, as by SIGKILL; the engine hears of it if PID 1 was alive. */
export function killSpace(state: EngineState, space: Space): EngineState {
  const init = processesIn(state, space).find((process) => process.pid === 1)
  return init === undefined ? state : endSpace(state, init, killedBy('KILL'))
}

/** docker pause: its processes get no slice. */
export function freezeSpace(state: EngineState, space: Space): EngineState {
  return withKernel(state, { frozen: [...state.kernel.frozen, space] })
}

export function thawSpace(state: EngineState, space: Space): EngineState {
  return withKernel(state, { frozen: state.kernel.frozen.filter((each) => each !== space) })
}
