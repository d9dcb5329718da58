import { matchBare } from './bare-commands'
import type { CollectedCommand } from './collect-command'
import { collectCommand } from './collect-command'
import { isDockerCommand } from './command-words'
import { beforeGluedContext, readContextRow } from './context-rows'
import type { DraftStep, OutputRow } from './finish-step'
import { isAbandoned, isDetachNotice, keysIn } from './keys'
import type { Nesting } from './nesting'
import {
  bottomSession,
  enterRegion,
  enterSession,
  isOpenFamily,
  noteCommand,
  noteDetach,
  startNesting,
  top,
} from './nesting'
import { leavesShell, openedShell } from './opens-shell'
import type { PageLayout, PlacedRow } from './page-layout'
import { plainProgram } from './plain-program'
import { plainTypography } from './plain-typography'
import type { FoundPrompt, PromptKnowledge } from './recognise-prompt'
import { recognisePrompt } from './recognise-prompt'
import type { Row } from './screen-row'
import { indentOf, originalColumn } from './screen-row'
import type { Diagnostic } from './transcript'
import { isHostLike } from './weak-prompts'

/** Everything the paste as a whole taught, before its rows are read one by one. */
export interface PasteKnowledge extends PromptKnowledge {
  readonly contextRows: ReadonlySet<string>
  readonly wrapWidth: number | null
  readonly bareRegions: ReadonlySet<number>
}

export interface RowsRead {
  readonly steps: readonly DraftStep[]
  readonly nesting: Nesting
  readonly diagnostics: readonly Diagnostic[]
}

interface Reading {
  readonly layout: PageLayout
  readonly knowledge: PasteKnowledge
  readonly nesting: Nesting
  readonly steps: DraftStep[]
  readonly diagnostics: Diagnostic[]
  /** Steps whose shell has not shown a prompt again. */
  running: DraftStep[]
  current: DraftStep | null
  previousText: string
  region: number
}

/** Reads the rows from top to bottom into steps. */
export function readRows(layout: PageLayout, knowledge: PasteKnowledge): RowsRead {
  const reading: Reading = {
    layout,
    knowledge,
    nesting: startNesting(),
    steps: [],
    diagnostics: [],
    running: [],
    current: null,
    previousText: '',
    region: 0,
  }
  let index = 0
  while (index < layout.rows.length) index = readRow(reading, index)
  return { steps: reading.steps, nesting: reading.nesting, diagnostics: reading.diagnostics }
}

function readRow(reading: Reading, index: number): number {
  const placed = reading.layout.rows[index]
  if (placed === undefined) return index + 1
  if (placed.region !== reading.region) startRegion(reading, placed.region)
  if (placed.kind === 'mark') {
    endOutput(reading)
    return index + 1
  }
  const found = promptAt(reading, index)
  const next = found === null ? readOutput(reading, placed, index) : readPrompted(reading, placed, index, found)
  if (placed.row.text.trim() !== '') reading.previousText = placed.row.text
  return next
}

function startRegion(reading: Reading, region: number): void {
  reading.region = region
  reading.running = []
  endOutput(reading)
  enterRegion(reading.nesting)
}

function endOutput(reading: Reading): void {
  if (reading.current !== null) reading.current.ended = true
}

function promptAt(reading: Reading, index: number): FoundPrompt | null {
  const { layout, knowledge, nesting } = reading
  const placed = layout.rows[index]
  if (placed === undefined || placed.kind === 'mark') return null
  const found = recognisePrompt(placed.row.text, knowledge, {
    previousText: reading.previousText,
    pending: nesting.pending?.shell ?? null,
    innerFamily: innerFamily(nesting),
    inFence: placed.inFence,
    fenced: layout.fenced,
  })
  if (found !== null && isLoggedPrompt(reading, found)) return null
  if (found !== null || !knowledge.bareRegions.has(placed.region)) return found
  const bare = matchBare(placed.row.text, layout.fenced, reading.previousText)
  return bare === null ? null : { prompt: bare, before: '', quoted: false }
}

/** `docker logs` of an interactive container prints the prompts that were shown in it. */
function isLoggedPrompt(reading: Reading, found: FoundPrompt): boolean {
  const command = reading.current?.command ?? ''
  if (!/\slogs\s/.test(command) || !isDockerCommand(command)) return false
  return !isHostLike(found.prompt) && !isOpenFamily(reading.nesting, found.prompt)
}

/** The row says that the shell which was asked for did not open. */
function isRefusal(text: string): boolean {
  return /^(?:OCI runtime|docker: |Error|unable to|unknown |the input device is not a TTY|Cannot connect|bash: |sh: |ssh: )/.test(
    text,
  )
}

function innerFamily(nesting: Nesting): string | null {
  const session = top(nesting)
  return session === null || session.depth === 0 ? null : session.family
}

function readOutput(reading: Reading, placed: PlacedRow, index: number): number {
  const step = reading.current
  if (step === null || step.ended) return index + 1
  const { text, line } = placed.row
  if (step.rowIndent >= 2 && text.trim() !== '' && indentOf(text) < Math.min(step.rowIndent, 4)) {
    step.ended = true
    return index + 1
  }
  if (step.prompt === '' && text.trimStart().startsWith('#')) {
    step.ended = true
    return index + 1
  }
  step.output.push({ text, line })
  step.keys.push(...keysIn(text))
  if (isDetachNotice(text)) noteDetach(reading.nesting)
  if (isRefusal(text)) reading.nesting.pending = null
  return index + 1
}

function readPrompted(reading: Reading, placed: PlacedRow, index: number, found: FoundPrompt): number {
  const { prompt } = found
  const typed = placed.row.text.slice(prompt.end)
  const context = takeContextRow(reading, prompt.shape)
  keepGluedOutput(reading, placed, found)
  if (found.idle !== undefined) enterSession(reading.nesting, found.idle, '')
  const idle = isIdle(typed)
  const session =
    prompt.shape === 'bare'
      ? bottomSession(reading.nesting, prompt)
      : enterSession(reading.nesting, prompt, idle ? '' : typed)
  dropIdlePrompt(reading, session.depth)
  noteReturned(reading, session.depth)
  if (idle) return noteIdlePrompt(reading, placed, index, typed, session.depth)
  const collected = collectAt(reading, index, found)
  const command = plainProgram(plainTypography(withoutRightPrompt(collected.lines.join('\n'))).trim())
  if (isAbandoned(command)) {
    endOutput(reading)
    return collected.next
  }
  const last = reading.layout.rows[collected.next - 1]?.row ?? placed.row
  const cwd = prompt.cwd ?? context?.cwd ?? null
  startStep(reading, {
    ...placeOf(placed.row, found, last, collected.endIndex),
    session,
    cwd,
    command,
    output: [],
    keys: [],
    idleAt: null,
    ended: false,
    returned: false,
  })
  if (collected.unclosed !== null && collected.unclosed !== 'operator') noteUnclosed(reading, placed.row.line)
  return collected.next
}

function collectAt(reading: Reading, index: number, found: FoundPrompt): CollectedCommand {
  const source = {
    rows: reading.layout.rows,
    isPrompt: (at: number) => promptAt(reading, at) !== null,
    wrapWidth: reading.knowledge.wrapWidth,
  }
  return collectCommand(source, index, found.prompt)
}

/** A prompt at this depth says that the commands running there or deeper have returned. */
function noteReturned(reading: Reading, depth: number): void {
  reading.running = reading.running.filter((step) => {
    if (step.session.depth < depth) return true
    step.returned = true
    return false
  })
}

function startStep(reading: Reading, step: DraftStep): void {
  noteCommand(reading.nesting, openedShell(step.command), reading.steps.length, leavesShell(step.command))
  reading.steps.push(step)
  reading.running.push(step)
  reading.current = step
}

type StepPlace = Pick<DraftStep, 'prompt' | 'commandSpan' | 'indent' | 'rowIndent' | 'quoted'>

/** Where the command stands in the paste, from its first row to its last. */
function placeOf(row: Row, found: FoundPrompt, last: Row, endIndex: number): StepPlace {
  const { prompt, quoted } = found
  return {
    prompt: row.text.slice(prompt.shape === 'bare' ? prompt.end : indexOfPrompt(found), prompt.end),
    commandSpan: {
      line: row.line,
      column: originalColumn(row, prompt.end),
      endLine: last.line,
      endColumn: originalColumn(last, endIndex),
    },
    indent: outputIndent(row.text, found),
    rowIndent: quoted ? 0 : indentOf(row.text),
    quoted,
  }
}

/** How far the output may be indented with the prompt; behind glued output or a quote mark that cannot be told. */
function outputIndent(text: string, found: FoundPrompt): number {
  if (found.quoted) return 0
  return found.before === '' ? found.prompt.start : indentOf(text)
}

function indexOfPrompt(found: FoundPrompt): number {
  return found.before === '' && !found.quoted ? 0 : found.prompt.start
}

function noteUnclosed(reading: Reading, line: number): void {
  reading.diagnostics.push({
    line,
    code: 'unclosed-command',
    message: 'This command does not end: a quote, a here-document or a continued line stays open.',
  })
}

/** Nothing that the shell ran: blank, a remark, a line given up with Ctrl+C, or Docker's notice of a detach. */
function isIdle(typed: string): boolean {
  const trimmed = typed.trim()
  return (
    trimmed === '' || trimmed.startsWith('#') || isAbandoned(trimmed) || isDetachNotice(trimmed) || trimmed === '^D'
  )
}

function noteIdlePrompt(reading: Reading, placed: PlacedRow, index: number, typed: string, depth: number): number {
  const step = reading.current
  if (step === null) return index + 1
  if (isDetachNotice(typed)) {
    step.keys.push('^P^Q')
    noteDetach(reading.nesting)
  } else if (typed.trim() === '^D') step.keys.push('^D')
  if (depth > 0 && !step.ended) {
    if (!isDetachNotice(typed)) step.idleAt = step.output.length
    step.output.push({ text: placed.row.text, line: placed.row.line })
  } else {
    endOutput(reading)
  }
  return index + 1
}

/** An idle prompt of an inner shell stays in the output only when the next prompt is the host's: the shell ended there. */
function dropIdlePrompt(reading: Reading, depth: number): void {
  const step = reading.current
  if (step === null || step.idleAt === null) return
  const followed = step.output.slice(step.idleAt + 1).some((row) => row.text.trim() !== '')
  if (depth > 0 || followed) step.output.splice(step.idleAt, 1)
  step.idleAt = null
}

/** Takes the upper row of a two-line prompt away from the output above it. */
function takeContextRow(reading: Reading, shape: string): ReturnType<typeof readContextRow> {
  const step = reading.current
  const last = step?.output.at(-1)
  const text = last?.text ?? reading.previousText
  if (shape !== 'dollar' && shape !== 'symbol' && shape !== 'hash' && shape !== 'percent') return null
  const context = readContextRow(text, reading.knowledge.contextRows)
  if (context !== null && last !== undefined) step?.output.pop()
  if (context === null && step !== null && last !== undefined) splitGluedContext(reading, step, last)
  return context
}

function splitGluedContext(reading: Reading, step: DraftStep, last: OutputRow): void {
  const before = beforeGluedContext(last.text, reading.knowledge.contextRows)
  if (before === null) return
  step.output.pop()
  step.keys.push(...keysIn(before))
  const text = before.replace(/(?:\^[A-Z\\]\s?){1,16}$/, '')
  if (text.trim() !== '') step.output.push({ ...last, text })
}

/** Output without a line end stands before the prompt; an echoed key there is noted and not kept. */
function keepGluedOutput(reading: Reading, placed: PlacedRow, found: FoundPrompt): void {
  const step = reading.current
  if (step === null || found.before === '') return
  step.keys.push(...keysIn(found.before))
  const text = found.before.replace(/(?:\^[A-Z\\]\s?){1,16}$/, '')
  if (text.trim() !== '' && !step.ended) step.output.push({ text, line: placed.row.line })
}

const rightPrompt =
  / {4,90}(?:[✔✘↵⏎]\s{0,3})?(?:\d{1,3} )?(?:(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?|[✔✘↵⏎])\s{0,4}[^\w\s]?$/u

/** zsh's right prompt: a clock or a mark far to the right of the command. */
function withoutRightPrompt(command: string): string {
  const tail = command.slice(-120)
  return command.slice(0, -120) + tail.replace(rightPrompt, '')
}
