import type { Program, System } from '@/engine/kernel/program'
import type { Signal } from '@/engine/kernel/signal'
import { complain } from '../language/frames'
import { step, takeSignals } from '../language/interpret'
import { type Fresh, type Invocation, newShell, type ShellMemory, type ShellOptions } from '../language/memory'
import { beginRun, memoryOf, type Run, setVariables } from '../language/run'
import type { Dialect } from '../language/syntax'

/** Small steps of one slice: past them the others get their turn. */
const stepsOfSlice = 300

const letters: Readonly<Record<string, keyof ShellOptions>> = {
  e: 'errexit',
  u: 'nounset',
  x: 'xtrace',
  v: 'verbose',
  f: 'noglob',
}
const longNames: readonly (keyof ShellOptions)[] = ['errexit', 'nounset', 'xtrace', 'pipefail', 'noglob']

/** Reads a shell's own command line: options, `-c text name args…`, or a script and its arguments. */
function readArguments(argv: readonly string[]): Invocation {
  const [own = 'sh', ...rest] = argv
  const options: Partial<Record<keyof ShellOptions, boolean>> = {}
  let isCommand = false
  let interactive = false
  let index = 0
  while (index < rest.length && /^[-+]./.test(rest[index] ?? '') && rest[index] !== '--') {
    const word = rest[index] ?? ''
    index += 1
    for (const letter of word.startsWith('--') ? '' : word.slice(1)) {
      const option = letters[letter]
      if (letter === 'c') isCommand = true
      else if (letter === 'i') interactive = true
      else if (letter === 'o') {
        const named = longNames.find((name) => name === rest[index])
        index += 1
        if (named !== undefined) options[named] = true
      } else if (option !== undefined) options[option] = word.startsWith('-')
    }
  }
  if (rest[index] === '--' || rest[index] === '-') index += 1
  const args = rest.slice(index)
  if (isCommand)
    return { text: args[0] ?? '', script: null, name: args[1] ?? own, parameters: args.slice(2), options, interactive }
  return { text: null, script: args[0] ?? null, name: args[0] ?? own, parameters: args.slice(1), options, interactive }
}

/** What an interactive shell deals with itself: Ctrl+C returns to its prompt, TERM does nothing. */
const interactiveSignals: readonly Signal[] = ['INT', 'QUIT', 'TERM', 'TSTP']

function openScript(run: Run, script: string): void {
  const content = run.system.files.read(run.system.path(script))
  if (content.ok && content.value.kind === 'text') {
    run.source = { from: 'text', buffer: content.value.text, position: 0, line: 1, ended: true }
    return
  }
  run.frames = []
  run.source = { ...run.source, ended: true }
  if (run.dialect === 'bash')
    complain(
      run,
      `bash: ${script}: ${content.ok ? 'cannot execute binary file' : 'No such file or directory'}`,
      content.ok ? 126 : 127,
    )
  else
    complain(
      run,
      run.dialect === 'dash'
        ? `sh: 0: cannot open ${script}: No such file`
        : `sh: can't open '${script}': No such file or directory`,
      2,
    )
  run.exiting = run.status
}

/** An interactive bash begins with ~/.bashrc. */
function readStartupFile(run: Run): void {
  const content = run.system.files.read(`${run.variables.HOME?.value ?? '/root'}/.bashrc`)
  if (content.ok && content.value.kind === 'text')
    run.frames.push({ frame: 'text', text: content.value.text, position: 0, line: 1 })
}

/** The first slice: what depends on the process and not only on its arguments. */
function wake(run: Run, fresh: Fresh): void {
  const { process } = run.system
  run.fresh = null
  run.shellPid ??= process.pid
  if (run.subshell) {
    for (const signal of interactiveSignals)
      if (process.dispositions[signal] === 'handle') run.system.setDisposition(signal, 'default')
    return
  }
  run.startedAt = run.system.now()
  run.random = process.hostPid * 7919
  const level = String((Number(run.variables.SHLVL?.value ?? 0) || 0) + 1)
  setVariables(run, {
    PWD: process.directory,
    OPTIND: '1',
    ...(run.dialect !== 'dash' && { SHLVL: level }),
  })
  if (fresh.script !== null) {
    openScript(run, fresh.script)
    return
  }
  const isTerminal = run.system.isTerminal(0) && run.system.isTerminal(2)
  if (!fresh.interactive && !(run.source.from === 'descriptor' && isTerminal)) return
  run.options = { ...run.options, interactive: true }
  run.system.setForeground(process.group)
  for (const signal of interactiveSignals) run.system.setDisposition(signal, 'handle')
  if (run.dialect === 'bash') readStartupFile(run)
}

function runSlice(memory: ShellMemory, system: System) {
  const run = beginRun(memory, system)
  if (run.fresh !== null) wake(run, run.fresh)
  for (let count = 0; count < stepsOfSlice; count += 1) {
    takeSignals(run)
    const outcome = step(run)
    if (outcome !== null) return outcome
  }
  return { kind: 'wait' as const, memory: memoryOf(run), wait: { on: 'ready' as const } }
}

/** A shell of one dialect as a program. */
export function shellProgram(name: string, dialect: Dialect): Program {
  return {
    name,
    begin: (argv, environment): ShellMemory => newShell(dialect, readArguments(argv), environment),
    step(memory: ShellMemory, system: System) {
      return runSlice(memory, system)
    },
  }
}
