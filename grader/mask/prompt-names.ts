import { readTranscript } from '../read/read-transcript'
import { SECRET_PATTERNS } from './secret-patterns'

/** Who works where, as prompts tell. */
export interface PromptNames {
  readonly users: readonly string[]
  readonly hosts: readonly string[]
  /** `user@host` pairs as they stand. */
  readonly pairs: readonly (readonly [user: string, host: string])[]
  /** Words of the commands. */
  readonly typed: ReadonlySet<string>
  /** Those of docker commands that stand in no secret’s place: names of containers, images, files… */
  readonly named: ReadonlySet<string>
}

/** Different people and machines looked at, at most. */
const NAMES_MAX = 40

const PAIR = /([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63})@([\p{L}\p{N}][\p{L}\p{N}_.-]{0,63})/u
const WINDOWS_HOME = /[A-Za-z]:\\Users\\([^\\>:"'\r\n]{1,64})/
/** An old macOS prompt: `MacBook:~ zoe$`. */
const MAC = /^([\p{L}\p{N}][\p{L}\p{N}_.-]{1,63}):\S{0,80} ([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63})[$%#]\s*$/u

/** A prompt of GitHub Codespaces: `@zoe ➜ /workspaces/tp $`. */
const CODESPACE = /^@([A-Za-z0-9][A-Za-z0-9-]{0,40}) [➜→] /u

/** Reads the names in the prompts of a paste, and the words that were typed. */
export function promptNames(texts: readonly string[]): PromptNames {
  const users = new Set<string>()
  const hosts = new Set<string>()
  const pairs = new Map<string, readonly [string, string]>()
  const typed = new Set<string>()
  const named = new Set<string>()
  for (const step of texts.flatMap((text) => readTranscript(text).steps)) {
    for (const word of wordsOf(step.command)) typed.add(word)
    if (step.command.includes('docker')) for (const word of wordsOf(withoutSecrets(step.command))) named.add(word)
    if (users.size + hosts.size > NAMES_MAX) continue
    const prompt = step.prompt.slice(0, 300)
    const pair = PAIR.exec(prompt)
    if (pair) note(pair[1], pair[2])
    const mac = MAC.exec(prompt)
    if (mac) note(mac[2], mac[1])
    for (const own of [WINDOWS_HOME, CODESPACE]) {
      const user = own.exec(prompt)?.[1]
      if (user !== undefined) users.add(user)
    }
  }
  return { users: [...users], hosts: [...hosts], pairs: [...pairs.values()], typed, named }

  function note(user = '', host = ''): void {
    users.add(user)
    hosts.add(host)
    pairs.set(`${user}@${host}`, [user, host])
  }
}

/** A command without what its patterns call secret. */
function withoutSecrets(command: string): string {
  return SECRET_PATTERNS.reduce((text, { pattern }) => text.replace(pattern, '$1'), command.slice(0, 20_000))
}

/** The words of a command but for those of a path to somebody's home. */
export function wordsOf(command: string): readonly string[] {
  return command
    .slice(0, 20_000)
    .replace(/(?:\/home\/|\/Users\/|\\Users\\)[^\s/\\:'"]{1,64}/g, ' ')
    .split(/[^\p{L}\p{N}_.-]+/u)
    .filter((word) => word !== '')
}
