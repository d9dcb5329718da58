import type { Hub } from '@/engine/registry/hub'
import type { Terminal } from '@/shell/terminal'
import { NOTHING, type QuestionMark } from '../mark'
import { normaliseLines } from '../mark-texts'
import type { CommandQuestion } from '../question'
import { effectOf, namesAreDrawn } from './effect'
import { preparedMachine, type Shown, settle, tryLine } from './machine'
import { createRemember } from './remember'

/** Characters of the engine's answer that are shown, at most. */
const SHOWN_MAX = 2000

/** One line tried on the question's machine. */
type Trial = { readonly terminal: Terminal; readonly shown: Shown }

function attempt(start: Terminal, line: string): Trial {
  const { terminal, output, exitCode } = tryLine(start, line)
  return { terminal: exitCode === null ? terminal : settle(terminal), shown: { output, exitCode } }
}

/** What one of the author's commands comes to. */
type Outcome = {
  readonly shown: Shown
  /** Whether Docker chooses the names: then they do not count. */
  readonly anyName: boolean
  readonly effect: string
}

/** The commands of a few hundred questions. */
const rememberOutcome = createRemember<Outcome>(1000)

function outcomeOf(question: CommandQuestion, command: string, hub: Hub): Outcome {
  return rememberOutcome(hub, JSON.stringify([question.start, command]), () => {
    const start = preparedMachine(question.start, { hub })
    const { terminal, shown } = attempt(start, command)
    const anyName = namesAreDrawn(terminal.state, start.state)
    return { shown, anyName, effect: effectOf(terminal.state, start.state, anyName) }
  })
}

/**
 * Marks a typed command: all or nothing. It is right when it leaves the machine as one of the references does and the
 * prompt is back exactly when it is there; where the output is compared, it must print the same lines too. A wrong one
 * is told by the first foreseen command that has the same effect.
 */
export function markCommand(question: CommandQuestion, text: string, hub: Hub): QuestionMark {
  const line = text.trim()
  if (line === '' || line.includes('\n')) {
    return NOTHING
  }
  const start = preparedMachine(question.start, { hub })
  const given = attempt(start, line)
  const shown = given.shown.output.slice(0, SHOWN_MAX)
  const fits = (command: string): boolean => isSame(question, start, outcomeOf(question, command, hub), given)
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

function isSame(question: CommandQuestion, start: Terminal, wanted: Outcome, given: Trial): boolean {
  return (
    (wanted.shown.exitCode === null) === (given.shown.exitCode === null) &&
    (wanted.shown.exitCode === 0) === (given.shown.exitCode === 0) &&
    wanted.effect === effectOf(given.terminal.state, start.state, wanted.anyName) &&
    (question.compare === 'effect' || normaliseLines(wanted.shown.output) === normaliseLines(given.shown.output))
  )
}
