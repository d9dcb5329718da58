import type { MismatchCode } from '../compare/unify'

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
  'echo',
  'true',
  'sleep',
  'time',
  'cd',
  'clear',
])

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

function isStrict(words: readonly string[]): boolean {
  const [first = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words
  if (first !== 'docker') return FILTERS.has(first)
  const sub = rest.filter((word) => !word.startsWith('-'))
  const name = STRICT_DOCKER.has(sub[0] ?? '') ? (sub[0] ?? '') : `${sub[0] ?? ''} ${sub[1] ?? ''}`
  if (name === 'start' || name === 'container start')
    return !rest.some((word) => /^-[a-z]*[ai]|^--(?:attach|interactive)/.test(word))
  if (sub[0] === 'run' || name === 'container run') return rest.some((word) => /^-[a-z]*d[a-z]*$|^--detach$/.test(word))
  return STRICT_DOCKER.has(name)
}

function isStatusEcho(words: readonly string[]): boolean {
  return words.length === 2 && words[0] === 'echo' && words[1] === '$?'
}

/** The words of each simple command of a line, roughly: substitutions count as commands of their own. */
export function simpleCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]]
  for (const [token] of line.matchAll(/'[^']*'|"(?:[^"\\]|\\.)*"|\$\(|&&|\|\||[|;&\n()]|[^\s'"|;&()]+/g)) {
    if (/^(?:\$\(|&&|\|\||[|;&\n()])$/.test(token)) commands.push([])
    else commands.at(-1)?.push(token.replace(/^["']|["']$/g, ''))
  }
  return commands
    .map((words) => words.filter((word) => !/^[A-Za-z_]\w*=/.test(word) && !/^\d?[<>]/.test(word)))
    .filter((words) => words.length > 0)
}

/** Refusals are Docker's own words: they count whatever the command printed besides. */
export function counts(code: MismatchCode, trust: Trust): boolean {
  if (trust === 'strict') return true
  return trust === 'loose' && (code === 'refused' || code === 'not-refused' || code === 'foreign-id')
}
