import { assertNever } from '@/engine/assert-never'
import { formatHelp } from '@/engine/cli/help/format-help'
import type { Hub } from '@/engine/registry/hub'
import { viewMachine } from '@/grader/explain/machine-view'
import { editingOf, leaveEdit, saveEdit } from '@/shell/edit'
import { isAwaitingInput, isTypingUnseen, promptOf } from '@/shell/foreground'
import { openLightTerminal } from '@/shell/packs/light-terminal'
import { execute, pressKey, type Step, type Terminal, waitFor } from '@/shell/terminal'
import { stepLight } from '../terminal/load-packs'
import type { Act, Shown, Standing } from './practice-act'
import type { PlannedMove, PracticePlan } from './practice-plan'

/** A terminal with what is planned to be done there. Never changed: an act gives a new one. */
export interface PracticeMachine {
  readonly terminal: Terminal
  readonly plan: PracticePlan
  /** The next step of the plan; its length once all are done. */
  readonly next: number
}

/** Virtual time a tick may take at most: a page that was asleep must not catch up with hours. */
const WAIT_MS_MAX = 3_600_000

/**
 * Opens a terminal in the state a plan begins with.
 * @param onProgress is told how many of the preparing moves are done.
 * @throws {PackFailed} where a part of the engine does not load.
 */
export async function openPractice(
  hub: Hub,
  plan: PracticePlan,
  onProgress: (done: number) => void = () => {},
): Promise<PracticeMachine> {
  let terminal = openLightTerminal({ hub, help: formatHelp, seed: plan.draw })
  for (const [index, move] of plan.preparation.entries()) {
    terminal = (await play(terminal, move)).terminal
    onProgress(index + 1)
  }
  return { terminal: { ...terminal, io: { ...terminal.io, editor: true } }, plan, next: 0 }
}

/**
 * Does what the student did. What is the plan's next step counts as that one: it is done as the chapter does it, and so
 * is what the chapter does out of sight after it.
 * @throws {PackFailed} where a part of the engine does not load; the machine is as it was.
 */
export async function perform(
  machine: PracticeMachine,
  act: Act,
): Promise<{ readonly machine: PracticeMachine; readonly shown: Shown }> {
  const { plan } = machine
  const planned = plan.steps[machine.next]
  const isPlanned = planned !== undefined && isSame(planned, act)
  const first = await (isPlanned
    ? play(machine.terminal, planned)
    : stepLight(machine.terminal, (now) => doAct(now, act)))
  let { terminal, output } = first
  let next = machine.next
  if (isPlanned) {
    next += 1
    for (let move = plan.steps[next]; move?.hidden === true; move = plan.steps[next]) {
      const step = await play(terminal, move)
      terminal = step.terminal
      if (move.action.kind === 'wait') output += step.output
      next += 1
    }
  }
  const after = { terminal, plan, next }
  return { machine: after, shown: { output, standing: standingOf(after) } }
}

/** How the terminal of a machine stands. */
export function standingOf({ terminal, plan, next }: PracticeMachine): Standing {
  const { state, console, line } = terminal
  return {
    line,
    isPrompt: promptOf(state, console) === line,
    isBusy: !isAwaitingInput(state, console),
    isUnseen: isTypingUnseen(state, console),
    editing: editingOf(terminal),
    machine: viewMachine(state),
    done: plan.steps.slice(0, next).filter((move) => !move.hidden).length,
  }
}

function isSame({ action }: PlannedMove, act: Act): boolean {
  return (
    (action.kind === 'type' && act.kind === 'line' && action.input === act.text) ||
    (action.kind === 'press' && act.kind === 'key' && action.key === act.key)
  )
}

function play(terminal: Terminal, { action, followedByKey }: PlannedMove): Promise<Step> {
  return stepLight(terminal, (now) => {
    switch (action.kind) {
      case 'type':
        return execute(now, action.input, { followedByKey })
      case 'press':
        return pressKey(now, action.key)
      case 'wait':
        return waitFor(now, action.seconds * 1000)
      default:
        return assertNever(action)
    }
  })
}

function doAct(terminal: Terminal, act: Act): Step {
  switch (act.kind) {
    case 'line':
      return execute(terminal, act.text)
    case 'key':
      return pressKey(terminal, act.key)
    case 'wait':
      return waitFor(terminal, Math.min(WAIT_MS_MAX, act.ms))
    case 'save':
      return saveEdit(terminal, act.text)
    case 'leave':
      return leaveEdit(terminal)
    default:
      return assertNever(act)
  }
}
