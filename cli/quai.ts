import { BadInput, type Outcome, WrongUsage } from './outcome'

type Command = (args: readonly string[]) => Outcome | Promise<Outcome>

/** Each sub-command is loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  sim: async () => (await import('./commands/sim')).sim,
  parse: async () => (await import('./commands/parse')).parse,
  check: async () => (await import('./commands/check')).check,
  grade: async () => (await import('./commands/grade')).grade,
  appeal: async () => (await import('./commands/appeal')).appeal,
  replay: async () => (await import('./commands/replay')).replay,
  exercise: async () => (await import('./commands/exercise')).exercise,
  content: async () => (await import('./commands/content')).content,
}

const usage = `usage: quai <command> [options]

  sim SCRIPT [--draw N] [--profile 20.10|28] [--cols N] [--catalogue FILE] [--json]
  parse FILE... [--json]
  check FILE... [--start EXERCISE] [--json]
  grade EXERCISE FILE... [--with NAME=PATH]... [--answers FILE] [--draw N] [--lang fr|en] [--explain] [--json]
  appeal CASE.json...
  replay RECORDING.json... [--catalogue FILE] [--json]
  exercise check SLUG|--all [--draw N] [--json]
  content check [--counts] [--json]
`

function refused(error: unknown): Outcome {
  if (error instanceof BadInput) return { stdout: '', stderr: `${error.message}\n`, exitCode: 1 }
  if (error instanceof WrongUsage || isParseArgsError(error)) {
    return {
      stdout: '',
      stderr: `quai: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}\n`,
      exitCode: 2,
    }
  }
  throw error
}

/** node's parseArgs refuses unknown options with these codes. */
function isParseArgsError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

/** Runs `quai` with its arguments. */
export async function runQuai(argv: readonly string[]): Promise<Outcome> {
  const [name = '', ...args] = argv
  if (name === '--help' || name === '-h' || name === 'help') return { stdout: usage, stderr: '', exitCode: 0 }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined)
    return { stdout: '', stderr: name === '' ? usage : `quai: unknown command ${name}\n${usage}`, exitCode: 2 }
  try {
    const command = await load()
    return await command(args)
  } catch (error) {
    return refused(error)
  }
}
