import type { ClientVersion } from '../client-version'
import { COMMAND_GROUPS, findGroup, groupSummary } from '../command-groups'
import {
  type CommandDefinition,
  type CommandSpelling,
  commandsUnder,
  type FlagDefinition,
  findSpelling,
  GLOBAL_FLAGS,
  isSpellingKnown,
} from '../command-table'
import { CONTAINER_FLAG_TEXTS } from './container-flag-texts'
import type { FlagTexts, TextByClient } from './flag-texts'
import { IMAGE_FLAG_TEXTS } from './image-flag-texts'
import { LONG_DESCRIPTIONS } from './long-descriptions'
import { OBJECT_FLAG_TEXTS } from './object-flag-texts'
import { rootHelp } from './root-help'
import { RUN_FLAG_TEXTS } from './run-flag-texts'
import { wrapUsage } from './wrap-usage'

/** The terminal a help text is printed on, and whose home its defaults name. */
export interface HelpSurroundings {
  readonly client: ClientVersion
  /** Options that this engine is too old for are not shown. */
  readonly engine: ClientVersion
  /** 80 where the output is no terminal. */
  readonly columns: number
  readonly home: string
  /** As `--help` prints it, or as part of an error. */
  readonly form: 'asked' | 'error'
}

const FLAG_TEXTS: FlagTexts = {
  ...RUN_FLAG_TEXTS,
  ...CONTAINER_FLAG_TEXTS,
  ...IMAGE_FLAG_TEXTS,
  ...OBJECT_FLAG_TEXTS,
}
const NAME_WIDTH = 11
/** Options for API 1.42 and later; the 20.10 engine speaks 1.41. */
const NEW_ENGINE_FLAGS = ['annotation', 'health-start-interval', 'tree']

/** The help of a command or group by its path, or of docker itself (''). This module holds all help texts: load it on demand. */
export function formatHelp(path: string, surroundings: HelpSurroundings): string {
  const text = helpBody(path, surroundings)
  return surroundings.client === '20.10' ? `\n${text}` : text
}

function helpBody(path: string, surroundings: HelpSurroundings): string {
  const { client, form } = surroundings
  if (path === '') return rootHelp(formatFlags('docker', GLOBAL_FLAGS, surroundings), client, form)
  if (findGroup(path) !== null) return groupHelp(path, client)
  const spelling = findSpelling(path)
  return spelling === null ? '' : commandHelp(spelling, surroundings)
}

function commandHelp({ path, command }: CommandSpelling, surroundings: HelpSurroundings): string {
  const { client } = surroundings
  const long = textFor(LONG_DESCRIPTIONS[command.name] ?? null, client) ?? command.summary[client]
  const aliases = client === '20.10' ? oldAliases(path, command) : aliasesOf(command)
  const flags = formatFlags(command.name, command.flags, surroundings)
  const usage = `Usage:  docker ${path} ${command.use}`.trimEnd()
  const sections = [
    usage,
    long,
    ...(aliases.length < 2 ? [] : [`Aliases:\n  ${aliases.join(', ')}`]),
    ...(client === '20.10' && command.name === 'volume rm' ? [VOLUME_RM_EXAMPLE] : []),
    ...(flags === '' ? [] : [`Options:\n${flags}`]),
  ]
  return `${sections.join('\n\n').trimEnd()}\n`
}

/** Since 23 every spelling is listed, with its path. */
function aliasesOf(command: CommandDefinition): readonly string[] {
  return command.spellings.map((spelling) => `docker ${spelling.replace('~', '')}`)
}

/** Before, only the other names within the same group: `ls, list`. */
function oldAliases(path: string, command: CommandDefinition): readonly string[] {
  const group = path.slice(0, path.lastIndexOf(' ') + 1)
  const others = command.spellings.filter(
    (spelling) => spelling.startsWith(`~${group}`) && group !== '' && isSpellingKnown(spelling.slice(1), '20.10'),
  )
  return [path, ...others].map((spelling) => spelling.replace('~', '').slice(group.length))
}

const VOLUME_RM_EXAMPLE = 'Examples:\n\n$ docker volume rm hello\nhello\n'

function groupHelp(name: string, client: ClientVersion): string {
  const group = COMMAND_GROUPS.find((known) => known.name === name)
  const commands = commandsUnder(name).filter(({ path }) => isSpellingKnown(path, client))
  const list = commands.map(({ path, command }) => commandLine(path.slice(name.length + 1), command.summary[client]))
  const summary = group === undefined ? '' : groupSummary(group, client)
  const more = `Run 'docker ${name} COMMAND --help' for more information on a command.`
  return `Usage:  docker ${name} COMMAND\n\n${summary}\n\nCommands:\n${list.join('')}\n${more}\n`
}

/** A command and its description in a list. */
function commandLine(name: string, summary: string): string {
  return `  ${name.padEnd(NAME_WIDTH)} ${summary}\n`
}

/** The options in pflag's two columns; those without a description are not shown. */
function formatFlags(
  command: string,
  flags: readonly FlagDefinition[],
  { client, engine, columns, home }: HelpSurroundings,
): string {
  const texts = FLAG_TEXTS[command === 'create' ? 'run' : command] ?? {}
  const rows = [...flags, ...(texts.help === undefined ? [] : [HELP])]
    .filter((flag) => flag.clients.includes(client) && !flag.hidden)
    .filter((flag) => engine !== '20.10' || !NEW_ENGINE_FLAGS.includes(flag.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((flag) => {
      const text = textFor(texts[flag.name] ?? null, client)
      return text === null ? [] : [{ names: flagNames(flag), text: text.replaceAll('$HOME', home) }]
    })
  const width = Math.max(0, ...rows.map(({ names }) => names.length)) + 3
  return rows.map(({ names, text }) => `${names.padEnd(width)}${wrapUsage(text, width, columns - 1)}\n`).join('')
}

const HELP: FlagDefinition = {
  name: 'help',
  shorthand: null,
  type: 'bool',
  defaultText: null,
  clients: ['20.10', '28', '29'],
  hidden: false,
}

function flagNames({ name, shorthand, type }: FlagDefinition): string {
  const long = `--${name}${type === 'bool' ? '' : ` ${type}`}`
  return shorthand === null ? `      ${long}` : `  -${shorthand}, ${long}`
}

function textFor(text: TextByClient | null, client: ClientVersion): string | null {
  if (text === null || typeof text === 'string') return text
  return client === '20.10' ? text[0] : text[1]
}
