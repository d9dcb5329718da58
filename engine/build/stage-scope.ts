import { malformed, type Parsed, parsed } from '../specs/parsed'
import type { Instruction, InstructionOf } from './dockerfile/instruction'
import { expandWord, type Variables } from './dockerfile/shell-word'

/** Variables of a build while its instructions are carried out. */
export interface StageScope {
  /** ARGs declared in this stage; null for one without a value. */
  readonly args: Readonly<Record<string, string | null>>
  readonly escapeSign: string
}

/** Build arguments a Dockerfile need not declare; they are left out of the history. */
const PROXY_ARGS = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY']
const PREDEFINED: readonly string[] = [...PROXY_ARGS, ...PROXY_ARGS.map((name) => name.toLowerCase())]

export function isPredefined(name: string): boolean {
  return PREDEFINED.includes(name)
}

/** Values every BuildKit build offers to an ARG of that name. */
export const PLATFORM_ARGS: Variables = {
  BUILDPLATFORM: 'linux/amd64',
  BUILDOS: 'linux',
  BUILDARCH: 'amd64',
  BUILDVARIANT: '',
  TARGETPLATFORM: 'linux/amd64',
  TARGETOS: 'linux',
  TARGETARCH: 'amd64',
  TARGETVARIANT: '',
}

/** Values by name of `NAME=value` entries; later ones win. */
export function variablesOf(environment: readonly string[]): Variables {
  const variables: Record<string, string> = {}
  for (const entry of environment) {
    const [name = ''] = entry.split('=', 1)
    variables[name] = entry.slice(name.length + 1)
  }
  return variables
}

/** What `$NAME` means in a stage: the arguments declared, and over them the environment. */
export function visibleVariables(scope: StageScope, environment: readonly string[]): Variables {
  const args: Record<string, string> = {}
  for (const [name, value] of Object.entries(scope.args)) if (value !== null) args[name] = value
  return { ...args, ...variablesOf(environment) }
}

/** Arguments with a value that the environment does not hide, as RUN gets them: `NAME=value`, by name. */
export function effectiveArgs(
  scope: StageScope,
  environment: readonly string[],
  buildArgs: Variables,
): readonly string[] {
  const hidden = variablesOf(environment)
  const proxies = Object.entries(buildArgs).filter(([name]) => isPredefined(name))
  return [...Object.entries(scope.args), ...proxies]
    .flatMap(([name, value]) => (value === null || Object.hasOwn(hidden, name) ? [] : [`${name}=${value}`]))
    .toSorted()
}

/** The stage's arguments after an ARG: `--build-arg` first, then the default, then an ARG before the first FROM. */
export function declareArgs(
  scope: StageScope,
  instruction: InstructionOf<'arg'>,
  buildArgs: Variables,
  globalArgs: Variables,
): StageScope {
  const args: Record<string, string | null> = { ...scope.args }
  for (const { name, value } of instruction.variables) {
    if (Object.hasOwn(buildArgs, name)) args[name] = buildArgs[name] ?? ''
    else if (value !== null) args[name] = value
    else args[name] = Object.hasOwn(globalArgs, name) ? (globalArgs[name] ?? '') : null
  }
  return { ...scope, args }
}

class ExpansionFault extends Error {}

/** An instruction with the variables in its words replaced; RUN, CMD, ENTRYPOINT and others keep theirs for the shell. */
export function expandInstruction(
  instruction: Instruction,
  variables: Variables,
  escapeSign: string,
): Parsed<Instruction> {
  const expand = (word: string) => {
    const found = expandWord(word, variables, { escapeSign })
    if (!found.ok) throw new ExpansionFault(found.error)
    return found.value
  }
  try {
    return parsed(
      expandWith(
        instruction,
        (word) => expand(word).text,
        (word) => expand(word).words,
      ),
    )
  } catch (fault) {
    if (fault instanceof ExpansionFault) return malformed(fault.message)
    throw fault
  }
}

function expandWith(
  instruction: Instruction,
  text: (word: string) => string,
  words: (word: string) => readonly string[],
): Instruction {
  switch (instruction.kind) {
    case 'env':
    case 'label':
      return {
        ...instruction,
        pairs: instruction.pairs.map(({ key, value }) => ({ key: text(key), value: text(value) })),
      }
    case 'arg':
      return {
        ...instruction,
        variables: instruction.variables.map(({ name, value }) => ({
          name: text(name),
          value: value === null ? null : text(value),
        })),
      }
    case 'copy':
    case 'add':
      return {
        ...instruction,
        sources: instruction.sources.map(text),
        destination: text(instruction.destination),
        chown: text(instruction.chown),
        chmod: text(instruction.chmod),
        inline: instruction.inline.map((file) => (file.expand ? { ...file, text: text(file.text) } : file)),
      }
    case 'workdir':
      return { ...instruction, path: text(instruction.path) }
    case 'user':
      return { ...instruction, user: text(instruction.user) }
    case 'expose':
      return { ...instruction, ports: instruction.ports.flatMap((port) => words(port)) }
    case 'volume':
      return { ...instruction, paths: instruction.paths.map(text) }
    case 'stopsignal':
      return { ...instruction, signal: text(instruction.signal) }
    default:
      return instruction
  }
}
