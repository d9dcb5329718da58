import { programWords } from './command-words'

/** The shell a command opens, if it succeeds: what the next prompt may belong to. */
export interface OpenedShell {
  readonly context: 'container' | 'same'
  /** The program named in the command (`bash`), null where the image decides. */
  readonly program: string | null
  /** Container or image named, null where unknown. */
  readonly target: string | null
}

const shellNames = new Set(
  'sh bash ash dash zsh fish ksh cmd cmd.exe powershell powershell.exe pwsh pwsh.exe'.split(' '),
)
/** Letters of docker run/exec's short flags that take a value. */
const valueLetters = /[acehlmpuvw]/
/** `docker start -ai`: there `-a` takes none. */
const noValueLetters = /[^\s\S]/
const booleanFlags = new Set(
  '--interactive --tty --detach --rm --init --privileged --publish-all --read-only --no-healthcheck --quiet --oom-kill-disable --sig-proxy --no-stdin --disable-content-trust --attach-all'.split(
    ' ',
  ),
)

/** What shell, if any, the command opens: run -it, exec -it, attach, start -ai, bash, su, sudo -i, ssh… */
export function openedShell(command: string): OpenedShell | null {
  const last = command.split(/&&|;/).at(-1)?.trim() ?? ''
  const words = words400(last)
  const program = words[0] ?? ''
  if (program === 'docker' || program === 'podman') return dockerShell(words.slice(1))
  if (program === 'docker-compose') return composeShell(words.slice(1))
  if (program === 'kubectl' && words.includes('exec'))
    return { context: 'container', program: words.at(-1) ?? null, target: null }
  return hostShell(last, words)
}

function words400(command: string): readonly string[] {
  const shown = programWords(command)
  const from = command.indexOf(shown[0] ?? '')
  return command
    .slice(Math.max(0, from), from + 2000)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '\\' && word !== '`' && word !== '^')
}

function hostShell(command: string, words: readonly string[]): OpenedShell | null {
  const [program = '', second] = words
  if (/\bsudo\s+(?:-i|-s|su)\b/.test(command)) return { context: 'same', program: 'bash', target: null }
  if (shellNames.has(program) && (second === undefined || second.startsWith('-'))) {
    return words.includes('-c') ? null : { context: 'same', program, target: null }
  }
  if (program === 'su' || program === 'newgrp' || program === 'script' || program === 'wsl')
    return { context: 'same', program: null, target: null }
  if (program === 'ssh' || /^(?:docker-machine|vagrant|minikube) ssh/.test(words.join(' ')))
    return { context: 'same', program: null, target: null }
  return null
}

function composeShell(words: readonly string[]): OpenedShell | null {
  const verb = words.find((word) => word === 'exec' || word === 'run')
  if (verb === undefined || words.includes('-T') || words.includes('-d')) return null
  const program = words.at(-1) ?? ''
  return shellNames.has(baseName(program)) ? { context: 'container', program, target: null } : null
}

function dockerShell(words: readonly string[]): OpenedShell | null {
  const rest = skipGlobalFlags(words)
  const [verb = '', ...args] = rest[0] === 'container' ? rest.slice(1) : rest
  if (verb === 'compose') return composeShell(args)
  const { flags, operands } = splitFlags(args, verb === 'start' ? noValueLetters : valueLetters)
  const [target = null, program = null] = operands
  const detached = flags.has('d') || flags.has('--detach')
  const interactive = flags.has('i') || flags.has('--interactive')
  if (verb === 'attach') return { context: 'container', program: null, target }
  if (verb === 'start') return interactive ? { context: 'container', program: null, target } : null
  if (verb !== 'run' && verb !== 'exec') return null
  return interactive && !detached
    ? { context: 'container', program: program === null ? null : baseName(program), target }
    : null
}

function baseName(program: string): string {
  return (
    program
      .replace(/^["']|["']$/g, '')
      .split(/[\\/]/)
      .at(-1) ?? program
  )
}

function skipGlobalFlags(words: readonly string[]): readonly string[] {
  let i = 0
  while (words[i]?.startsWith('-') === true)
    i += /^(?:-H|--host|-c|--context|--config|-l|--log-level)$/.test(words[i] ?? '') ? 2 : 1
  return words.slice(i)
}

function splitFlags(
  args: readonly string[],
  withValue: RegExp,
): { flags: ReadonlySet<string>; operands: readonly string[] } {
  const flags = new Set<string>()
  let i = 0
  while (i < args.length) {
    const word = args[i] ?? ''
    if (!word.startsWith('-') || word === '-') break
    i += takeFlag(word, flags, withValue) ? 2 : 1
  }
  return { flags, operands: args.slice(i) }
}

/** Notes the flag and tells whether the next word is its value. */
function takeFlag(word: string, flags: Set<string>, withValue: RegExp): boolean {
  if (word.startsWith('--')) {
    const [name = word, value] = word.split('=', 2)
    if (value !== 'false') flags.add(name)
    return value === undefined && !booleanFlags.has(name)
  }
  for (const [index, letter] of [...word.slice(1)].entries()) {
    flags.add(letter)
    if (withValue.test(letter)) return index === word.length - 2
  }
  return false
}

/** Whether the program is a shell, so that a prompt must follow. */
export function isShellProgram(program: string | null): boolean {
  return program !== null && shellNames.has(program)
}

/** Whether the command ends the shell it is typed into. */
export function leavesShell(command: string): boolean {
  return /^(?:exit|logout)(?:\s+-?\d+)?\s*;?$/.test(command.trim())
}
