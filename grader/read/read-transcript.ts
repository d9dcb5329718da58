import { bareRegions } from './bare-commands'
import { learnWrapWidth } from './collect-command'
import { couldBeCommand } from './command-words'
import { learnContextRows } from './context-rows'
import { explainNoCommand } from './explain-nothing'
import { learnPrompts } from './fancy-prompts'
import { finishStep } from './finish-step'
import { finishSession } from './nesting'
import type { PageLayout } from './page-layout'
import { layOut } from './page-layout'
import { matchShape } from './prompt-shapes'
import type { PasteKnowledge } from './read-rows'
import { readRows } from './read-rows'
import { learnMachines, recognisePrompt } from './recognise-prompt'
import { decodePaste } from './refuse'
import { renderRows } from './render-rows'
import type { Row } from './screen-row'
import { indentOf } from './screen-row'
import { singleSpaced } from './single-spaced'
import type { Diagnostic, Transcript } from './transcript'
import { unwrapRows } from './unwrap-rows'
import { matchWeak, voteOnWeakPrompts } from './weak-prompts'

/**
 * Reads what a terminal showed into steps: one per command, with its output, its shell and its place in the paste.
 * Never throws; a paste that cannot be read has no steps and one diagnostic that says what was expected. Rules: SPEC.md, READ.
 */
export function readTranscript(pasted: string): Transcript {
  const decoded = decodePaste(pasted)
  if (!decoded.ok) return { steps: [], sessions: [], diagnostics: [decoded.diagnostic] }
  const rows = unwrapped(singleSpaced(renderRows(decoded.text)))
  const layout = layOut(rows, looksTyped)
  const read = readRows(layout, learn(layout))
  const nothing = explainNoCommand(rows)
  const isOtherFile = nothing.code !== 'no-command' && read.steps.every((step) => /^\s*#?\s*$/.test(step.prompt))
  if (read.steps.length === 0 || isOtherFile) {
    return { steps: [], sessions: [], diagnostics: [...decoded.diagnostics, nothing] }
  }
  const steps = read.steps.map(finishStep)
  const bare = steps.every((step) => step.prompt === '')
  const diagnostics = [...decoded.diagnostics, ...(bare ? [noPrompt(steps[0]?.line ?? 1)] : []), ...read.diagnostics]
  return { steps, sessions: read.nesting.sessions.map(finishSession), diagnostics }
}

/** Which rows hold prompts is learnt from the rows as they are: a broken one shows its prompt all the same. */
function unwrapped(rows: readonly Row[]): readonly Row[] {
  let isKnown: ((text: string) => boolean) | null = null
  return unwrapRows(rows, (text) => {
    isKnown ??= promptsOf(rows)
    return isKnown(text)
  })
}

/** So many rows teach what the prompts look like. */
const ROWS_LEARNT = 2_000

function promptsOf(rows: readonly Row[]): (text: string) => boolean {
  const layout = layOut(rows.slice(0, ROWS_LEARNT), looksTyped)
  const knowledge = learn(layout)
  const around = { previousText: '', pending: null, innerFamily: null, inFence: layout.fenced, fenced: layout.fenced }
  return (text) => recognisePrompt(text, knowledge, around) !== null
}

function noPrompt(line: number): Diagnostic {
  return {
    line,
    code: 'no-prompt',
    message:
      'No prompt was found; lines that are docker commands were taken as typed. Paste the prompts too, so that nothing is mistaken.',
  }
}

/** A prompt with something behind it, judged by the row alone. */
function looksTyped(text: string): boolean {
  const start = indentOf(text)
  const prompt = matchShape(text, start) ?? matchWeak(text, start)
  if (prompt === null || prompt.shape === 'hash' || prompt.shape === 'angle') return false
  return couldBeCommand(text.slice(prompt.end))
}

function learn(layout: PageLayout): PasteKnowledge {
  const texts = layout.rows.map((placed) => (placed.kind === 'mark' ? '' : placed.row.text))
  const machines = learnMachines(texts)
  const learnt = learnPrompts(texts, machines)
  const knowledge = {
    votes: voteOnWeakPrompts(texts, learnt.count, layout.fenced),
    learnt,
    machines,
    contextRows: learnContextRows(texts),
  }
  const surroundings = { previousText: '', pending: null, innerFamily: null, fenced: layout.fenced }
  const isPrompt = (index: number): boolean => {
    const placed = layout.rows[index]
    if (placed === undefined || placed.kind === 'mark') return false
    return recognisePrompt(placed.row.text, knowledge, { ...surroundings, inFence: placed.inFence }) !== null
  }
  return {
    ...knowledge,
    wrapWidth: learnWrapWidth(texts),
    bareRegions: bareRegions(layout.rows, layout.fenced, isPrompt),
  }
}
