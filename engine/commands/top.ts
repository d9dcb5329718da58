import { isRunning } from '../container/lookup'
import { alignTabs, TOP_TABLE } from '../format/tab-writer'
import type { Process } from '../kernel/process'
import { hostParentOf, processesIn } from '../kernel/processes'
import { notRunning } from '../refusals'
import type { EngineState } from '../state'
import { type Call, daemonError, type Ending, print } from './call'
import { containerOf } from './containers'

/** Columns of the host's `ps` that can be asked for, by the names `-o` takes. */
const COLUMNS: Readonly<
  Record<string, { readonly header: string; readonly value: (process: Process, state: EngineState) => string }>
> = {
  user: { header: 'USER', value: (process) => process.user },
  uid: { header: 'UID', value: (process) => process.user },
  pid: { header: 'PID', value: (process) => String(process.hostPid) },
  ppid: { header: 'PPID', value: (process, state) => String(hostParentOf(state, process)) },
  c: { header: 'C', value: () => '0' },
  stime: { header: 'STIME', value: (process) => clockOf(process.startedAt) },
  tty: { header: 'TTY', value: (process) => (process.terminal === null ? '?' : 'pts/0') },
  tt: { header: 'TT', value: (process) => (process.terminal === null ? '?' : 'pts/0') },
  time: { header: 'TIME', value: () => '00:00:00' },
  cmd: { header: 'CMD', value: titleOf },
  args: { header: 'COMMAND', value: titleOf },
  command: { header: 'COMMAND', value: titleOf },
  comm: { header: 'COMMAND', value: (process) => process.argv[0]?.split('/').at(-1) ?? '' },
}

const FULL = ['uid', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'cmd']

/** `docker top`: the host's view of a container's processes. */
export function top(call: Call): Ending {
  const { args } = call.command
  const container = containerOf(call, args[0] ?? '', 'engine')
  if (container === null) return 1
  if (!isRunning(container)) return daemonError(call, notRunning(call.transaction.state.rules, container.id))
  const columns = columnsOf(args.slice(1))
  if (typeof columns === 'string') return daemonError(call, columns)
  const { state } = call.transaction
  const rows = processesIn(state, container.id).filter((process) => process.status === null)
  const lines = [
    columns.map((name) => COLUMNS[name]?.header ?? ''),
    ...rows.map((row) => columns.map((name) => COLUMNS[name]?.value(row, state) ?? '')),
  ]
  print(call, alignTabs(lines.map((cells) => `${cells.join('\t')}\n`).join(''), TOP_TABLE))
  return 0
}

function columnsOf(options: readonly string[]): readonly string[] | string {
  const text = options.join(' ')
  const wanted = /(?:^|\s)-?o\s*([a-z,]+)/.exec(text)?.[1]
  if (wanted === undefined)
    return text === 'aux' || text === '-aux' ? ['user', 'pid', 'tty', 'stime', 'time', 'args'] : FULL
  const names = wanted.split(',')
  if (!names.includes('pid')) return "Couldn't find PID field in ps output"
  const unknown = names.find((name) => !Object.hasOwn(COLUMNS, name))
  return unknown === undefined ? names : `ps: exit status 1: error: unknown user-defined format specifier "${unknown}"`
}

function titleOf(process: Process): string {
  return process.argv.join(' ')
}

function clockOf(at: number): string {
  return new Date(at).toISOString().slice(11, 16)
}
