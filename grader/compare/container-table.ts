import { parseAge } from './age'
import { type PortMapping, parsePorts } from './ports'
import { parseStatus } from './status'
import type { PrintedTable, TableRow } from './table'
import type { MismatchCode, Unifier } from './unify'

/** Where a row's cells say something about a container: the object and a reporter of disagreements. */
interface RowPair {
  readonly predicted: TableRow
  readonly observed: TableRow
  readonly unifier: Unifier
}

/**
 * Compares two listings of containers as whole tables: rows are paired by name, then by id, then in order with what
 * is left, so that one strange row does not shift all others.
 */
export function compareContainerTables(predicted: PrintedTable, observed: PrintedTable, unifier: Unifier): void {
  const pairs = pairRows(predicted.rows, observed.rows)
  for (const row of observed.rows) checkForms(row, unifier)
  checkOrder(observed.rows, unifier)
  for (const { predicted: left, observed: right } of pairs.paired)
    compareRow({ predicted: left, observed: right, unifier })
  for (const row of pairs.missing)
    unifier.mismatch({ code: 'row-missing', line: observed.line, expected: describe(row), observed: '', soft: true })
  for (const row of pairs.unknown)
    unifier.mismatch({ code: 'row-unknown', line: row.line, expected: '', observed: describe(row), soft: true })
  if (predicted.rows.length === 0 && observed.rows.length === 0) unifier.matched()
}

/** What no Docker prints, whatever the machine: a status or ports of no known form, a state older than its container. */
function checkForms(row: TableRow, unifier: Unifier): void {
  const { STATUS: text, CREATED: created, PORTS: ports } = row.cells
  const status = text === undefined ? null : parseStatus(text)
  const age = created === undefined ? null : parseAge(created)
  const report = (code: MismatchCode, cell: string) =>
    unifier.mismatch({ code, line: row.line, expected: '', observed: cell, soft: false })
  if (text !== undefined && !status) report('impossible-status', text)
  if (created !== undefined && !age) report('impossible-status', created)
  if (ports !== undefined && !parsePorts(ports) && !ports.includes('…')) report('impossible-ports', ports)
  if (status?.age && age && status.age.least > age.most + SLACK_MS) report('age-impossible', text ?? '')
}

/** Podman names images in full. */
function isPodmans(row: TableRow): boolean {
  return /^(?:docker\.io|localhost|quay\.io)\//.test(row.cells.IMAGE ?? '')
}

/** Docker lists the youngest first. Podman lists the oldest first. */
function checkOrder(rows: readonly TableRow[], unifier: Unifier): void {
  if (rows.some(isPodmans)) return
  for (const [index, row] of rows.entries()) {
    const [here, next] = [row, rows[index + 1]].map((each) => parseAge(each?.cells.CREATED ?? ''))
    if (!here || !next || here.least <= next.most + SLACK_MS) continue
    const observed = row.cells.CREATED ?? ''
    unifier.mismatch({ code: 'row-order', line: row.line, expected: '', observed, soft: false })
  }
}

/** Two clocks (a virtual machine's, a client's) may differ a little. */
const SLACK_MS = 2_000

interface Pairing {
  readonly paired: readonly { readonly predicted: TableRow; readonly observed: TableRow }[]
  readonly missing: readonly TableRow[]
  readonly unknown: readonly TableRow[]
}

/** Pairs rows by a sequence of criteria; each takes what the ones before left. */
export function pairRows(
  predicted: readonly TableRow[],
  observed: readonly TableRow[],
  criteria: readonly ((left: TableRow, right: TableRow) => boolean)[] = CONTAINER_CRITERIA,
): Pairing {
  const paired: { predicted: TableRow; observed: TableRow }[] = []
  let missing = predicted
  let unknown = observed
  for (const same of criteria) {
    for (const left of missing) {
      const right = unknown.find((row) => same(left, row))
      if (!right) continue
      paired.push({ predicted: left, observed: right })
      missing = missing.filter((row) => row !== left)
      unknown = unknown.filter((row) => row !== right)
    }
  }
  paired.sort((a, b) => a.observed.line - b.observed.line)
  return { paired, missing, unknown }
}

const CONTAINER_CRITERIA = [
  (left: TableRow, right: TableRow) => sameCell(left, right, 'NAMES') && sameCell(left, right, 'CONTAINER ID'),
  (left: TableRow, right: TableRow) => sameCell(left, right, 'NAMES'),
  (left: TableRow, right: TableRow) => sameCell(left, right, 'CONTAINER ID'),
  (left: TableRow, right: TableRow) =>
    isGenerated(left.cells.NAMES) &&
    isGenerated(right.cells.NAMES) &&
    sameImage(left.cells.IMAGE ?? '', right.cells.IMAGE ?? '') &&
    sameCommand(left.cells.COMMAND ?? '', right.cells.COMMAND ?? ''),
]

function sameCell(left: TableRow, right: TableRow, column: string): boolean {
  return left.cells[column] !== undefined && left.cells[column] === right.cells[column]
}

/** A name Docker could have drawn. */
export function isGenerated(name: string | undefined): boolean {
  return name !== undefined && /^[a-z]+_[a-z]+\d?$/.test(name)
}

function describe(row: TableRow): string {
  return Object.values(row.cells)
    .filter((cell) => cell !== '')
    .join('  ')
}

/** Containers of an image that is not known are shown with this command by the engine: what they do is not judged. */
const UNKNOWN = /^"?\/unknown-command/

function compareRow(pair: RowPair): void {
  if (UNKNOWN.test(pair.predicted.cells.COMMAND ?? '')) {
    compareIdentity(pair, 'CONTAINER ID', 'id', 'foreign-id')
    compareIdentity(pair, 'NAMES', 'name', 'different-name')
    return
  }
  compareIdentity(pair, 'CONTAINER ID', 'id', 'foreign-id')
  compareIdentity(pair, 'NAMES', 'name', 'different-name')
  compareCell(pair, 'IMAGE', sameImage, 'different-image')
  if (!pair.unifier.defaultCommands.has(pair.predicted.cells['CONTAINER ID']?.slice(0, 12) ?? ''))
    compareCell(pair, 'COMMAND', sameCommand, 'different-text')
  compareStatus(pair)
  comparePorts(pair)
  noteAge(pair, 'CREATED', 'created')
}

function both(pair: RowPair, column: string): readonly [string, string] | null {
  const predicted = pair.predicted.cells[column]
  const observed = pair.observed.cells[column]
  return predicted === undefined || observed === undefined ? null : [predicted, observed]
}

function report(pair: RowPair, code: MismatchCode, cells: readonly [string, string]): void {
  pair.unifier.mismatch({ code, line: pair.observed.line, expected: cells[0], observed: cells[1], soft: false })
}

function compareIdentity(pair: RowPair, column: string, kind: 'id' | 'name', code: MismatchCode): void {
  const cells = both(pair, column)
  if (!cells) return
  if (cells[0] === cells[1] && kind === 'name' && !isGenerated(cells[0])) pair.unifier.matched()
  else if (kind === 'name' && !(isGenerated(cells[0]) && isGenerated(cells[1]))) report(pair, code, cells)
  else if (pair.unifier.identity(kind, cells[0], cells[1])) pair.unifier.matched()
  else report(pair, code, cells)
}

function compareCell(
  pair: RowPair,
  column: string,
  same: (predicted: string, observed: string) => boolean,
  code: MismatchCode,
): void {
  const cells = both(pair, column)
  if (!cells) return
  if (same(cells[0], cells[1])) pair.unifier.matched()
  else report(pair, code, cells)
}

/** `nginx` and `nginx:latest` and `docker.io/library/nginx` are one image; an id stands for any name. */
function sameImage(predicted: string, observed: string): boolean {
  const familiar = (name: string) =>
    name
      .replace(/^docker\.io\//, '')
      .replace(/^library\//, '')
      .replace(/:latest$/, '')
  if (/^[0-9a-f]{12}$/.test(observed) || /^[0-9a-f]{12}$/.test(predicted)) return true
  return familiar(predicted) === familiar(observed)
}

/** One of the two may be cut by `…` at another place, or quoted another way. */
function sameCommand(predicted: string, observed: string): boolean {
  const bare = (text: string) => text.replace(/^["“]|["”]$/g, '').replace(/…$/, '')
  const [left, right] = [bare(predicted), bare(observed)]
  if (predicted.includes('…') || observed.includes('…')) return left.startsWith(right) || right.startsWith(left)
  return left === right
}

function compareStatus(pair: RowPair): void {
  const cells = both(pair, 'STATUS')
  if (!cells) return
  const predicted = parseStatus(cells[0])
  const observed = parseStatus(cells[1])
  if (!predicted || !observed) return
  if (isOtherHalf(pair, predicted.state, observed.state)) {
    pair.unifier.matched()
    return
  }
  if (predicted.state !== observed.state) {
    report(pair, 'different-status', cells)
    return
  }
  if (predicted.exitCode !== observed.exitCode) {
    report(pair, 'different-exit-code', cells)
    return
  }
  pair.unifier.matched()
  // Which of its rounds a container that restarts again and again is in when the list is made is chance.
  if (observed.age && !isLooping(pair)) {
    const moment = observed.state === 'exited' || observed.state === 'restarting' ? 'finished' : 'started'
    pair.unifier.age({
      object: pair.predicted.cells['CONTAINER ID'] ?? '',
      moment,
      age: observed.age,
      line: pair.observed.line,
    })
  }
}

/** `Up` and `Restarting` are two halves of one round where a restart policy is at work. */
function isOtherHalf(pair: RowPair, predicted: string, observed: string): boolean {
  const halves = ['running', 'restarting']
  return isLooping(pair) && predicted !== observed && halves.includes(predicted) && halves.includes(observed)
}

function isLooping({ predicted, unifier }: RowPair): boolean {
  return unifier.looping.has(predicted.cells['CONTAINER ID']?.slice(0, 12) ?? '')
}

function noteAge(pair: RowPair, column: string, moment: 'created'): void {
  const cells = both(pair, column)
  if (!cells) return
  const age = parseAge(cells[1])
  if (age)
    pair.unifier.age({ object: pair.predicted.cells['CONTAINER ID'] ?? '', moment, age, line: pair.observed.line })
}

function comparePorts(pair: RowPair): void {
  const cells = both(pair, 'PORTS')
  // A container that went down with its host keeps showing its ports, and Podman's all do.
  const [ended, down] = [/^Exited/, /^Exited \(255\)/].map((form) => form.test(pair.observed.cells.STATUS ?? ''))
  if (!cells || down || (ended && isPodmans(pair.observed))) return
  const predicted = parsePorts(cells[0])
  const observed = parsePorts(cells[1])
  if (!predicted || !observed) return
  const [left, right] = [predicted.filter(isPublished), observed.filter(isPublished)]
  if (!areOfAnotherImage(left, right) && (left.length !== right.length || !samePorts(left, right, pair.unifier))) {
    report(pair, 'different-ports', cells)
    return
  }
  pair.unifier.matched()
}

/** What an image only exposes differs between its releases; what is published was asked for. */
function isPublished(mapping: PortMapping): boolean {
  return mapping.hostPort !== null
}

/** With `-P` the published ports are those that the image exposes: another release may expose others. */
function areOfAnotherImage(predicted: readonly PortMapping[], observed: readonly PortMapping[]): boolean {
  const ports = (list: readonly PortMapping[]) => list.map((mapping) => mapping.containerPort).join()
  const dynamic = (list: readonly PortMapping[]) =>
    list.length > 0 && list.every((mapping) => isDynamic(mapping.hostPort))
  return dynamic(predicted) && dynamic(observed) && ports(predicted) !== ports(observed)
}

function samePorts(predicted: readonly PortMapping[], observed: readonly PortMapping[], unifier: Unifier): boolean {
  const key = (mapping: PortMapping) => `${mapping.containerPort}/${mapping.protocol}`
  return predicted.every((left) => {
    const candidates = observed.filter(
      (right) => key(right) === key(left) && (right.hostPort === null) === (left.hostPort === null),
    )
    return candidates.some((right) =>
      isDynamic(left.hostPort)
        ? unifier.identity('port', String(left.hostPort), String(right.hostPort))
        : left.hostPort === right.hostPort,
    )
  })
}

function isDynamic(port: number | null): boolean {
  return port !== null && port >= 32_768
}
