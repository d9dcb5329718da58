import { openTerminal } from '@/shell/open-terminal'
import { execute, pressKey, type Terminal, waitFor } from '@/shell/terminal'
import { readRefusal } from '../compare/refusal'
import { eventsBetween } from '../judge/changes'
import { linesOf } from '../judge/run-step'
import type { Key } from '../read/transcript'
import type { Episode, History } from '../score/history'
import type { ScriptAction } from './script'

/** A session as it was rehearsed on the engine: what each terminal shows, and the history a perfect replay would give. */
export interface Rehearsal {
  readonly transcripts: readonly string[]
  readonly history: History
}

/** Changes a line just before it is typed; lines put before it are typed first. */
export type LineChange = (line: string, terminal: Terminal) => readonly string[]

const AS_IT_IS: LineChange = (line) => [line]

/** The prompt of a shell that waits for the rest of a command. */
const MORE = '> '

interface Typing {
  readonly number: number
  readonly command: string
  readonly keys: readonly Key[]
  readonly before: Terminal
  readonly output: string
}

/** A rehearsal under way. Terminals share one machine: each takes its state from the one that was used last. */
class Stage {
  private terminals: readonly Terminal[]
  private texts: readonly string[] = ['']
  private current = 0
  private typing: Typing | null = null
  private readonly episodes: Episode[] = []

  constructor(start: Terminal) {
    this.terminals = [start]
  }

  private get terminal(): Terminal {
    const terminal = this.terminals[this.current]
    if (terminal === undefined) throw new Error('the stage has no such terminal')
    return terminal
  }

  private put(terminal: Terminal, shown: string): void {
    this.terminals = this.terminals.map((one, index) =>
      index === this.current ? terminal : { ...one, state: terminal.state },
    )
    this.texts = this.texts.map((text, index) => (index === this.current ? text + shown : text))
  }

  type(line: string, followedByKey: boolean, change: LineChange): void {
    const goesOn = this.terminal.line === MORE
    for (const typed of goesOn ? [line] : change(line, this.terminal)) {
      const before = this.terminal
      if (before.line !== MORE) this.finish()
      const step = execute(before, typed, { followedByKey })
      this.put(step.terminal, `${step.promptBefore.trimEnd()} ${typed}\n${ended(step.output)}`)
      this.typing =
        this.typing === null
          ? { number: this.current, command: typed, keys: [], before, output: step.output }
          : { ...this.typing, command: `${this.typing.command}\n${typed}`, output: this.typing.output + step.output }
    }
  }

  press(key: Key): void {
    const step = pressKey(this.terminal, key, { followedByKey: true })
    this.put(step.terminal, ended(step.output))
    if (this.typing !== null)
      this.typing = { ...this.typing, keys: [...this.typing.keys, key], output: this.typing.output + step.output }
  }

  wait(ms: number): void {
    const step = waitFor(this.terminal, ms)
    this.put(step.terminal, ended(step.output))
    if (this.typing !== null) this.typing = { ...this.typing, output: this.typing.output + step.output }
  }

  goTo(number: number): void {
    this.finish()
    const { state, io, pace, user } = this.terminal
    while (this.terminals.length < number) {
      this.terminals = [...this.terminals, openTerminal({ hub: io.hub, state, pace, user })]
      this.texts = [...this.texts, '']
    }
    this.current = number - 1
    this.terminals = this.terminals.map((one, index) => (index === this.current ? { ...one, state: one.state } : one))
  }

  private finish(): void {
    if (this.typing === null) return
    const { number, command, keys, before, output } = this.typing
    const lines = linesOf(output)
    const { state } = this.terminal
    this.episodes.push({
      transcript: number,
      line: this.episodes.length + 1,
      command,
      keys,
      observed: lines,
      predicted: lines,
      verdict: readRefusal(lines) === null ? 'consistent' : 'failed',
      before,
      after: state,
      events: eventsBetween(before.state, state),
    })
    this.typing = null
  }

  end(): Rehearsal {
    this.finish()
    const transcripts = this.texts.map((text, index) => `${text}${this.terminals[index]?.line.trimEnd() ?? ''}\n`)
    return { transcripts, history: this.episodes }
  }
}

function ended(output: string): string {
  return output === '' || output.endsWith('\n') ? output : `${output}\n`
}

/** Runs a script on the engine, from a terminal on the exercise's machine. */
export function rehearse(start: Terminal, actions: readonly ScriptAction[], change: LineChange = AS_IT_IS): Rehearsal {
  const stage = new Stage(start)
  for (const [index, action] of actions.entries()) {
    if (action.kind === 'type') stage.type(action.line, actions[index + 1]?.kind === 'key', change)
    else if (action.kind === 'key') stage.press(action.key)
    else if (action.kind === 'wait') stage.wait(action.ms)
    else stage.goTo(action.number)
  }
  return stage.end()
}
