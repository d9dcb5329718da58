import type { Terminal } from '@/shell/terminal'
import { NOTHING, type QuestionMark } from '../mark'
import { normaliseLines } from '../mark-texts'
import type { CommandQuestion } from '../question'
import { effectOf, namesAreDrawn } from './effect'
import { openMachine, type QuestionEngine, type Shown, settle, tryLine } from './machine'

/** Characters of the engine's answer that are shown, at most. */
const SHOWN_MAX = 2000

/** One line tried on the question's machine. */
type Trial = { readonly terminal: Terminal; readonly shown: Shown }

function attempt(start: Terminal, line: string): Trial {
  const { terminal, output, exitCode } = tryLine(start, line)
  return { terminal: exitCode === null ? terminal : settle(terminal), shown: { output, exitCode } }
}

/**
 * Marks a typed command: all or nothing. It is right when it leaves the machine as one of the references does and the
 * prompt is back exactly when it is there; where the output is compared, it must print the same lines too. A wrong one
 * is told by the first foreseen command that has the same effect.
 */
export function markCommand(question: CommandQuestion, text: string, engine: QuestionEngine): QuestionMark {
  const line = text.trim()
  if (line === '' || line.includes('\n')) {
    return NOTHING
  }
  const start = openMachine(question.start, engine)
  const given = attempt(start, line)
  const shown = given.shown.output.slice(0, SHOWN_MAX)
  const fits = (command: string): boolean => isSame(question, start, attempt(start, command), given)
  if (question.references.some(fits)) {
    return { points: 1, correct: true, feedbackIds: ['answer:right'], misconceptions: [], shown }
  }
  const foreseen = question.mistakes.findIndex(({ command }) => fits(command))
  const misconception = question.mistakes[foreseen]?.misconception
  const refused = given.shown.exitCode !== null && given.shown.exitCode !== 0
  return {
    points: 0,
    correct: false,
    feedbackIds: [foreseen >= 0 ? `foreseen:${foreseen}` : refused ? 'answer:refused' : 'answer:wrong'],
    misconceptions: misconception === undefined ? [] : [misconception],
    shown,
  }
}

function isSame(question: CommandQuestion, start: Terminal, wanted: Trial, given: Trial): boolean {
  const anyName = namesAreDrawn(wanted.terminal.state, start.state)
  const effect = (trial: Trial): string => effectOf(trial.terminal.state, start.state, anyName)
  return (
    (wanted.shown.exitCode === null) === (given.shown.exitCode === null) &&
    (wanted.shown.exitCode === 0) === (given.shown.exitCode === 0) &&
    effect(wanted) === effect(given) &&
    (question.compare === 'effect' || normaliseLines(wanted.shown.output) === normaliseLines(given.shown.output))
  )
}
