import { copyTree } from '@/engine/files/copy-tree'
import { openFiles } from '@/engine/files/space-view'
import type { FileView } from '@/engine/files/view'
import { leaveMachine, visitMachine } from '@/engine/host/other-machine'
import type { System } from '@/engine/kernel/program'
import type { Transaction } from '@/engine/state'
import { columnsOf } from '../columns'
import { fileErrorText } from '../file-error'
import { homeOf, ownUser, type RemoteLogin, readRemote } from '../remote'
import { defineCommand, type Result } from './define'
import { readFlags } from './lines'

/** A file on this machine (`login` null) or another one. */
interface Place {
  readonly login: RemoteLogin | null
  readonly path: string
}

function fault(text: string, status = 1): Result {
  return { status, error: `${text}\n` }
}

function readPlace(system: System, word: string): Place | string {
  const match = /^([^/:]+):(.*)$/s.exec(word)
  if (match === null) return { login: null, path: word }
  const remote = readRemote(system, match[1] ?? '')
  return remote.ok ? { login: remote.login, path: match[2] ?? '' } : remote.error
}

function absolute(path: string, base: string): string {
  return path.startsWith('/') ? path : `${base}/${path.replace(/^~\/?/, '')}`.replace(/\/$/, '')
}

function baseName(path: string): string {
  return path.replace(/\/+$/, '').replace(/^.*\//, '')
}

const units = [' ', 'K', 'M', 'G', 'T']

/** `5 `, `1234KB`: a size in the four digits of scp's meter. */
function meterSize(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 10_000 && unit < units.length - 1) {
    value = Math.floor((value + 512) / 1024)
    unit += 1
  }
  return `${String(value).padStart(4)}${units[unit] ?? ''}${unit > 0 ? 'B' : ' '}`
}

/** The line that stays of a copy's progress: at about 40 MB a second. */
function meter(name: string, size: number, columns: number): string {
  const seconds = Math.max(size / 40_000_000, 0.001)
  let rate = size / seconds / 1024
  let unit = 1
  while (rate >= 1000 && unit < units.length - 1) {
    rate /= 1024
    unit += 1
  }
  const width = Math.max(columns - 45, 10)
  const time = Math.floor(seconds)
  return `${name.slice(0, width).padEnd(width)} 100% ${meterSize(size)} ${rate.toFixed(1).padStart(5)}${units[unit] ?? ''}B/s   ${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}    \n`
}

interface Copy {
  readonly from: FileView
  readonly to: FileView
  readonly source: string
  readonly shownSource: string
  readonly target: string
  readonly isRemoteSource: boolean
  readonly recursive: boolean
}

/** Copies one source; the size it had, or why it could not be copied. */
function copyOne({ from, to, source, shownSource, target, isRemoteSource, recursive }: Copy): number | string {
  const stat = from.stat(source)
  if (!stat.ok)
    return isRemoteSource
      ? `scp: ${shownSource}: ${fileErrorText(stat.error)}`
      : `scp: stat local "${shownSource}": ${fileErrorText(stat.error)}`
  if (stat.value.type === 'directory' && !recursive)
    return isRemoteSource
      ? `scp: ${shownSource}: not a regular file`
      : `scp: local "${shownSource}" is not a regular file`
  const there = to.stat(target)
  const into = there.ok && there.value.type === 'directory' ? `${target}/${baseName(source)}` : target
  const copied = copyTree(from, source, to, into)
  return copied.ok ? stat.value.size : `scp: dest open "${into}": ${fileErrorText(copied.error)}`
}

/** scp: files to and from another machine. */
export const scp = defineCommand('scp', ({ args, system }) => {
  const { flags, operands } = readFlags(args, 'cDFiJloPSX')
  if (operands.length < 2) return fault('usage: scp [-346ABCOpqRrsTv] [-P port] [-r] source ... target')
  const places: Place[] = []
  for (const word of operands) {
    const place = readPlace(system, word)
    if (typeof place === 'string') return fault(`${place}\nscp: Connection closed`, 255)
    places.push(place)
  }
  const login = places.find((place) => place.login !== null)?.login ?? null
  const there: Transaction | null =
    login === null ? null : { state: visitMachine(system.state(), login.machine, ownUser(system), system.io) }
  const remote = there === null || login === null ? system.files : openFiles(there, 'host', login.user)
  const pathOf = ({ login: at, path }: Place): string =>
    at === null ? system.path(path) : absolute(path, homeOf(at.user))
  const target = places.at(-1) ?? { login: null, path: '.' }
  let output = ''
  let error = ''
  for (const source of places.slice(0, -1)) {
    const copied = copyOne({
      from: source.login === null ? system.files : remote,
      to: target.login === null ? system.files : remote,
      source: pathOf(source),
      shownSource: source.path,
      target: pathOf(target),
      isRemoteSource: source.login !== null,
      recursive: flags.has('r'),
    })
    if (typeof copied === 'string') error += `${copied}\n`
    else if (system.isTerminal(1) && !flags.has('q')) output += meter(baseName(source.path), copied, columnsOf(system))
  }
  if (there !== null && login !== null) system.replaceState(leaveMachine(system.state(), login.machine, there.state))
  return { status: error === '' ? 0 : 1, output, error }
})
