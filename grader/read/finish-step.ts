import { isDockerCommand, programWords } from './command-words'
import type { OpenSession } from './nesting'
import { expandTabs } from './screen-row'
import type { Key, ReadStep, TextSpan } from './transcript'

export interface OutputRow {
  readonly text: string
  readonly line: number
}

/** A step while its output is still being read. */
export interface DraftStep {
  readonly prompt: string
  readonly session: OpenSession
  readonly cwd: string | null
  readonly command: string
  readonly commandSpan: TextSpan
  /** Blanks the output may share with the prompt, and how far the prompt's own row is indented. */
  readonly indent: number
  readonly rowIndent: number
  readonly quoted: boolean
  readonly output: OutputRow[]
  readonly keys: Key[]
  /** Index in `output` of an inner shell's prompt with nothing typed, which stays only if the inner shell ended there. */
  idleAt: number | null
  /** No more output belongs to it: its fence or its paragraph ended. */
  ended: boolean
  returned: boolean
}

const cutMark = /^\s*(?:\.{3,}|…|\[\s?(?:\.{3}|…)\s?\]|<snip>|\[snip\]|\(\.{3}\)|# ?(?:\[…\]|\.{3}|…))\s*$/
/** Docker commands whose output is a program's, and may therefore hold anything. */
const foreignOutput = new Set([
  'run',
  'exec',
  'logs',
  'attach',
  'start',
  'build',
  'buildx',
  'compose',
  'cp',
  'container',
  'help',
])

export function finishStep(draft: DraftStep): ReadStep {
  const rows = withoutTrailingRemarks(trimBlankRows(draft.output.map((row) => cleanRow(row, draft))), draft.command)
  const { line, endLine } = draft.commandSpan
  return {
    line,
    endLine: Math.max(endLine, rows.at(-1)?.line ?? endLine),
    prompt: draft.prompt,
    context: draft.session.context,
    session: draft.session.id,
    shellDepth: draft.session.depth,
    cwd: draft.cwd,
    command: draft.command,
    commandSpan: draft.commandSpan,
    output: rows.map((row) => row.text).join('\n'),
    outputLines: rows.map((row) => row.line),
    keys: draft.keys,
    cut: rows.some((row) => cutMark.test(row.text)),
    unfinished: !draft.returned,
  }
}

function cleanRow(row: OutputRow, draft: DraftStep): OutputRow {
  const unquoted = draft.quoted ? row.text.replace(/^\s*> ?/, '') : row.text
  const text = expandTabs(dedent(unquoted, draft.indent)).trimEnd()
  return { ...row, text }
}

/** Removes at most as many blanks as stood before the prompt. */
function dedent(text: string, indent: number): string {
  let i = 0
  while (i < indent && text.charAt(i) === ' ') i++
  return text.slice(i)
}

function trimBlankRows(rows: readonly OutputRow[]): readonly OutputRow[] {
  let end = rows.length
  while (end > 0 && rows[end - 1]?.text === '') end--
  return rows.slice(0, end)
}

/** The writer's own remarks before the next prompt: after a blank row, and where Docker itself prints no such line. */
function withoutTrailingRemarks(rows: readonly OutputRow[], command: string): readonly OutputRow[] {
  if (!isDockerCommand(command) || mayPrintAnything(command)) return rows
  let start = rows.length
  while (start > 0 && isRemark(rows[start - 1]?.text ?? '')) start--
  const remarks = rows.slice(start)
  const apart = remarks[0]?.text === '' || (start === 0 && remarks.every((row) => row.text.startsWith('#')))
  if (!apart) return rows
  return trimBlankRows(rows.slice(0, start))
}

function mayPrintAnything(command: string): boolean {
  const [, verb = '', ...rest] = programWords(command)
  if (verb === 'run' && rest.some((word) => word === '--detach' || /^-[a-zA-Z]{0,4}d[a-zA-Z]{0,4}$/.test(word)))
    return false
  return foreignOutput.has(verb)
}

/** A comment, a heading, or a sentence in the writer's language; Docker prints neither accents nor closing colons. */
function isRemark(text: string): boolean {
  if (text === '' || text.startsWith('#') || text.startsWith('//')) return true
  if (/\S {2,}\S/.test(text) || /^(?: |Error|WARNING)/.test(text) || text.length > 400) return false
  if (
    /^(?:\d{1,2}[.)]|Étape|Step \d|Exercice|Exercise|Question|Task|Tâche)\s/.test(text) &&
    !/^Step \d+\/\d+ :/.test(text)
  )
    return true
  return text.split(' ').length >= 3 && (/[à-öø-ÿœ\u3000-\u9fff]/.test(text) || /^[A-Z].*[a-z] ?:$/.test(text))
}
