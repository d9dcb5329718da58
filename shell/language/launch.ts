import { emptyList } from '@/engine/append-list'
import type { Descriptor } from '@/engine/kernel/process'
import type { Outcome, SpawnRequest } from '@/engine/kernel/program'
import { complain, isTested, unwindAll } from './frames'
import type { Frame, ShellMemory } from './memory'
import { redirectSelf } from './redirect'
import { environmentOf, memoryOf, messagePrefix, type Run } from './run'

/** The memory of a subshell that runs only `frame` and ends. */
export function forkMemory(run: Run, frame: Frame, isSubstitution: boolean): ShellMemory {
  return {
    ...memoryOf(run),
    fresh: { script: null, interactive: false },
    frames: run.dialect === 'bash' && isTested(run) ? [{ frame: 'tested' }, frame] : [frame],
    source: { from: 'text', buffer: '', position: 0, line: run.line, ended: true },
    options: { ...run.options, interactive: false },
    subshell: true,
    substitutionDepth: run.substitutionDepth + (isSubstitution ? 1 : 0),
    ofInteractive: run.options.interactive || run.ofInteractive,
    shellPid: run.shellPid ?? run.system.process.pid,
    traps: Object.fromEntries(
      Object.entries(run.traps).filter(([name, action]) => action === '' || (name === 'ERR' && run.options.errtrace)),
    ),
    arrived: [],
    jobs: [],
    prompt: null,
    history: emptyList(),
  }
}

/** The model that runs this shell, for a fork of it. */
export function fork(
  run: Run,
  frame: Frame,
  request: Omit<SpawnRequest, 'argv' | 'environment' | 'fork'>,
  isSubstitution = false,
): number | null {
  const { process } = run.system
  const result = run.system.spawn({
    ...request,
    argv: process.argv,
    environment: process.environment,
    fork: { program: process.program, memory: forkMemory(run, frame, isSubstitution) },
  })
  return result.ok ? result.pid : null
}

function notFound(run: Run, name: string): string {
  const prefix = messagePrefix(run)
  if (run.dialect === 'bash')
    return `${prefix}${name}: ${name.includes('/') ? 'No such file or directory' : 'command not found'}`
  return `${prefix}${name}: not found`
}

/** Where the kernel gives no more processes: bash tries four times, and a script ends. The time between is left out. */
export function cannotFork(run: Run): void {
  const prefix = messagePrefix(run)
  const reason = 'Resource temporarily unavailable'
  const [text, status] =
    run.dialect === 'bash'
      ? ([`${`${prefix}fork: retry: ${reason}\n`.repeat(4)}${prefix}fork: ${reason}`, 254] as const)
      : ([`${prefix}${run.dialect === 'dash' ? 'Cannot fork' : `can't fork: ${reason}`}`, 2] as const)
  unwindAll(run)
  if (!run.options.interactive) run.exiting = status
  complain(run, text, status)
}

function complainLaunch(run: Run, name: string, error: string): void {
  if (error === 'not-found') complain(run, notFound(run, name), 127)
  else if (error === 'is-directory')
    complain(
      run,
      `${messagePrefix(run)}${name}: ${run.dialect === 'bash' ? 'Is a directory' : 'Permission denied'}`,
      126,
    )
  else if (error === 'limit') cannotFork(run)
  else if (error === 'bad-format')
    complain(run, `${messagePrefix(run)}${name}: cannot execute binary file: Exec format error`, 126)
  else complain(run, `${messagePrefix(run)}${name}: Permission denied`, 126)
}

/**
 * Whether nothing follows the command, so that the shell may become it instead of waiting for it. Every fork does
 * so, and bash and ash at the end of a `-c`; dash 0.5.12 waits there, and all of them do in a script.
 */
function mayExec(run: Run): boolean {
  return (
    (run.subshell || (run.isCommandString && run.dialect !== 'dash')) &&
    run.frames.length === 0 &&
    run.source.ended &&
    run.source.from === 'text' &&
    isSourceAtEnd(run) &&
    !run.options.interactive &&
    Object.keys(run.traps).length === 0
  )
}

function isSourceAtEnd(run: Run): boolean {
  return /^\s*$/.test(run.source.buffer.slice(run.source.position, run.source.position + 2000))
}

/** A script without `#!`: run by another shell of the same kind. */
function scriptOf(run: Run, path: string, args: readonly string[]): readonly string[] | null {
  const content = run.system.files.read(run.system.path(path))
  if (!content.ok || content.value.kind !== 'text') return null
  const shell = run.dialect === 'bash' ? 'bash' : 'sh'
  return [shell, path, ...args]
}

/** Starts a program in the foreground and waits for it. */
export function launch(
  run: Run,
  argv: readonly string[],
  changes: Readonly<Record<number, Descriptor | null>>,
  descriptors: Readonly<Record<number, Descriptor>>,
  extra: Readonly<Record<string, string>>,
): Outcome | null {
  const own = environmentOf(run)
  const environment = Object.keys(extra).length === 0 ? own : { ...own, ...extra }
  const [name = ''] = argv
  const found = run.system.lookUp(name, environment.PATH ?? '')
  if (!found.ok) {
    redirectSelf(run, changes)
    complainLaunch(run, name, found.error)
    return null
  }
  const withLast = { ...environment, _: found.path }
  if (mayExec(run) && scriptOf(run, found.path, []) === null) {
    for (const [number, descriptor] of Object.entries(changes)) run.system.setDescriptor(Number(number), descriptor)
    return { kind: 'exec', argv, environment: withLast }
  }
  const jobControl = run.options.interactive
  const request: SpawnRequest = { argv, environment: withLast, descriptors, group: jobControl ? 'new' : 'inherit' }
  let spawned = run.system.spawn({ ...request, executable: found.path })
  if (!spawned.ok && spawned.error === 'bad-format') {
    const script = scriptOf(run, found.path, argv.slice(1))
    if (script !== null) spawned = run.system.spawn({ ...request, argv: script })
  }
  if (!spawned.ok) {
    complainLaunch(run, name, spawned.error)
    return null
  }
  waitFor(run, [spawned.pid], argv.join(' '))
  return null
}

/** Waits for children in the foreground; the last one's status counts. `text` names them should they be stopped. */
export function waitFor(run: Run, pids: readonly number[], text: string): void {
  const jobControl = run.options.interactive
  if (jobControl) run.system.setForeground(pids[0] ?? run.system.process.group)
  run.frames.push({ frame: 'wait', pids, statuses: {}, signals: {}, jobControl, text })
}
