import { formatHelp } from '@/engine/cli/help/format-help'
import { createState } from '@/engine/create-state'
import { docker } from '@/engine/docker'
import { PROFILE_20, PROFILE_28, type Profile } from '@/engine/profile'
import type { Hub } from '@/engine/registry/hub'
import { openTerminal } from '@/shell/open-terminal'
import { ALL_MODELS } from '@/shell/packs/all-models'
import { execute, type Key, pressKey, type Step, type Terminal, waitFor } from '@/shell/terminal'
import type { RecordedCommand, Recording } from './recording'

export interface ReplayedStep {
  readonly where: 'host' | 'inside'
  readonly command: string
  readonly output: string
  readonly exitCode: number | null
}

/** The recordings were typed at once; a real engine takes about this long for a command, or to start something. */
const paceMs = 150
const startMs = 550

/** Who recorded let a second pass before asking for events, whose end counts whole seconds. */
const eventsMs = 1100

/** The machine the recordings were made on. */
const recorder = { hostname: 'vm', kernelRelease: '6.18.44-fc-v509' }

function paceOf(command: string): number {
  if (/^docker (?:system )?events\b/.test(command)) return eventsMs
  return /^docker (?:container )?(?:run|start|restart|exec|stop|build)\b/.test(command) ? startMs : paceMs
}

function profileOf(recording: Recording): Profile {
  return recording.client_version.startsWith('28') ? PROFILE_28 : PROFILE_20
}

/** What another terminal did while a command was in the foreground; the others set the start state up. */
function isMeanwhile(command: string): boolean {
  return /^docker (?:kill|stop|rm)\b/.test(command)
}

function startTerminal(recording: Recording, hub: Hub): Terminal {
  const io = { hub, ...ALL_MODELS, help: formatHelp }
  let state = createState({
    profile: profileOf(recording),
    clock: Date.parse(recording.recorded_at),
    seed: 20,
    ...recorder,
  })
  for (const image of recording.images_before) state = docker(state, ['pull', '-q', image], io).state
  let terminal = openTerminal({
    hub,
    help: formatHelp,
    state,
    columns: recording.terminal_columns,
    pace: paceMs,
    files: recording.files,
  })
  for (const command of recording.hidden_setup.filter((each) => !isMeanwhile(each))) {
    terminal = execute(terminal, `(${command}) > /dev/null 2>&1`).terminal
  }
  return terminal
}

/** The keys that a recorded output shows, in order. */
function keysIn(output: string): readonly Key[] {
  const keys: Key[] = []
  if (output.includes('^C')) keys.push('^C')
  if (output.includes('^\\')) keys.push('^\\')
  if (output.includes('read escape sequence')) keys.push('^P^Q')
  return keys
}

/** Lines that were typed at a question of the command itself. */
function answerTo(screen: string, recorded: RecordedCommand): string | null {
  if (/\[y\/N\] $/.test(screen)) return /\[y\/N\] (\w*)/.exec(recorded.output)?.[1] ?? 'y'
  if (/Username: $/.test(screen) && !recorded.output.includes('Username: ^C')) return 'student'
  if (/Password: $/.test(screen)) return recorded.output.includes('Login Succeeded') ? 'secret123' : 'faux'
  return null
}

/** Waits until a container is as old as the recorded table says. */
function reachAges(terminal: Terminal, output: string): Terminal {
  const due = output.split('\n').flatMap((row) => {
    const [, seconds, name] = /\s(\d+) seconds? ago\b.*\s(\S+)\s*$/.exec(row) ?? []
    const container = terminal.state.containers.find((one) => one.name === name)
    return container === undefined ? [] : [container.createdAt + Number(seconds) * 1000]
  })
  const wait = Math.max(0, ...due) + agesSettleMs - terminal.state.clock
  return wait > 0 && wait < agesMax ? waitFor(terminal, wait).terminal : terminal
}

const agesSettleMs = 100
const agesMax = 60_000

interface Played {
  readonly terminal: Terminal
  readonly output: string
  readonly exitCode: number | null
}

function joined(before: Played, step: Step, echoed = ''): Played {
  return { terminal: step.terminal, output: before.output + echoed + step.output, exitCode: step.exitCode }
}

function answerQuestions(played: Played, recorded: RecordedCommand): Played {
  let current = played
  for (let count = 0; count < 4 && current.exitCode === null; count += 1) {
    const answer = answerTo(current.output, recorded)
    if (answer === null) return current
    const isHidden = /Password: $/.test(current.output)
    current = joined(current, execute(current.terminal, answer), isHidden ? '' : `${answer}\n`)
  }
  return current
}

/** A command still in the foreground although the recording goes on at the host. */
function leaveForeground(played: Played, recorded: RecordedCommand, meanwhile: readonly string[]): Played {
  const [other] = meanwhile
  if (other !== undefined && (recorded.exit_status ?? 0) >= 128) {
    const second = execute(openTerminal({ hub: played.terminal.io.hub, state: played.terminal.state, pace: 0 }), other)
    const back = waitFor({ ...played.terminal, state: second.terminal.state }, 300)
    return joined(played, back)
  }
  if (recorded.exit_status === 130) return joined(played, pressKey(played.terminal, '^C'))
  const isAtInnerPrompt = played.terminal.line !== '' && /[#$] $/.test(played.terminal.line)
  return joined(
    played,
    pressKey(played.terminal, isAtInnerPrompt ? '^D' : '^P^Q'),
    isAtInnerPrompt ? played.terminal.line : '',
  )
}

function play(
  terminal: Terminal,
  recorded: RecordedCommand,
  next: RecordedCommand | undefined,
  meanwhile: readonly string[],
): Played {
  const keys = keysIn(recorded.output)
  const aged = reachAges({ ...terminal, pace: paceOf(recorded.command) }, recorded.output)
  const first = execute(aged, recorded.command, {
    followedByKey: keys.length > 0 || (meanwhile.length > 0 && next?.where === 'host'),
  })
  let played: Played = { terminal: first.terminal, output: first.output, exitCode: first.exitCode }
  played = answerQuestions(played, recorded)
  for (const key of keys) {
    if (played.exitCode !== null) break
    const prompt = played.terminal.line
    const isShown = recorded.where === 'inside' && key === '^P^Q'
    played = joined(played, pressKey(played.terminal, key), isShown ? prompt : '')
  }
  if (played.exitCode === null && next?.where !== 'inside' && recorded.where === 'host')
    played = leaveForeground(played, recorded, meanwhile)
  return played
}

/** Runs a recording's commands from its start state; keys are taken from the recorded output, as in a paste. */
export function replayRecording(recording: Recording, hub: Hub): readonly ReplayedStep[] {
  const steps: ReplayedStep[] = []
  const meanwhile = recording.hidden_setup.filter(isMeanwhile)
  let terminal = startTerminal(recording, hub)
  let opener = -1
  for (const [index, recorded] of recording.commands.entries()) {
    const played = play(terminal, recorded, recording.commands[index + 1], meanwhile)
    terminal = played.terminal
    const { where, command } = recorded
    steps.push({
      where,
      command,
      output: played.output.replace(/\n+$/, ''),
      exitCode: where === 'host' ? played.exitCode : null,
    })
    if (where === 'host' && played.exitCode === null) opener = steps.length - 1
    const opened = steps[opener]
    if (where === 'inside' && played.exitCode !== null && opened !== undefined) {
      steps[opener] = { ...opened, exitCode: played.exitCode }
      opener = -1
    }
  }
  return steps
}
