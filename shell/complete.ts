import { COMMAND_GROUPS } from '@/engine/cli/command-groups'
import { type CommandSpelling, commandsUnder, findSpelling } from '@/engine/cli/command-table'
import { openFiles } from '@/engine/files/space-view'
import { familiarNamed } from '@/engine/image/store'
import { hostSpace } from '@/engine/kernel/process'
import type { EngineState } from '@/engine/state'
import { attachedSpace, directoryOf, promptOf } from './foreground'
import type { Terminal } from './terminal'

/** What could stand in place of the word that ends a line. */
export interface Completion {
  /** Where that word begins. */
  readonly start: number
  /** In order, each once; a folder ends with a slash. */
  readonly options: readonly string[]
}

const NOTHING: Completion = { start: 0, options: [] }

/** Folders whose programs are offered as the first word of a command. */
const PROGRAM_FOLDERS = ['/bin', '/usr/bin', '/usr/local/bin', '/usr/sbin', '/sbin']

/**
 * What Tab could complete at the host's prompt: a program, a docker command, its options, the objects it takes, or a path.
 * Nothing at any other prompt, and nothing within quotes.
 */
export function completeLine(terminal: Terminal, line: string): Completion {
  const { state, console } = terminal
  if (promptOf(state, console) === null || attachedSpace(state, console) !== hostSpace) return NOTHING
  const command = line.split(/[|;&]|\$\(/u).at(-1) ?? ''
  if (/["'`\\]/u.test(command)) return NOTHING
  const words = command.trimStart().split(/\s+/u)
  const word = words.at(-1) ?? ''
  const candidates = candidatesFor(terminal, words.slice(0, -1), word)
  const options = [...new Set(candidates)].filter((one) => one.startsWith(word) && one !== '').toSorted()
  return { start: line.length - word.length, options }
}

function candidatesFor(terminal: Terminal, before: readonly string[], word: string): readonly string[] {
  if (before.length === 0) return word.includes('/') ? paths(terminal, word) : programs(terminal)
  if (before[0] !== 'docker') return paths(terminal, word)
  const spelling = spellingIn(before.slice(1))
  if (word.startsWith('-')) return spelling === null ? [] : flagsOf(spelling)
  if (spelling !== null) return [...objectsFor(terminal.state, spelling.path), ...paths(terminal, word)]
  const typed = before.slice(1).filter((each) => !each.startsWith('-'))
  if (typed.length > 1) return []
  const groups = typed.length === 0 ? COMMAND_GROUPS.map(({ name }) => name) : []
  return [...groups, ...commandsUnder(typed[0] ?? '').map(({ path }) => path.split(' ').at(-1) ?? '')]
}

/** The command that stands in the words after `docker`; its objects and options may follow. */
function spellingIn(words: readonly string[]): CommandSpelling | null {
  const [first = '', second = ''] = words.filter((word) => !word.startsWith('-'))
  return findSpelling(`${first} ${second}`) ?? findSpelling(first)
}

function flagsOf({ command }: CommandSpelling): readonly string[] {
  return command.flags.filter(({ hidden }) => !hidden).map(({ name }) => `--${name}`)
}

/** Commands by what their arguments name. */
const TAKES_CONTAINERS =
  /^(?:container )?(?:attach|commit|cp|diff|exec|export|inspect|kill|logs|pause|port|rename|restart|rm|start|stats|stop|top|unpause|update|wait)$/u
const TAKES_IMAGES =
  /^(?:(?:image )?(?:history|push|save|tag)|image (?:inspect|rm)|rmi|inspect|(?:container )?(?:run|create))$/u
const TAKES_VOLUMES = /^volume (?:inspect|rm)$/u
const TAKES_NETWORKS = /^network (?:connect|disconnect|inspect|rm)$/u

function objectsFor(state: EngineState, path: string): readonly string[] {
  const containers = () => state.containers.map(({ name }) => name)
  return [
    ...(TAKES_CONTAINERS.test(path) ? containers() : []),
    ...(TAKES_IMAGES.test(path) ? state.references.filter(({ tag }) => tag !== null).map(familiarNamed) : []),
    ...(TAKES_VOLUMES.test(path) ? state.volumes.map(({ name }) => name) : []),
    ...(TAKES_NETWORKS.test(path) ? state.networks.map(({ name }) => name) : []),
    ...(/^network (?:dis)?connect$/u.test(path) ? containers() : []),
  ]
}

function programs({ state, user }: Terminal): readonly string[] {
  const files = openFiles({ state }, hostSpace, user)
  return PROGRAM_FOLDERS.flatMap((folder) => {
    const listed = files.list(folder)
    return listed.ok ? listed.value : []
  })
}

/** Files and folders whose path begins like the word; those with a dot first only where one is typed. */
function paths({ state, console, user }: Terminal, word: string): readonly string[] {
  const files = openFiles({ state }, hostSpace, user)
  const folder = word.slice(0, word.lastIndexOf('/') + 1)
  const here = directoryOf(state, console) ?? '/'
  const home = user === 'root' ? '/root' : `/home/${user}`
  const whole = folder.startsWith('/') ? folder : folder.startsWith('~/') ? home + folder.slice(1) : `${here}/${folder}`
  const listed = files.list(whole)
  if (!listed.ok) return []
  return listed.value
    .filter((name) => !name.startsWith('.') || word.slice(folder.length).startsWith('.'))
    .map((name) => {
      const stat = files.stat(`${whole}/${name}`)
      return folder + name + (stat.ok && stat.value.type === 'directory' ? '/' : '')
    })
}
