import type { ClientVersion } from './client-version'
import type { CliFailure } from './command-line'
import type { CommandDefinition } from './command-table'

const FLAG_ERROR_CODE = 125

/** A wrong option of a command: exit 125 for every command. `use` is the use line after `docker PATH`. */
export function flagFailure(error: string, path: string, use: string, client: ClientVersion): CliFailure {
  const command = `docker ${path}`
  if (client === '20.10') return refusal(`${error}\nSee '${command} --help'.\n`, FLAG_ERROR_CODE)
  return refusal(
    `${error}\n\nUsage:  ${command} ${use}\n\nRun '${command} --help' for more information\n`,
    FLAG_ERROR_CODE,
  )
}

/** What is wrong with the number of arguments, in the client's words, or null. */
export function argumentCountFailure(
  command: CommandDefinition,
  path: string,
  count: number,
  client: ClientVersion,
): CliFailure | null {
  const [min, max] = command.args
  if (count >= min && (max === null || count <= max)) return null
  return client === '20.10' ? oldCountFailure(command, path) : newCountFailure(command, path)
}

function oldCountFailure(command: CommandDefinition, path: string): CliFailure {
  const subject = `docker ${path}`
  const text = `"${subject}" ${countRule(command.args, 'exactly ')}.\nSee '${subject} --help'.\n\nUsage:  ${subject} ${command.use}\n`
  return refusal(`${text}\n${command.summary['20.10']}\n`, 1)
}

function newCountFailure(command: CommandDefinition, path: string): CliFailure {
  const subject = `docker ${path}`
  const usage = `Usage:  ${subject} ${command.use}`.trimEnd()
  const hint = `${hintVerb(command.args)} '${subject} --help' for more information`
  return refusal(`docker: '${subject}' ${countRule(command.args, '')}\n\n${usage}\n\n${hint}\n`, 1)
}

/** The slips of the pen are Docker's own. */
function hintVerb([min, max]: readonly [number, number | null]): 'Run' | 'See' | 'SRun' {
  if (max === null) return 'See'
  return min === 0 && max > 0 ? 'SRun' : 'Run'
}

function countRule([min, max]: readonly [number, number | null], exactly: string): string {
  if (max === null) return `requires at least ${numbered(min)}`
  if (max === 0) return 'accepts no arguments'
  if (min === max) return `requires ${exactly}${numbered(min)}`
  if (min === 0) return `requires at most ${numbered(max)}`
  return `requires at least ${min} and at most ${numbered(max)}`
}

function numbered(count: number): string {
  return `${count} argument${count === 1 ? '' : 's'}`
}

/** `docker foo`, and since 28 also `docker volume foo`, whose group has a use line. */
export function unknownCommandFailure(typed: string, groupUse: string | null, client: ClientVersion): CliFailure {
  if (client === '20.10') return refusal(`docker: '${typed}' is not a docker command.\nSee 'docker --help'\n`, 1)
  const group = typed.split(' ').slice(0, -1)
  const usage = groupUse === null ? '' : `Usage:  ${groupUse}\n\n`
  const hint = `Run '${['docker', ...group].join(' ')} --help' for more information`
  return refusal(`docker: unknown command: docker ${typed}\n\n${usage}${hint}\n`, 1)
}

export function refusal(stderr: string, exitCode: number): CliFailure {
  return { kind: 'failure', stdout: '', stderr, exitCode }
}
