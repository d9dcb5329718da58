import type { ClientVersion } from '../client-version'
import { COMMAND_GROUPS, type CommandGroup, groupSummary } from '../command-groups'
import { commandsUnder } from '../command-table'

const COMMON = ['run', 'exec', 'ps', 'build', 'pull', 'push', 'images', 'login', 'logout', 'search', 'version', 'info']
const NAME_WIDTH = 11

/** The help of `docker` itself; `options` are its own flags, formatted. */
export function rootHelp(options: string, client: ClientVersion, form: 'asked' | 'error'): string {
  return client === '20.10' ? oldRootHelp(options, form) : currentRootHelp(options, client)
}

/** In its errors the client shows the help before cobra has added the command `completion`. */
function oldRootHelp(options: string, form: 'asked' | 'error'): string {
  const groups = COMMAND_GROUPS.map((group): readonly [string, string] => [group.name, groupSummary(group, '20.10')])
  const completion = ['completion', 'Generate the autocompletion script for the specified shell'] as const
  const management = form === 'asked' ? [...groups, completion] : groups
  return [
    'Usage:  docker [OPTIONS] COMMAND',
    'A self-sufficient runtime for containers',
    `Options:\n${options.trimEnd()}`,
    section('Management Commands', management.toSorted(byName)),
    section(
      'Commands',
      commandRows('20.10', () => true),
    ),
    "Run 'docker COMMAND --help' for more information on a command.",
    'To get more help with docker, check out our guides at https://docs.docker.com/go/guides/\n',
  ].join('\n\n')
}

function currentRootHelp(options: string, client: ClientVersion): string {
  const groups = (of: CommandGroup['section']) =>
    COMMAND_GROUPS.filter((group) => group.section === of).map((group): readonly [string, string] => [
      group.name,
      groupSummary(group, client),
    ])
  const common = commandRows(client, (name) => COMMON.includes(name))
  return [
    'Usage:  docker [OPTIONS] COMMAND',
    'A self-sufficient runtime for containers',
    section(
      'Common Commands',
      common.toSorted(([a], [b]) => COMMON.indexOf(a) - COMMON.indexOf(b)),
    ),
    section('Management Commands', groups('management')),
    section('Swarm Commands', groups('swarm')),
    section(
      'Commands',
      commandRows(client, (name) => !COMMON.includes(name)),
    ),
    `Global Options:\n${options.trimEnd()}`,
    "Run 'docker COMMAND --help' for more information on a command.",
    'For more help on how to use Docker, head to https://docs.docker.com/go/guides/\n',
  ].join('\n\n')
}

function commandRows(client: ClientVersion, shows: (name: string) => boolean): (readonly [string, string])[] {
  return commandsUnder('')
    .filter(({ path }) => shows(path))
    .map(({ path, command }): readonly [string, string] => [path, command.summary[client]])
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  return `${title}:\n${rows.map(([name, summary]) => `  ${name.padEnd(NAME_WIDTH)} ${summary}`).join('\n')}`
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}
