import type { Process } from '@/engine/kernel/process'
import type { System } from '@/engine/kernel/program'
import { findConsole } from '@/engine/kernel/streams'
import { columnsOf } from '../columns'
import { hourMinute } from '../dates'
import { defineCommand, type Result } from './define'
import { readFlags } from './lines'

/** `pts/0`, or `?` without a terminal. */
export function terminalName(system: System, process: Process): string {
  const line = process.terminal === null ? null : findConsole(system.state(), process.terminal)?.terminal
  return line ? `pts/${line.index}` : '?'
}

/** The program's name as the kernel keeps it (15 characters). */
export function commandName(process: Process): string {
  const [first = ''] = process.argv
  return first
    .slice(first.lastIndexOf('/') + 1)
    .replace(/:.*/, '')
    .slice(0, 15)
}

/** The whole command line; a zombie shows its name. */
export function commandLine(process: Process): string {
  return process.status === null ? process.argv.join(' ') : `[${commandName(process)}] <defunct>`
}

function busybox(system: System): string {
  const rows = system.processes().map((process) => {
    const own = commandLine(process)
    const isScript = process.hostPid === system.process.hostPid
    return `${String(process.pid).padStart(5)} ${process.user.slice(0, 8).padEnd(8)} ${isScript ? own : own}\n`
  })
  return `PID   USER     COMMAND\n${rows.join('')}`
}

/** Columns of busybox' `ps -o`: header, width, whether numbers stand at the right. */
const busyboxColumns: Readonly<Record<string, readonly [header: string, width: number, isNumber: boolean]>> = {
  user: ['USER', 8, false],
  group: ['GROUP', 8, false],
  comm: ['COMMAND', 16, false],
  args: ['COMMAND', 256, false],
  pid: ['PID', 5, true],
  ppid: ['PPID', 5, true],
  pgid: ['PGID', 5, true],
  tty: ['TT', 6, false],
  vsz: ['VSZ', 4, true],
  stat: ['STAT', 4, false],
  time: ['TIME', 5, false],
}

function busyboxCell(process: Process, name: string, system: System): string {
  switch (name) {
    case 'user':
    case 'group':
      return process.user.slice(0, 8)
    case 'comm':
      return commandName(process)
    case 'args':
      return commandLine(process)
    case 'pid':
      return String(process.pid)
    case 'ppid':
      return String(process.parent)
    case 'pgid':
      return String(process.group)
    case 'tty':
      return process.terminal === null ? '?' : '136,0'
    case 'vsz':
      return '1624'
    case 'stat':
      return stateLetters(process, system).slice(0, 1)
    default:
      return '0:00'
  }
}

/** busybox' ps: everything there is, or the columns of -o. */
function busyboxResult(system: System, args: readonly string[]): Result {
  const at = args.findIndex((word) => word.startsWith('-o'))
  if (at < 0) return { status: 0, output: busybox(system) }
  const names = ((args[at] ?? '').slice(2) || (args[at + 1] ?? '')).split(',')
  const unknown = names.find((name) => !Object.hasOwn(busyboxColumns, name))
  if (unknown !== undefined)
    return {
      status: 1,
      error: `ps: bad -o argument '${unknown}', supported arguments: user,group,comm,args,pid,ppid,pgid,tty,vsz,sid,stat,rss\n`,
    }
  const line = (cells: readonly string[], isHeader: boolean): string =>
    `${cells
      .map((cell, index) => {
        const [, width = 8, isNumber = false] = busyboxColumns[names[index] ?? ''] ?? []
        const padded = isNumber && !isHeader ? cell.padStart(width) : cell.padEnd(width)
        return index === cells.length - 1 ? padded.trimEnd() : padded
      })
      .join(' ')}\n`
  const header = line(
    names.map((name) => busyboxColumns[name]?.[0] ?? ''),
    true,
  )
  const rows = system.processes().map((process) =>
    line(
      names.map((name) => busyboxCell(process, name, system)),
      false,
    ),
  )
  return { status: 0, output: header + rows.join('') }
}

function shortRows(system: System, processes: readonly Process[]): string {
  const rows = processes.map(
    (process) =>
      `${String(process.pid).padStart(7)} ${terminalName(system, process).padEnd(8)} 00:00:00 ${process.status === null ? commandName(process) : `${commandName(process)} <defunct>`}\n`,
  )
  return `    PID TTY          TIME CMD\n${rows.join('')}`
}

function fullRows(system: System, processes: readonly Process[]): string {
  const rows = processes.map(
    (process) =>
      `${process.user.slice(0, 8).padEnd(8)} ${String(process.pid).padStart(7)} ${String(process.parent).padStart(7)}  0 ${hourMinute(process.startedAt)} ${terminalName(system, process).padEnd(8)} 00:00:00 ${commandLine(process)}\n`,
  )
  return `UID          PID    PPID  C STIME TTY          TIME CMD\n${rows.join('')}`
}

function stateLetters(process: Process, system: System): string {
  if (process.status !== null) return 'Z'
  if (process.stopped) return 'T'
  const isLeader = process.group === process.pid
  const console = process.terminal === null ? null : findConsole(system.state(), process.terminal)
  const isForeground = console?.terminal?.foreground === process.group
  return `${process.hostPid === system.process.hostPid ? 'R' : 'S'}${isLeader && process.pid === 1 ? 's' : ''}${isForeground ? '+' : ''}`
}

function auxRows(system: System, processes: readonly Process[], width: number | null): string {
  const rows = processes.map((process) => {
    const memory = 2800 + (process.argv.join('').length % 50) * 16
    const row = `${process.user.slice(0, 8).padEnd(8)} ${String(process.pid).padStart(7)}  0.0  0.0 ${String(memory + 1600).padStart(6)} ${String(memory).padStart(5)} ${terminalName(system, process).padEnd(8)} ${stateLetters(process, system).padEnd(4)} ${hourMinute(process.startedAt)}   0:00 ${commandLine(process)}`
    return `${width === null ? row : row.slice(0, width)}\n`
  })
  return `USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n${rows.join('')}`
}

function sameTerminal(system: System): readonly Process[] {
  const { terminal, user } = system.process
  return system.processes().filter((process) => process.terminal === terminal && process.user === user)
}

function custom(system: System, processes: readonly Process[], fields: string): string {
  const values: Readonly<Record<string, (process: Process) => string>> = {
    pid: (process) => String(process.pid),
    ppid: (process) => String(process.parent),
    user: (process) => process.user,
    tty: (process) => terminalName(system, process),
    comm: commandName,
    cmd: commandLine,
    args: commandLine,
    stat: (process) => stateLetters(process, system),
    pgid: (process) => String(process.group),
  }
  const names = fields.split(/[, ]+/).filter((name) => Object.hasOwn(values, name.replace(/=.*/, '')))
  const table = [
    names.map((name) => (name === 'args' || name === 'cmd' ? 'CMD' : name === 'comm' ? 'COMMAND' : name.toUpperCase())),
    ...processes.map((process) => names.map((name) => values[name]?.(process) ?? '')),
  ]
  const widths = names.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0), names[column]?.includes('pid') === true ? 7 : 0),
  )
  return table
    .map(
      (row) =>
        `${row.map((cell, column) => (names[column]?.includes('pid') === true ? cell.padStart(widths[column] ?? 0) : column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join(' ')}\n`,
    )
    .join('')
}

function run(system: System, args: readonly string[], isBusybox: boolean): Result {
  if (isBusybox) return busyboxResult(system, args)
  const [first = ''] = args
  const all = system.processes()
  const { flags } = readFlags(args, 'oCp')
  const fields = flags.get('o')
  const isWide = !system.isTerminal(1)
  if (/^[axuwf]+$/.test(first))
    return {
      status: 0,
      output: first.includes('u')
        ? auxRows(
            system,
            first.includes('a') || first.includes('x') ? all : sameTerminal(system),
            isWide ? null : columnsOf(system),
          )
        : shortRows(system, all),
    }
  const chosen =
    flags.has('e') || flags.has('A') || (flags.has('p') && fields === undefined)
      ? all
      : flags.has('p')
        ? all
        : sameTerminal(system)
  const pids = flags.get('p')
  const processes = pids === undefined ? chosen : all.filter((process) => pids.split(',').includes(String(process.pid)))
  if (fields !== undefined) return { status: 0, output: custom(system, processes, fields) }
  return {
    status: processes.length > 0 ? 0 : 1,
    output: flags.has('f') || flags.has('F') ? fullRows(system, processes) : shortRows(system, processes),
  }
}

/** ps of procps, or of busybox where the image has that one. */
export const ps = defineCommand('ps', ({ system, args, isBusybox }) => run(system, args, isBusybox))
