import type { ClientVersion } from './client-version'
import type { CommandRow } from './command-row'
import { CONTAINER_COMMANDS } from './container-commands'
import { IMAGE_COMMANDS } from './image-commands'
import { OBJECT_COMMANDS } from './object-commands'
import { PLUGIN_COMMANDS } from './plugin-commands'
import { SERVICE_COMMANDS } from './service-commands'

/** How a flag's value is read; the words are those `--help` shows, so `list` covers several kinds told apart by the name. */
export interface FlagDefinition {
  readonly name: string
  readonly shorthand: string | null
  readonly type: string
  /** The value without the flag; null where the type's zero value stands. */
  readonly defaultText: string | null
  readonly clients: readonly ClientVersion[]
  readonly hidden: boolean
}

export interface CommandDefinition {
  readonly name: string
  /** Every spelling after `docker`, in the order of `--help`. */
  readonly spellings: readonly string[]
  readonly use: string
  readonly args: readonly [number, number | null]
  readonly summary: Readonly<Record<ClientVersion, string>>
  readonly optionsFirst: boolean
  readonly hidden: boolean
  readonly flags: readonly FlagDefinition[]
  /** Values of flags that were not given, by client and flag. */
  readonly defaults: Readonly<Record<ClientVersion, Readonly<Record<string, string>>>>
}

/** A spelling of a command: the path Docker itself prints for it, and the command. */
export interface CommandSpelling {
  readonly path: string
  readonly command: CommandDefinition
}

const CLIENTS: readonly ClientVersion[] = ['20.10', '28', '29']
const VERSION_NUMBERS: Readonly<Record<string, number>> = { '20': 0, '28': 1, '29': 2 }

/** The flags of `docker` itself, which stand before the command. */
export const GLOBAL_FLAGS = readFlags(`
  config:string context,c:string debug,D:bool host,H:list log-level,l:string=info tls:bool tlscacert:string
  tlscert:string tlskey:string tlsverify:bool version,v:bool
`)

export const COMMANDS: readonly CommandDefinition[] = [
  ...CONTAINER_COMMANDS,
  ...IMAGE_COMMANDS,
  ...OBJECT_COMMANDS,
  ...PLUGIN_COMMANDS,
  ...SERVICE_COMMANDS,
].map(readRow)

const SPELLINGS: ReadonlyMap<string, CommandSpelling> = new Map(COMMANDS.flatMap(spellingsOf))

/** Finds a command by what was typed after `docker`, for example `container ls`. */
export function findSpelling(typed: string): CommandSpelling | null {
  return SPELLINGS.get(typed) ?? null
}

/** Spellings that came after 20.10. */
const NEW_SPELLINGS = ['container remove', 'context show', 'stack config', 'volume update']

/** Whether a client has a spelling at all. */
export function isSpellingKnown(typed: string, client: ClientVersion): boolean {
  return client !== '20.10' || !NEW_SPELLINGS.includes(typed)
}

/** The primary spellings of all commands under a group (`container`), or of all that stand alone (`''`), in order. */
export function commandsUnder(group: string): readonly CommandSpelling[] {
  const prefix = group === '' ? '' : `${group} `
  return [...SPELLINGS.entries()]
    .filter(
      ([typed, { path }]) => typed === path && typed.startsWith(prefix) && !typed.slice(prefix.length).includes(' '),
    )
    .map(([, spelling]) => spelling)
    .filter(({ command }) => !command.hidden)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function readRow(row: CommandRow): CommandDefinition {
  const paths = row.paths ?? [row.name]
  const flags = readFlags(row.flags ?? '')
  const [before, since] = typeof row.summary === 'string' ? [row.summary, row.summary] : row.summary
  return {
    name: row.name,
    spellings: paths,
    use: row.use,
    args: row.args,
    summary: { '20.10': before, '28': since, '29': since },
    optionsFirst: row.optionsFirst ?? false,
    hidden: row.hidden ?? false,
    flags,
    defaults: { '20.10': defaultsOf(flags, '20.10'), '28': defaultsOf(flags, '28'), '29': defaultsOf(flags, '29') },
  }
}

function defaultsOf(flags: readonly FlagDefinition[], client: ClientVersion): Readonly<Record<string, string>> {
  return Object.fromEntries(
    flags.flatMap(({ name, defaultText, clients }) =>
      defaultText !== null && clients.includes(client) ? [[name, defaultText]] : [],
    ),
  )
}

/** An alias (`~container list`) is printed as the spelling under the same group that is none. */
function spellingsOf(command: CommandDefinition): [string, CommandSpelling][] {
  const primary = command.spellings.filter((spelling) => !spelling.startsWith('~'))
  return command.spellings.map((spelling) => {
    const typed = spelling.replace('~', '')
    const path = primary.find((other) => groupOf(other) === groupOf(typed)) ?? typed
    return [typed, { path: spelling === typed ? typed : path, command }]
  })
}

function groupOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(' ')))
}

function readFlags(text: string): readonly FlagDefinition[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(readFlag)
}

function readFlag(word: string): FlagDefinition {
  const match = /^([\w-]+)(?:,(\w))?:([\w-]+)(?:=([^@!]*))?(?:@(\d+)(?:\.\.(\d+))?)?(!)?$/.exec(word)
  if (match === null) throw new Error(`not a flag: ${word}`)
  const [, name = '', shorthand, type = '', defaultText, first, last, hidden] = match
  const from = VERSION_NUMBERS[first ?? '20']
  const to = VERSION_NUMBERS[last ?? first ?? '29']
  const clients = CLIENTS.slice(from, (to ?? CLIENTS.length) + 1)
  return {
    name,
    shorthand: shorthand ?? null,
    type,
    defaultText: defaultText ?? null,
    clients,
    hidden: hidden !== undefined,
  }
}
