import type { ClientVersion } from './client-version'
import { type CommandGroup, findGroup } from './command-groups'
import type { CommandLine, FlagValues, HelpAnswer } from './command-line'
import { type CommandSpelling, findSpelling, GLOBAL_FLAGS, isSpellingKnown } from './command-table'
import { checkFlagValue } from './flag-values'
import { isPlugin, notSimulated, TRUST_COMMANDS } from './not-simulated'
import { parseFlags } from './parse-flags'
import { argumentCountFailure, flagFailure, refusal, unknownCommandFailure } from './usage-errors'

/** Which client reads, and whether it builds without BuildKit (which it remarks on before every `docker build`). */
export interface ReadingProfile {
  readonly client: ClientVersion
  readonly builder: 'classic' | 'buildkit'
}

interface Call extends ReadingProfile {
  readonly globalFlags: FlagValues
}

/**
 * Reads a docker command line (`argv` without the word `docker`) as the client of that version does: the command, its
 * options and arguments, or what the client prints instead and its exit code.
 */
export function parseCommandLine(argv: readonly string[], profile: ReadingProfile): CommandLine {
  const { client } = profile
  const check = (flag: { readonly name: string; readonly type: string }, value: string) =>
    checkFlagValue('', flag, value, client)
  const parsed = parseFlags(argv, { flags: GLOBAL_FLAGS, client, optionsFirst: true, check })
  if (!parsed.ok) return rootFlagFailure(parsed.error, client)
  if (parsed.help) return helpAnswer('', 'stdout', 0, { before: deprecation(parsed.shortHelp, client) })
  const [first, ...rest] = parsed.args
  if (first === undefined) return parsed.flags.version === undefined ? helpAnswer('', 'stderr', 0) : { kind: 'version' }
  if (first === 'help') return parseHelpCommand(rest, client)
  const call = { ...profile, globalFlags: parsed.flags }
  const group = findGroup(first)
  if (group !== null) return parseGroup(group, rest, call)
  const isBuildx = first === 'buildx' && rest[0] === 'build' && profile.builder === 'buildkit'
  const spelling = findSpelling(isBuildx ? 'build' : first)
  if (spelling === null)
    return profile.builder === 'buildkit' && isPlugin(first)
      ? notSimulated(first)
      : unknownCommandFailure(first, null, client)
  return parseCommand(spelling, isBuildx ? rest.slice(1) : rest, call)
}

function parseGroup(group: CommandGroup, argv: readonly string[], call: Call): CommandLine {
  const { client } = call
  const parsed = parseFlags(argv, { flags: [], client, optionsFirst: true, check: () => null })
  if (!parsed.ok) return groupFlagFailure(parsed.error, group, client)
  if (parsed.help) return helpAnswer(group.name, 'stdout', 0, { before: deprecation(parsed.shortHelp, client) })
  const [sub, ...rest] = parsed.args
  if (sub === undefined) return helpAnswer(group.name, 'stderr', 0)
  if (group.name === 'trust' && TRUST_COMMANDS.has(sub)) return notSimulated(`trust ${sub}`)
  const spelling = findSpelling(`${group.name} ${sub}`)
  if (spelling !== null && isSpellingKnown(`${group.name} ${sub}`, client)) return parseCommand(spelling, rest, call)
  if (client === '20.10') return helpAnswer(group.name, 'stderr', 1)
  return unknownCommandFailure(`${group.name} ${sub}`, group.errorUse, client)
}

function parseCommand({ path, command }: CommandSpelling, argv: readonly string[], call: Call): CommandLine {
  const { client } = call
  const check = (flag: { readonly name: string; readonly type: string }, value: string) =>
    checkFlagValue(command.name, flag, value, client)
  const parsed = parseFlags(argv, { flags: command.flags, client, optionsFirst: command.optionsFirst, check })
  const notice = command.name === 'build' ? builderNotice(call) : ''
  if (!parsed.ok) return withNotice(flagFailure(parsed.error, path, command.use, client), notice)
  if (parsed.help) {
    return helpAnswer(path, 'stdout', 0, { before: notice + deprecation(parsed.shortHelp, client) })
  }
  const wrongCount = argumentCountFailure(command, path, parsed.args.length, client)
  if (wrongCount !== null) return withNotice(wrongCount, notice)
  return {
    kind: 'command',
    name: command.name,
    path,
    client,
    definition: command,
    globalFlags: call.globalFlags,
    flags: parsed.flags,
    args: parsed.args,
    notices: deprecatedFlagNotices(parsed.flags, client),
  }
}

/** `docker help [COMMAND…]` */
function parseHelpCommand(topic: readonly string[], client: ClientVersion): CommandLine {
  const path = topic.join(' ')
  if (path === '' || findGroup(path) !== null) return helpAnswer(path, 'stdout', 0)
  const spelling = findSpelling(path)
  if (spelling === null || !isSpellingKnown(path, client)) return refusal(`unknown help topic: ${path}\n`, 1)
  return helpAnswer(spelling.path, 'stdout', 0)
}

function rootFlagFailure(error: string, client: ClientVersion): CommandLine {
  if (client !== '20.10') return refusal(rootUsage(error), 125)
  return helpAnswer('', 'stderr', 125, { form: 'error', before: `${error}\nSee 'docker --help'.\n`, after: '\n' })
}

function rootUsage(error: string): string {
  return `${error}\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information\n`
}

function groupFlagFailure(error: string, group: CommandGroup, client: ClientVersion): CommandLine {
  if (client !== '20.10') {
    return refusal(
      `${error}\n\nUsage:  ${group.errorUse}\n\nRun 'docker ${group.name} --help' for more information\n`,
      125,
    )
  }
  const before = `${error}\nSee 'docker ${group.name} --help'.\n`
  return helpAnswer(group.name, 'stderr', 125, { form: 'error', before, after: '\n' })
}

function helpAnswer(
  path: string,
  stream: HelpAnswer['stream'],
  exitCode: number,
  around: Partial<Pick<HelpAnswer, 'form' | 'before' | 'after'>> = {},
): HelpAnswer {
  return { kind: 'help', path, stream, exitCode, form: 'asked', before: '', after: '', ...around }
}

const DEPRECATED_FLAGS: Readonly<Record<string, string>> = {
  time: 'Flag --time has been deprecated, use --timeout instead\n',
}

function deprecatedFlagNotices(flags: FlagValues, client: ClientVersion): readonly string[] {
  if (client === '20.10') return []
  return Object.keys(flags).flatMap((name) => DEPRECATED_FLAGS[name] ?? [])
}

function deprecation(shortHelp: boolean, client: ClientVersion): string {
  if (!shortHelp) return ''
  const advice = client === '20.10' ? 'please use --help' : 'use --help'
  return `Flag shorthand -h has been deprecated, ${advice}\n`
}

/** Since 23 a client without buildx says so before anything else. */
export function builderNotice({ client, builder }: ReadingProfile): string {
  if (client === '20.10' || builder === 'buildkit') return ''
  return [
    'DEPRECATED: The legacy builder is deprecated and will be removed in a future release.',
    '            Install the buildx component to build images with BuildKit:',
    '            https://docs.docker.com/go/buildx/',
    '',
    '',
  ].join('\n')
}

function withNotice<T extends { readonly stderr: string }>(failure: T, notice: string): T {
  return { ...failure, stderr: notice + failure.stderr }
}
