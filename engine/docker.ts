import { assertNever } from './assert-never'
import type { CommandLine, HelpAnswer, ParsedCommand } from './cli/command-line'
import { notSimulatedText } from './cli/not-simulated'
import { parseCommandLine } from './cli/parse-command-line'
import { type Call, type Ending, print, printError } from './commands/call'
import { clientVersionLine } from './commands/client-facts'
import { unreachableEngine } from './commands/daemon'
import type { CommandResult, Invocation, Io, OutputChunk } from './io'
import type { EngineState, Transaction } from './state'

/** Output of one command is cut here: no command of a course prints more. */
const OUTPUT_MAX = 4_000_000

/**
 * Runs one docker command. What Docker would print is in `output`, in the order of a terminal; nothing is thrown. A
 * command that goes on (run in the foreground, logs -f…) has no exit code yet but an attachment.
 */
export function runDocker(state: EngineState, invocation: Invocation, io: Io): CommandResult {
  const line = parseCommandLine(invocation.argv, state.profile)
  if (line.kind !== 'command') return answer(state, invocation, io, line)
  const transaction: Transaction = { state }
  const call: Call = { transaction, io, invocation, command: line, output: [] }
  for (const notice of line.notices) print(call, notice)
  const ending = carryOut(call, line)
  const isOver = typeof ending === 'number'
  return {
    state: transaction.state,
    output: limited(call.output),
    exitCode: isOver ? ending : null,
    attachment: isOver ? null : ending,
  }
}

function carryOut(call: Call, command: ParsedCommand): Ending {
  const handler = call.io.command(command.name)
  if (handler === null) {
    printError(call, notSimulatedText(command.path))
    return 1
  }
  return unreachableEngine(call) ?? handler(call)
}

function answer(
  state: EngineState,
  invocation: Invocation,
  io: Io,
  line: Exclude<CommandLine, ParsedCommand>,
): CommandResult {
  const done = (output: readonly OutputChunk[], exitCode: number): CommandResult => ({
    state,
    output,
    exitCode,
    attachment: null,
  })
  switch (line.kind) {
    case 'version':
      return done([{ descriptor: 1, text: clientVersionLine(state.profile.client) }], 0)
    case 'failure':
      return done(chunks(line.stdout, line.stderr), line.exitCode)
    case 'help': {
      const text = `${line.before}${helpText(state, invocation, io, line)}${line.after}`
      return done(line.stream === 'stdout' ? chunks(text, '') : chunks('', text), line.exitCode)
    }
    default:
      return assertNever(line)
  }
}

function helpText({ profile }: EngineState, invocation: Invocation, io: Io, { path, form }: HelpAnswer): string {
  if (io.help === undefined) return `(the help of docker ${path} is not loaded)\n`
  const { terminal, columns, environment, user } = invocation
  const home = environment.HOME ?? (user === 'root' ? '/root' : `/home/${user}`)
  const { client, engine } = profile
  return io.help(path, { client, engine, columns: terminal.stdout ? columns : 80, home, form })
}

function chunks(stdout: string, stderr: string): readonly OutputChunk[] {
  const both: readonly OutputChunk[] = [
    { descriptor: 1, text: stdout },
    { descriptor: 2, text: stderr },
  ]
  return both.filter((chunk) => chunk.text !== '')
}

function limited(output: readonly OutputChunk[]): readonly OutputChunk[] {
  let left = OUTPUT_MAX
  return output.flatMap((chunk) => {
    const text = chunk.text.slice(0, left)
    left -= text.length
    return text === '' && chunk.content === undefined ? [] : [{ ...chunk, text }]
  })
}

/** What a whole command gave, with its streams apart. */
export interface DockerOutcome {
  readonly state: EngineState
  readonly stdout: string
  readonly stderr: string
  /** Null for a command that stays attached. */
  readonly exitCode: number | null
}

const PLAIN: Omit<Invocation, 'argv'> = {
  environment: {},
  directory: '/home/student',
  user: 'student',
  terminal: { stdin: false, stdout: false, stderr: false },
  columns: 120,
  stdin: null,
}

/** Runs `docker …` from a script: no terminal, the streams apart. `argv` comes without the word `docker`. */
export function docker(state: EngineState, argv: readonly string[], io: Io): DockerOutcome {
  const result = runDocker(state, { ...PLAIN, argv }, io)
  const textOf = (descriptor: 1 | 2) =>
    result.output.flatMap((chunk) => (chunk.descriptor === descriptor ? chunk.text : [])).join('')
  return { state: result.state, stdout: textOf(1), stderr: textOf(2), exitCode: result.exitCode }
}
