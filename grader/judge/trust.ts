import { TELLING } from '../compare/document'
import type { Mismatch } from '../compare/unify'

/**
 * How far the engine's output may be held against a paste.
 * - `strict`: the output follows from the machine's state alone (listings, life cycle, templates);
 * - `loose`: it depends on programs and images of which a real machine may have another version: agreement proves
 *   something, disagreement nothing, except for Docker's own refusals;
 * - `none`: we cannot run it.
 */
export type Trust = 'strict' | 'loose' | 'none'

const STRICT_DOCKER = new Set([
  'ps',
  'container ls',
  'container list',
  'container ps',
  'images',
  'image ls',
  'image list',
  'stop',
  'container stop',
  'start',
  'container start',
  'restart',
  'container restart',
  'kill',
  'container kill',
  'rm',
  'container rm',
  'container remove',
  'create',
  'container create',
  'pause',
  'container pause',
  'unpause',
  'container unpause',
  'rename',
  'container rename',
  'port',
  'container port',
  'wait',
  'container wait',
  'tag',
  'image tag',
  'inspect',
  'container inspect',
  'volume create',
  'volume ls',
  'volume list',
  'volume rm',
  'volume remove',
  'network create',
  'network ls',
  'network list',
  'network rm',
  'network remove',
  'network connect',
  'network disconnect',
])

/** Filters whose output follows from their input. */
const FILTERS = new Set([
  'grep',
  'wc',
  'head',
  'tail',
  'cut',
  'sort',
  'uniq',
  'tr',
  'cat',
  'awk',
  'sed',
  'xargs',
  'tee',
])

/** Commands of the host that need nothing of it. */
const PLAIN = new Set(['echo', 'true', 'sleep', 'time', 'cd', 'clear'])

/** Lines are read up to this many characters: beyond, no student typed them. */
const LINE_MAX = 4_000

/** How far to trust the prediction of this command's output. */
export function trustOf(command: string, context: 'host' | 'container'): Trust {
  const parts = simpleCommands(command.slice(0, LINE_MAX))
  if (context === 'container')
    return parts.every((words) => /^(?:exit|hostname|true|false)$/.test(words[0] ?? '') || isStatusEcho(words))
      ? 'strict'
      : 'loose'
  if (parts.length === 0) return 'none'
  return parts.every(isStrict) ? 'strict' : 'loose'
}

function isStrict(words: readonly string[], index: number): boolean {
  const [first = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words
  if (first !== 'docker') return PLAIN.has(first) || (index > 0 && FILTERS.has(first))
  if (rest.includes('--help') || !hasPlainTemplate(rest)) return false
  if (/^images?$/.test(rest[0] ?? '') && rest.some((word) => BY_IMAGE.test(word.replace(/^--filter=/, ''))))
    return false
  const sub = rest.filter((word) => !word.startsWith('-'))
  const name = STRICT_DOCKER.has(sub[0] ?? '') ? (sub[0] ?? '') : `${sub[0] ?? ''} ${sub[1] ?? ''}`
  if (name === 'start' || name === 'container start')
    return !rest.some((word) => /^-[a-z]*[ai]|^--(?:attach|interactive)/.test(word))
  if (sub[0] === 'run' || name === 'container run') return rest.some((word) => /^-[a-z]*d[a-z]*$|^--detach$/.test(word))
  return STRICT_DOCKER.has(name)
}

/** Fields of templates that follow from what was asked of Docker; others differ between versions, machines and images. */
const PLAIN_FIELD =
  /^\.(?:State(?:\.(?:Status|Running|Paused|Restarting|ExitCode|Pid|StartedAt|FinishedAt|OOMKilled|Error))?|Names?|Status|ID|Id|Image|RestartCount|Repository|Tag|Driver|Scope|Ports|Networks|CreatedAt|RunningFor|CreatedSince|Config\.(?:Hostname|Tty|OpenStdin)|HostConfig\.(?:AutoRemove|RestartPolicy\S*|Memory|NanoCpus|NetworkMode|PortBindings\S*)|NetworkSettings\.(?:Ports|IPAddress)\S*)?$/

function hasPlainTemplate(words: readonly string[]): boolean {
  const template = words.filter((word) => word.includes('{{')).join(' ')
  return [...template.matchAll(/(?<![\w$])\.[A-Za-z][\w.]*/g)].every(([field]) => PLAIN_FIELD.test(field))
}

function isStatusEcho(words: readonly string[]): boolean {
  return words.length === 2 && words[0] === 'echo' && words[1] === '$?'
}

/** The words of each simple command of a line, roughly: substitutions count as commands of their own. */
export function simpleCommands(line: string): readonly (readonly string[])[] {
  if (line === lastCut.line) return lastCut.commands
  const commands = cutCommands(line)
  lastCut = { line, commands }
  return commands
}

/** One line is asked about many times over while it is judged. */
let lastCut: { readonly line: string; readonly commands: readonly (readonly string[])[] } = { line: '', commands: [] }

function cutCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]]
  for (const [token] of line.matchAll(/'[^']*'|"(?:[^"\\]|\\.)*"|\$\(|&&|\|\||[|;&\n()]|[^\s'"|;&()]+/g)) {
    if (/^(?:\$\(|&&|\|\||[|;&\n()])$/.test(token)) commands.push([])
    else commands.at(-1)?.push(token.replace(/^["']|["']$/g, ''))
  }
  return commands
    .map((words) => words.slice(words.findIndex((word) => !/^[A-Za-z_]\w*=|^winpty$/.test(word))))
    .map((words) => words.filter((word) => !/^\d?[<>]/.test(word)))
    .filter((words) => words.length > 0)
}

/** Does a disagreement of this kind prove anything about this command? */
export function counts(item: Mismatch, trust: Trust, command: string): boolean {
  if (IMPOSSIBLE.has(item.code)) return true
  if (trust !== 'strict') return false
  return isInspection(command) ? isTelling(item) : true
}

/** What no Docker prints, and ids that were given to something else. */
const IMPOSSIBLE = new Set([
  'foreign-id',
  'impossible-status',
  'impossible-ports',
  'impossible-digest',
  'impossible-value',
  'row-order',
  'different-size',
  'age-impossible',
])

function isInspection(command: string): boolean {
  return /\binspect\b/.test(command) && !/--format|\s-f\b/.test(command)
}

/** Rows of an inspected document, cut out by filters: only some keys are the same on every machine. */
function isTelling(item: Mismatch): boolean {
  if (item.code !== 'different-text') return item.code !== 'line-missing' && item.code !== 'line-unknown'
  const key = /^\s*"(\w+)": /.exec(item.expected)?.[1]
  return key !== undefined && TELLING.has(key) && item.observed.includes(`"${key}"`)
}

/** A list of images by what images are: another release has other labels and dates. */
const BY_IMAGE = /^(?:before|since|label|until)=/

/** Commands of Docker that only look. */
const LOOKING =
  /^(?:ps|images|inspect|logs|top|stats|port|diff|history|search|version|info|events|help|wait|context|(?:container|image|volume|network) (?:ls|list|ps|inspect|logs|top|stats|port|diff|history|wait)|system (?:df|info|events))$/

/** Commands of the host that leave the machine as it is, as far as Docker sees. */
const HARMLESS =
  /^(?:echo|true|false|ls|cat|cd|pwd|clear|head|tail|grep|wc|cut|sort|uniq|tr|awk|sed|sleep|time|date|whoami|id|hostname|uname|curl|wget|ping|which|man|history|less|more|mkdir|touch|rm|cp|mv|nano|vim?|code|export|exit|env|tree|find|ip|ss|netstat|ps|df|du|free|file|stat|test|\[)$/

/** Does the command list only what fits a condition? */
export function isFiltered(command: string): boolean {
  return /\s(?:-f|--filter)[\s=]/.test(command)
}

/** Could the command change what is on the machine in a way that its output does not tell? */
export function mayChangeMachine(command: string): boolean {
  return simpleCommands(command.slice(0, LINE_MAX)).some((words) => {
    const [first = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words
    if (first !== 'docker') return !HARMLESS.test(first)
    const sub = rest.filter((word) => !word.startsWith('-'))
    return rest.includes('--help')
      ? false
      : !(LOOKING.test(sub[0] ?? '') || LOOKING.test(`${sub[0] ?? ''} ${sub[1] ?? ''}`))
  })
}
