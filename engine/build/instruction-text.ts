import { assertNever } from '../assert-never'
import type { HealthConfig } from '../container/config'
import { formatGoDuration } from '../format/go-duration'
import { quoteGo } from '../format/go-quote'
import type { CommandForm, Instruction } from './dockerfile/instruction'

/** A command line as exec form: a line for the shell gets the shell before it. */
export function commandWords({ words, isShell }: CommandForm, shell: readonly string[]): readonly string[] {
  return isShell ? [...shell, ...words] : words
}

/** What the history says of an instruction that changes the configuration only, in the words of either builder. */
export function instructionText(
  instruction: Exclude<Instruction, { readonly kind: 'run' | 'copy' | 'add' }>,
  shell: readonly string[],
  builder: 'classic' | 'buildkit',
): string {
  switch (instruction.kind) {
    case 'arg':
      return `ARG ${instruction.variables.map(({ name, value }) => (value === null ? name : `${name}=${value}`)).join(' ')}`
    case 'env':
      return `ENV ${instruction.pairs.map(({ key, value }) => `${key}=${value}`).join(' ')}`
    case 'label':
      return `LABEL ${instruction.pairs.map(({ key, value }) => `${key}=${value}`).join(' ')}`
    case 'maintainer':
      return `MAINTAINER ${instruction.name}`
    case 'cmd':
      return `CMD ${quotedList(commandWords(instruction.command, shell))}`
    case 'entrypoint':
      return `ENTRYPOINT ${quotedList(commandWords(instruction.command, shell))}`
    case 'workdir':
      return `WORKDIR ${instruction.path}`
    case 'user':
      return `USER ${instruction.user}`
    case 'expose':
      return builder === 'classic'
        ? `EXPOSE ${instruction.ports.join(' ')}`
        : `EXPOSE map[${instruction.ports.map((port) => `${port.includes('/') ? port : `${port}/tcp`}:{}`).join(' ')}]`
    case 'volume':
      return `VOLUME [${instruction.paths.join(' ')}]`
    case 'stopsignal':
      return `STOPSIGNAL ${instruction.signal}`
    case 'healthcheck':
      return `HEALTHCHECK ${healthText(instruction.health)}`
    case 'shell':
      return `SHELL [${instruction.words.join(' ')}]`
    case 'onbuild':
      return `ONBUILD ${instruction.expression}`
    default:
      return assertNever(instruction)
  }
}

function quotedList(words: readonly string[]): string {
  return `[${words.map(quoteGo).join(' ')}]`
}

/** Go's `%q` of the configuration: durations by their text, the number of retries as a character. */
function healthText({ Test, Interval = 0, Timeout = 0, StartPeriod = 0, Retries = 0 }: HealthConfig): string {
  const durations = [Interval, Timeout, StartPeriod].map((value) => quoteGo(formatGoDuration(value)))
  const retries = quoteGo(String.fromCodePoint(Math.min(Retries, 0x10ffff))).slice(1, -1)
  return `&{${quotedList(Test ?? [])} ${durations.join(' ')} '${retries}'}`
}
