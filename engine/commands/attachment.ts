import { flagIsOn, flagText } from '../cli/command-line'
import type { Container } from '../container/container'
import type { Attachment } from '../io'
import { type Call, printError } from './call'

type ProcessAttachment = Extract<Attachment, { kind: 'process' }>

/** The client side of a container's PID 1: which streams it follows. */
export function attachTo(
  call: Call,
  container: Container,
  hostPid: number,
  source: ProcessAttachment['source'],
  stdin: boolean,
): ProcessAttachment {
  const { command } = call
  return {
    kind: 'process',
    containerId: container.id,
    hostPid,
    source,
    stdin,
    stdout: true,
    stderr: !container.config.Tty,
    terminal: container.config.Tty,
    signalProxy: source === 'start' || flagIsOn(command, 'sig-proxy'),
    detachKeys: flagText(command, 'detach-keys') ?? 'ctrl-p,ctrl-q',
  }
}

/** A terminal is asked for but standard input is none: prints so. */
export function lacksTerminal(call: Call, wantsTerminal: boolean, wantsInput: boolean): boolean {
  if (!wantsTerminal || !wantsInput || call.invocation.terminal.stdin) return false
  printError(call, 'the input device is not a TTY\n')
  return true
}
