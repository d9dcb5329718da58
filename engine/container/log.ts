import { type AppendList, appendItem } from '../append-list'
import type { EngineState } from '../state'
import type { LogEntry } from './container'
import { changeContainer } from './lookup'

/** Most pieces of 32 entries one container's log keeps. */
const PIECES_MAX = 2000

/** Adds what a container wrote to its log: an entry a line, a line that goes on being completed. */
export function appendLog(
  state: EngineState,
  containerId: string,
  stream: LogEntry['stream'],
  text: string,
): EngineState {
  return changeContainer(state, containerId, (container) => {
    let { log } = container
    for (const piece of splitLines(text)) log = addPiece(log, { at: state.clock, stream, text: piece })
    return { ...container, log }
  })
}

function addPiece(log: AppendList<LogEntry>, entry: LogEntry): AppendList<LogEntry> {
  const last = log.last.at(-1)
  if (last === undefined || last.text.endsWith('\n') || last.stream !== entry.stream)
    return appendItem(log, entry, PIECES_MAX)
  return { full: log.full, last: log.last.with(-1, { ...last, text: last.text + entry.text }) }
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
