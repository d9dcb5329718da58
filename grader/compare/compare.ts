import { type PrintedLine, type PrintedOutput, readOutput } from './blocks'
import { compareContainerTables, pairRows } from './container-table'
import { compareDocuments, readDocument } from './document'
import { checkValues } from './impossible-values'
import { type Refusal, readRefusal } from './refusal'
import type { PrintedTable, TableRow } from './table'
import { tokenize } from './tokens'
import { type Comparison, createUnifier, type Surroundings, type Unifier, unifyLines } from './unify'

/**
 * Compares what the engine prints with what the student's terminal showed, by meaning: tables by their cells,
 * refusals by their class, ids and random names up to one consistent renaming, measures by their sort.
 * Nothing here knows which command it was.
 */
export function compareOutputs(
  predicted: readonly string[],
  observed: readonly string[],
  around: Surroundings,
): Comparison {
  const unifier = createUnifier(around)
  checkDigests(observed, unifier)
  checkValues(observed, unifier)
  const expectedRefusal = readRefusal(predicted)
  const seenRefusal = readRefusal(observed)
  if (expectedRefusal || seenRefusal) compareRefusals(expectedRefusal, seenRefusal, predicted, observed, unifier)
  if (seenRefusal?.cause === 'machine') return unifier.result()
  const documents = [readDocument(predicted), readDocument(observed)] as const
  if (documents[0] !== undefined && documents[1] !== undefined) {
    compareDocuments(documents[0], documents[1], observed, unifier)
    return unifier.result()
  }
  const withoutUsage = Boolean(expectedRefusal && seenRefusal)
  const left = readOutput(withoutUsage ? predicted.slice(0, expectedRefusal?.line) : predicted)
  const right = readOutput(withoutUsage ? observed.slice(0, seenRefusal?.line) : observed)
  if (Boolean(expectedRefusal) === Boolean(seenRefusal)) compareParts(left, right, unifier, around.listing)
  return unifier.result()
}

/** A digest has 64 digits; a narrow terminal may have broken it in two. */
function checkDigests(observed: readonly string[], unifier: Unifier): void {
  for (const [line, text] of observed.entries()) {
    const digits = /^Digest: sha256:([0-9a-f]{55,80})$/.exec(text)?.[1]
    if (digits === undefined || digits.length === 64 || /^[0-9a-f]+$/.test(observed[line + 1] ?? '')) continue
    unifier.mismatch({ code: 'impossible-digest', line, expected: '', observed: text, soft: false })
  }
}

/** Where only one side was refused, or both for unlike reasons; how much that proves is judged by the refusal's ground. */
function compareRefusals(
  predicted: Refusal | null,
  observed: Refusal | null,
  predictedLines: readonly string[],
  observedLines: readonly string[],
  unifier: Unifier,
): void {
  const expected = predicted ? (predictedLines[predicted.line] ?? '') : ''
  const seen = observed ? (observedLines[observed.line] ?? '') : ''
  if (!predicted && observed) {
    const line = observed.line
    unifier.mismatch({ code: 'refused', line, expected: predictedLines[0] ?? '', observed: seen, soft: true })
  } else if (predicted && !observed)
    unifier.mismatch({ code: 'not-refused', line: 0, expected, observed: observedLines[0] ?? '', soft: true })
  else if (predicted && observed && observed.cause !== 'machine') {
    if (isSameRefusal(predicted, observed)) unifier.matched()
    else unifier.mismatch({ code: 'other-refusal', line: observed.line, expected, observed: seen, soft: true })
  }
}

function isSameRefusal(predicted: Refusal, observed: Refusal): boolean {
  const kinds = [predicted.kind, observed.kind]
  if (predicted.kind === observed.kind || kinds.includes('other')) return true
  // Older clients name the object they looked for, newer ones only say "object"; usage errors are worded by parsers.
  if (kinds.includes('no-such-object') && kinds.every((kind) => kind.startsWith('no-such'))) return true
  const usage = ['usage', 'invalid-argument', 'unknown-command', 'invalid-reference', 'invalid-name']
  return kinds.every((kind) => usage.includes(kind))
}

function compareParts(left: PrintedOutput, right: PrintedOutput, unifier: Unifier, listing: boolean): void {
  comparePulls(left, right, unifier)
  for (const [index, table] of left.tables.entries()) {
    const same = right.tables.filter((other) => other.name === table.name)[
      left.tables.slice(0, index).filter((other) => other.name === table.name).length
    ]
    if (same) compareTables(table, same, unifier)
    else
      unifier.mismatch({ code: 'line-missing', line: 0, expected: table.columns.join('  '), observed: '', soft: false })
  }
  for (const table of right.tables) {
    if (!left.tables.some((other) => other.name === table.name))
      unifier.mismatch({
        code: 'line-unknown',
        line: table.line,
        expected: '',
        observed: table.columns.join('  '),
        soft: false,
      })
  }
  if (listing) compareRowsAsLines(left.lines, right.lines, unifier)
  else compareLines(left.lines, right.lines, unifier)
}

function comparePulls(left: PrintedOutput, right: PrintedOutput, unifier: Unifier): void {
  for (const pull of left.pulls) {
    const same = right.pulls.find((other) => familiar(other.reference) === familiar(pull.reference))
    if (!same) continue
    unifier.matched()
    if (pull.digest && same.digest && !unifier.identity('id', pull.digest, same.digest)) {
      unifier.mismatch({
        code: 'foreign-id',
        line: same.line,
        expected: pull.digest,
        observed: same.digest,
        soft: false,
      })
    }
  }
}

function familiar(reference: string): string {
  return reference
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '')
    .replace(/:latest$/, '')
}

function compareTables(left: PrintedTable, right: PrintedTable, unifier: Unifier): void {
  switch (left.name) {
    case 'containers':
      compareContainerTables(left, right, unifier)
      return
    case 'images':
      compareRowsBy(left, right, unifier, ['REPOSITORY', 'TAG', 'IMAGE'], ['IMAGE ID', 'DIGEST'])
      return
    case 'volumes':
      compareRowsBy(left, right, unifier, ['VOLUME NAME'], ['VOLUME NAME'])
      return
    case 'networks':
      compareRowsBy(left, right, unifier, ['NAME'], ['NETWORK ID'])
      return
    default:
      // Measures of a live machine, or layers of images we know only by name: only the sort of table is predicted.
      unifier.matched()
      return
  }
}

/** Tables whose rows are known by the cells of `keys`; cells of `ids` are identities; all else is measured. */
function compareRowsBy(
  left: PrintedTable,
  right: PrintedTable,
  unifier: Unifier,
  keys: readonly string[],
  ids: readonly string[],
): void {
  const sameKey = (a: TableRow, b: TableRow) => keys.every((key) => (a.cells[key] ?? '') === (b.cells[key] ?? ''))
  const freeIds = (a: TableRow, b: TableRow) =>
    ids.some((id) => /^[0-9a-f]{64}$/.test(a.cells[id] ?? '') && /^[0-9a-f]{64}$/.test(b.cells[id] ?? ''))
  const sameId = (a: TableRow, b: TableRow) => ids.some((id) => (a.cells[id] ?? 'a') === (b.cells[id] ?? 'b'))
  const both = (a: TableRow, b: TableRow) => sameKey(a, b) && sameId(a, b)
  const pairs = pairRows(left.rows, right.rows, [both, sameKey, freeIds])
  for (const { predicted, observed } of pairs.paired) {
    for (const id of ids) {
      const [a, b] = [predicted.cells[id] ?? '', observed.cells[id] ?? '']
      if (!/^(?:sha256:)?[0-9a-f]{12,64}$/.test(a)) continue
      if (unifier.identity('id', a.replace('sha256:', ''), b.replace('sha256:', ''))) continue
      if (predicted.cells.REPOSITORY === '<none>') {
        unifier.mismatch({
          code: 'row-unknown',
          line: observed.line,
          expected: a,
          observed: describe(observed),
          soft: true,
        })
      } else unifier.mismatch({ code: 'foreign-id', line: observed.line, expected: a, observed: b, soft: false })
    }
    unifier.matched()
  }
  for (const row of pairs.missing)
    unifier.mismatch({ code: 'row-missing', line: right.line, expected: describe(row), observed: '', soft: true })
  for (const row of pairs.unknown)
    unifier.mismatch({ code: 'row-unknown', line: row.line, expected: '', observed: describe(row), soft: true })
  if (left.rows.length === 0 && right.rows.length === 0) unifier.matched()
}

/** Rows printed as plain lines (`-q`, `--format`): each has its counterpart somewhere, or somebody else made or removed it. */
function compareRowsAsLines(
  predicted: readonly PrintedLine[],
  observed: readonly PrintedLine[],
  unifier: Unifier,
): void {
  let missing = predicted
  let unknownRows = observed
  const same = [
    (left: PrintedLine, right: PrintedLine) => left.text === right.text && unifyLines(left.text, right.text, unifier),
    (left: PrintedLine, right: PrintedLine) => unifyLines(left.text, right.text, unifier),
  ]
  for (const isSame of same) {
    for (const left of missing) {
      const right = unknownRows.find((row) => isSame(left, row))
      if (!right) continue
      unifier.matched()
      missing = missing.filter((row) => row !== left)
      unknownRows = unknownRows.filter((row) => row !== right)
    }
  }
  if (missing.length === unknownRows.length) {
    for (const [index, left] of missing.entries()) compareLine(left, unknownRows[index], unifier)
    return
  }
  for (const row of missing)
    unifier.mismatch({
      code: 'row-missing',
      line: observed[0]?.line ?? 0,
      expected: row.text,
      observed: '',
      soft: true,
    })
  for (const row of unknownRows)
    unifier.mismatch({ code: 'row-unknown', line: row.line, expected: '', observed: row.text, soft: true })
}

function describe(row: TableRow): string {
  return Object.values(row.cells)
    .filter((cell) => cell !== '')
    .join('  ')
}

/** Lines in order; a line that stands on one side only does not shift the others. */
function compareLines(predicted: readonly PrintedLine[], observed: readonly PrintedLine[], unifier: Unifier): void {
  if (predicted.length === observed.length) {
    for (const [index, left] of predicted.entries()) compareLine(left, observed[index], unifier)
    return
  }
  let next = 0
  for (const left of predicted) {
    const found = observed.findIndex((right, index) => index >= next && unifyLines(left.text, right.text, unifier))
    if (found < 0)
      unifier.mismatch({
        code: 'line-missing',
        line: observed[next]?.line ?? 0,
        expected: left.text,
        observed: observed[next]?.text ?? '',
        soft: false,
      })
    else {
      for (const extra of observed.slice(next, found)) unknown(extra, unifier)
      unifier.matched()
      next = found + 1
    }
  }
  for (const extra of observed.slice(next)) unknown(extra, unifier)
}

function unknown(line: PrintedLine, unifier: Unifier): void {
  unifier.mismatch({ code: 'line-unknown', line: line.line, expected: '', observed: line.text, soft: false })
}

function differOnlyInIds(predicted: string, observed: string): boolean {
  const bare = (text: string) =>
    tokenize(text)
      .map((token) => (token.kind === 'id' ? 'id' : token.text))
      .join('')
  return predicted !== observed && bare(predicted) === bare(observed)
}

function compareLine(left: PrintedLine, right: PrintedLine | undefined, unifier: Unifier): void {
  if (right && unifyLines(left.text, right.text, unifier)) unifier.matched()
  else
    unifier.mismatch({
      code: right && differOnlyInIds(left.text, right.text) ? 'foreign-id' : 'different-text',
      line: right?.line ?? 0,
      expected: left.text,
      observed: right?.text ?? '',
      soft: false,
    })
}
