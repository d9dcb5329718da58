import { formatHelp } from '@/engine/cli/help/format-help'
import { PROFILE_TODAY } from '@/engine/profile'
import type { Hub } from '@/engine/registry/hub'
import type { Rules } from '@/engine/rules'
import { openTerminal } from '@/shell/open-terminal'
import { execute, pressKey, type Step, type Terminal, waitFor } from '@/shell/terminal'
import type { StartState } from '../../exercise'
import { createRemember } from './remember'

/** The moment every question begins at: Monday 7 September 2026, 08:00 UTC. */
const BEGINNING = Date.UTC(2026, 8, 7, 8, 0, 0)

/** The engine a question is asked of: the registry it pulls from and, for a wrong engine, the rules that differ. */
export type QuestionEngine = { readonly hub: Hub; readonly rules?: Partial<Rules>; readonly seed?: number }

/** A terminal on a machine prepared as `start` says. The same start gives the same ids, names and ports. */
export function openMachine(start: StartState, { hub, rules, seed = 1 }: QuestionEngine): Terminal {
  const opened = openTerminal({
    hub,
    help: formatHelp,
    profile: PROFILE_TODAY,
    seed,
    clock: BEGINNING,
    files: start.files,
    ...(rules === undefined ? {} : { rules }),
  })
  const prepared = [...start.images.map((image) => `docker pull -q ${image}`), ...start.commands]
  return prepared.reduce((terminal, line) => typeLine(terminal, line).terminal, opened)
}

/** A quiz has a few dozen starts. */
const rememberMachine = createRemember<Terminal>(200)

/** As `openMachine`, made once where the same start comes again and again: a terminal is a value, nobody can spoil it. */
export function preparedMachine(start: StartState, engine: QuestionEngine): Terminal {
  const key = JSON.stringify([start, engine.rules, engine.seed])
  return rememberMachine(engine.hub, key, () => openMachine(start, engine))
}

/** What one line showed; `exitCode` is null while it holds the foreground. */
export type Shown = { readonly output: string; readonly exitCode: number | null }

/** Types lines at a terminal: the terminal after the last one and what each showed. */
export function typeLines(
  terminal: Terminal,
  lines: readonly string[],
): { readonly terminal: Terminal; readonly shown: readonly Shown[] } {
  const shown: Shown[] = []
  let current = terminal
  for (const line of lines) {
    const step = typeLine(current, line)
    current = step.terminal
    shown.push({ output: step.output, exitCode: step.exitCode })
  }
  return { terminal: current, shown }
}

/** Types one line; `^C`, `^D`, `^P^Q` press that key and `@wait 90s` lets time pass. */
function typeLine(terminal: Terminal, line: string): Step {
  if (line === '^C' || line === '^D' || line === '^P^Q') {
    return pressKey(terminal, line)
  }
  const wait = /^@wait (\d{1,5})s$/u.exec(line)
  return wait === null ? execute(terminal, line) : waitFor(terminal, Number(wait[1]) * 1000)
}

/** What is started in the background is followed for so long, in virtual milliseconds. */
const SETTLE_MS = 2000

/** A command that still runs after a glimpse is followed for so long, in virtual milliseconds… */
const PATIENCE_MS = 60_000
/** …if virtual time passes meanwhile, as it does not in a loop that never rests… */
const RESTING_MS = 3000
/** …for at most so many slices of processor time… */
const SLICES_MAX = 10_000
/** …and if it has not written more characters than this. */
const WRITTEN_MAX = 20_000

/** Lets what was started in the background end or settle. */
export function settle(terminal: Terminal): Terminal {
  return waitFor(terminal, SETTLE_MS, SLICES_MAX).terminal
}

/**
 * Types a line that a student wrote: whatever it is, it ends after a bounded number of steps. A command that is still
 * running then counts as holding the foreground.
 */
export function tryLine(terminal: Terminal, line: string): Step {
  const glimpse = execute(terminal, line, { followedByKey: true })
  const passed = glimpse.terminal.state.clock - terminal.state.clock
  if (glimpse.exitCode !== null || passed < RESTING_MS || glimpse.output.length > WRITTEN_MAX) {
    return glimpse
  }
  const rest = waitFor(glimpse.terminal, PATIENCE_MS, SLICES_MAX)
  return { ...rest, output: glimpse.output + rest.output }
}
