import { listItems, listLength } from '../append-list'
import { flagIsOn, flagText } from '../cli/command-line'
import type { Container, LogEntry } from '../container/container'
import { isRunning } from '../container/lookup'
import { formatLogTime } from '../format/timestamp'
import { type Call, type Ending, printError } from './call'
import { containerOf } from './containers'
import { readMoment } from './moment'

/** `docker logs` */
export function logs(call: Call): Ending {
  const { command, transaction } = call
  const container = containerOf(call, command.args[0] ?? '', 'client')
  if (container === null) return 1
  const entries = selectEntries(call, container)
  if (typeof entries === 'string') {
    printError(call, `${entries}\n`)
    return 1
  }
  const timestamps = flagIsOn(command, 'timestamps')
  for (const entry of entries) call.output.push(logChunk(entry, timestamps))
  const follows = flagIsOn(command, 'follow') && (isRunning(container) || container.state.status === 'restarting')
  if (!follows) return 0
  return {
    kind: 'logs',
    containerId: container.id,
    position: listLength(transaction.state.containers.find((one) => one.id === container.id)?.log ?? container.log),
    timestamps,
  }
}

/** One entry as `docker logs` prints it. */
export function logChunk(entry: LogEntry, timestamps: boolean): { readonly descriptor: 1 | 2; readonly text: string } {
  const text = timestamps ? `${formatLogTime(entry.at)} ${entry.text}` : entry.text
  return { descriptor: entry.stream === 'stdout' ? 1 : 2, text }
}

function selectEntries(call: Call, container: Container): readonly LogEntry[] | string {
  const { command, transaction } = call
  const now = transaction.state.clock
  const since = momentFlag(flagText(command, 'since'), now, 'since')
  const until = momentFlag(flagText(command, 'until'), now, 'until')
  if (typeof since === 'string') return since
  if (typeof until === 'string') return until
  const chosen = listItems(container.log).filter(
    (entry) => entry.at >= (since ?? 0) && entry.at <= (until ?? Number.POSITIVE_INFINITY),
  )
  return lastEntries(chosen, flagText(command, 'tail') ?? 'all')
}

/** `--tail`: anything that is no number means all, as with the engine. */
function lastEntries(entries: readonly LogEntry[], tail: string): readonly LogEntry[] {
  if (!/^\d+$/.test(tail)) return entries
  const count = Number(tail)
  return count === 0 ? [] : entries.slice(-count)
}

function momentFlag(text: string | null, now: number, name: string): number | null | string {
  if (text === null || text === '') return null
  return readMoment(text, now) ?? `invalid value for "${name}": failed to parse value as time or duration: "${text}"`
}
