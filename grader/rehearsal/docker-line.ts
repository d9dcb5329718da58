/** A word of a command line with the blanks before it. */
export interface Word {
  readonly space: string
  readonly text: string
}

/** Splits a line at blanks outside quotes and `$(…)`. Joining the words gives the line back. */
export function wordsOf(line: string): readonly Word[] {
  const words: Word[] = []
  let space = ''
  let text = ''
  let quote = ''
  let depth = 0
  for (const [at, char] of [...line].entries()) {
    if (quote === '' && depth === 0 && char === ' ') {
      if (text !== '') words.push({ space, text })
      space = text === '' ? space + char : char
      text = ''
      continue
    }
    if (quote === '' && (char === '"' || char === "'")) quote = char
    else if (char === quote && line[at - 1] !== '\\') quote = ''
    else if (quote === '' && char === '(') depth += 1
    else if (quote === '' && char === ')') depth = Math.max(0, depth - 1)
    text += char
  }
  return text === '' ? words : [...words, { space, text }]
}

export function lineOf(words: readonly Word[]): string {
  return words.map((word) => word.space + word.text).join('')
}

/** Flags of `docker run`, `create`, `exec` and their like that take a value in the next word. */
const WITH_VALUE = new Set([
  '-p',
  '--publish',
  '-v',
  '--volume',
  '-e',
  '--env',
  '--name',
  '--network',
  '--net',
  '-h',
  '--hostname',
  '-u',
  '--user',
  '-w',
  '--workdir',
  '-m',
  '--memory',
  '--cpus',
  '--restart',
  '--mount',
  '-l',
  '--label',
  '--entrypoint',
  '--ip',
  '--network-alias',
  '--link',
  '--add-host',
  '--env-file',
  '--platform',
  '-t',
  '--tag',
  '-f',
  '--file',
  '--build-arg',
  '--health-cmd',
  '--health-interval',
  '--health-retries',
  '--health-timeout',
  '--health-start-period',
  '--volumes-from',
  '--tmpfs',
  '--stop-signal',
  '-s',
  '--signal',
  '--time',
  '-n',
  '--tail',
  '--filter',
  '--format',
  '--target',
  '--subnet',
  '--expose',
  '--pull',
  '--change',
  '-c',
  '--message',
  '--author',
  '-a',
  '-o',
  '--output',
  '-i',
  '--input',
  '--driver',
  '-d',
])

/** Subcommands for which a letter is a switch although another one gives it a value. */
const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  run: ['-t', '-i', '-d'],
  create: ['-t', '-i'],
  exec: ['-t', '-i', '-d'],
  start: ['-a', '-i'],
  ps: ['-a', '-s'],
  images: ['-a'],
  rm: ['-f', '-v', '-l'],
  rmi: ['-f'],
  logs: ['-f', '-t'],
  attach: [],
  inspect: ['-s'],
  prune: ['-a', '-f'],
}

/** A plain docker command: its words up to the subcommand, its flags (each with its value), and the rest. */
export interface DockerLine {
  readonly head: readonly Word[]
  readonly subcommand: string
  readonly flags: readonly (readonly Word[])[]
  readonly rest: readonly Word[]
}

const GROUPS = new Set(['container', 'image', 'volume', 'network', 'system', 'builder'])

/** Reads a line that is one docker command; null for anything else (pipes, lists, other programs). */
export function readDockerLine(line: string): DockerLine | null {
  const words = wordsOf(line)
  if (words[0]?.text !== 'docker' || words[1] === undefined) return null
  if (words.some((word) => /^[|&;<>]/.test(word.text) || /[;|]$/.test(word.text))) return null
  const depth = GROUPS.has(words[1].text) ? 3 : 2
  const subcommand = words[depth - 1]?.text
  if (subcommand === undefined) return null
  const flags: (readonly Word[])[] = []
  let at = depth
  while (words[at]?.text.startsWith('-')) {
    const word = words[at]
    const value = words[at + 1]
    if (word === undefined) break
    const takes = value !== undefined && takesValue(subcommand, word.text)
    flags.push(takes ? [word, value] : [word])
    at += takes ? 2 : 1
  }
  return { head: words.slice(0, depth), subcommand, flags, rest: words.slice(at) }
}

function takesValue(subcommand: string, flag: string): boolean {
  if (flag.includes('=') || !WITH_VALUE.has(flag)) return false
  return !(SWITCHES[subcommand] ?? []).includes(flag)
}

export function writeDockerLine({ head, flags, rest }: DockerLine): string {
  return lineOf([...head, ...flags.flat(), ...rest])
}
