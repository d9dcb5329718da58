import { describe, expect, it } from 'vitest'
import type { ClientVersion } from './client-version'
import { flagIsOn, flagNumber, flagText, flagTexts, type ParsedCommand } from './command-line'
import { parseCommandLine } from './parse-command-line'

function parse(line: string, client: ClientVersion = '28'): ParsedCommand {
  const result = parseCommandLine(words(line), { client, builder: 'classic' })
  if (result.kind !== 'command') throw new Error(JSON.stringify(result))
  return result
}

function refuse(line: string, client: ClientVersion): readonly [string, number] {
  const result = parseCommandLine(words(line), { client, builder: 'classic' })
  if (result.kind !== 'failure') throw new Error(JSON.stringify(result))
  return [result.stderr, result.exitCode]
}

function words(line: string): string[] {
  return line.split(' ').filter((word) => word !== '')
}

describe('parseCommandLine', () => {
  it('[CLI1] knows a command by each of its spellings and remembers the one Docker prints', () => {
    const spellings = ['ps', 'container ls', 'container list', 'container ps']
    expect(spellings.map((line) => parse(line)).map(({ name, path }) => [name, path])).toEqual([
      ['ps', 'ps'],
      ['ps', 'container ls'],
      ['ps', 'container ls'],
      ['ps', 'container ls'],
    ])
    expect([parse('image rm x').name, parse('volume remove x').path]).toEqual(['rmi', 'volume rm'])
  })

  it('[CLI2] ends the options of run at the image and those of ps nowhere', () => {
    const run = parse('run -itd --name web -p80:80 -e=A=1 -e B=2 --rm=false debian ls -l --all')
    expect([
      run.args,
      flagText(run, 'name'),
      flagTexts(run, 'publish'),
      flagTexts(run, 'env'),
      flagIsOn(run, 'rm'),
    ]).toEqual([['debian', 'ls', '-l', '--all'], 'web', ['80:80'], ['A=1', 'B=2'], false])
    expect(parse('rm web -f db').args).toEqual(['web', 'db'])
    expect(parse('rm -- -f').args).toEqual(['-f'])
  })

  it('[CLI3] lets the last value win and gives the default of what is absent', () => {
    expect(flagText(parse('run --name a --name b x'), 'name')).toBe('b')
    expect([flagNumber(parse('ps'), 'last'), flagNumber(parse('ps -n 0x10'), 'last')]).toEqual([-1, 16])
    expect([flagNumber(parse('stop a', '20.10'), 'time'), flagNumber(parse('stop a'), 'timeout')]).toEqual([10, null])
    expect([flagIsOn(parse('attach a'), 'sig-proxy'), flagIsOn(parse('attach --sig-proxy=0 a'), 'sig-proxy')]).toEqual([
      true,
      false,
    ])
  })

  it('[CLI4] takes global options before the command', () => {
    expect(parse('-H tcp://x:1 --debug ps').globalFlags).toEqual({ host: ['tcp://x:1'], debug: ['true'] })
    expect(parseCommandLine(['-v'], { client: '28', builder: 'classic' })).toEqual({ kind: 'version' })
  })

  it.each([
    ['ps --nope', 'unknown flag: --nope'],
    ['ps -az', "unknown shorthand flag: 'z' in -z"],
    ['ps -é', "unknown shorthand flag: 'é' in -é"],
    ['ps --last', 'flag needs an argument: --last'],
    ['ps -an', "flag needs an argument: 'n' in -n"],
    ['ps ---a', 'bad flag syntax: ---a'],
    [
      'ps --all=perhaps',
      'invalid argument "perhaps" for "-a, --all" flag: strconv.ParseBool: parsing "perhaps": invalid syntax',
    ],
    ['ps -n 1.5', 'invalid argument "1.5" for "-n, --last" flag: strconv.ParseInt: parsing "1.5": invalid syntax'],
    ['ps -f name', 'invalid argument "name" for "-f, --filter" flag: bad format of filter (expected name=value)'],
  ])('[CLI5] refuses docker %s with exit 125', (line, error) => {
    expect(refuse(line, '20.10')).toEqual([`${error}\nSee 'docker ps --help'.\n`, 125])
    expect(refuse(line, '28')).toEqual([
      `${error}\n\nUsage:  docker ps [OPTIONS]\n\nRun 'docker ps --help' for more information\n`,
      125,
    ])
  })

  it.each([
    [
      'container rm',
      'at least 1 argument',
      'at least 1 argument',
      'See',
      '[OPTIONS] CONTAINER [CONTAINER...]',
      'Remove one or more containers',
    ],
    ['logs', 'exactly 1 argument', '1 argument', 'Run', '[OPTIONS] CONTAINER', 'Fetch the logs of a container'],
    ['rename a', 'exactly 2 arguments', '2 arguments', 'Run', 'CONTAINER NEW_NAME', 'Rename a container'],
    ['volume create a b', 'at most 1 argument', 'at most 1 argument', 'SRun', '[OPTIONS] [VOLUME]', 'Create a volume'],
    [
      'commit',
      'at least 1 and at most 2 arguments',
      'at least 1 and at most 2 arguments',
      'Run',
      '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
      "Create a new image from a container's changes",
    ],
  ])('[CLI6] counts the arguments of docker %s', (line, old, since, verb, use, summary) => {
    const path = `docker ${words(line)
      .slice(0, /^(?:container|volume) /.test(line) ? 2 : 1)
      .join(' ')}`
    expect(refuse(line, '20.10')).toEqual([
      `"${path}" requires ${old}.\nSee '${path} --help'.\n\nUsage:  ${path} ${use}\n\n${summary}\n`,
      1,
    ])
    expect(refuse(line, '28')).toEqual([
      `docker: '${path}' requires ${since}\n\nUsage:  ${path} ${use}\n\n${verb} '${path} --help' for more information\n`,
      1,
    ])
  })

  it('[CLI7] does not know other commands', () => {
    expect(refuse('pss -a', '20.10')).toEqual(["docker: 'pss' is not a docker command.\nSee 'docker --help'\n", 1])
    expect(refuse('pss -a', '28')).toEqual([
      "docker: unknown command: docker pss\n\nRun 'docker --help' for more information\n",
      1,
    ])
    expect(refuse('network lss', '28')).toEqual([
      "docker: unknown command: docker network lss\n\nUsage:  docker network\n\nRun 'docker network --help' for more information\n",
      1,
    ])
    expect(refuse('help lss', '28')).toEqual(['unknown help topic: lss\n', 1])
  })

  it('[CLI8] answers with help where Docker does', () => {
    const help = { kind: 'help', form: 'asked', before: '', after: '' }
    expect(parseCommandLine([], { client: '28', builder: 'classic' })).toEqual({
      ...help,
      path: '',
      stream: 'stderr',
      exitCode: 0,
    })
    expect(parseCommandLine(['container', 'list', '--help'], { client: '28', builder: 'classic' })).toEqual({
      ...help,
      path: 'container ls',
      stream: 'stdout',
      exitCode: 0,
    })
    expect(parseCommandLine(['volume'], { client: '28', builder: 'classic' })).toEqual({
      ...help,
      path: 'volume',
      stream: 'stderr',
      exitCode: 0,
    })
    expect(parseCommandLine(['volume', 'nope'], { client: '20.10', builder: 'classic' })).toEqual({
      ...help,
      path: 'volume',
      stream: 'stderr',
      exitCode: 1,
    })
    expect(parseCommandLine(['help', 'run'], { client: '28', builder: 'classic' })).toEqual({
      ...help,
      path: 'run',
      stream: 'stdout',
      exitCode: 0,
    })
    expect(parseCommandLine(['-it', 'run'], { client: '20.10', builder: 'classic' })).toEqual({
      kind: 'help',
      path: '',
      stream: 'stderr',
      form: 'error',
      before: "unknown shorthand flag: 'i' in -it\nSee 'docker --help'.\n",
      after: '\n',
      exitCode: 125,
    })
  })

  it('[CLI13] says of plugins that they are not simulated, where the client has any', () => {
    const today = { client: '28', builder: 'buildkit' } as const
    expect(parseCommandLine(words('compose up'), today)).toMatchObject({
      kind: 'failure',
      stderr: 'docker compose: this command exists in Docker but is not simulated here\n',
      exitCode: 1,
    })
    expect(refuse('compose up', '28')).toEqual([
      "docker: unknown command: docker compose\n\nRun 'docker --help' for more information\n",
      1,
    ])
    expect(refuse('trust inspect x', '28')).toEqual([
      'docker trust inspect: this command exists in Docker but is not simulated here\n',
      1,
    ])
    expect(parseCommandLine(words('buildx build -t x .'), today)).toMatchObject({ name: 'build', args: ['.'] })
  })

  it('[CLI9] says which flags are deprecated', () => {
    expect(parse('stop --time 3 web').notices).toEqual(['Flag --time has been deprecated, use --timeout instead\n'])
    expect(parseCommandLine(['ps', '-h'], { client: '28', builder: 'classic' })).toMatchObject({
      kind: 'help',
      before: 'Flag shorthand -h has been deprecated, use --help\n',
    })
  })
})
