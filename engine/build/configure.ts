import { assertNever } from '../assert-never'
import type { ApiSet, ContainerConfig } from '../container/config'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { parsePortSpec } from '../specs/port-spec'
import { parseSignal } from '../specs/signal-name'
import type { Instruction } from './dockerfile/instruction'
import { cleanPath } from './ignore/clean-path'
import { commandWords } from './instruction-text'

/** A stage's configuration, and whether it set its own CMD: an ENTRYPOINT drops an inherited one. */
export interface StageConfig {
  readonly config: ContainerConfig
  readonly hasOwnCmd: boolean
}

/** Most characters of all variables together. */
const ENVIRONMENT_MAX = 262_144

export const DEFAULT_SHELL: readonly string[] = ['/bin/sh', '-c']

export function shellOf(config: ContainerConfig): readonly string[] {
  return config.Shell === undefined || config.Shell.length === 0 ? DEFAULT_SHELL : config.Shell
}

/** The configuration after an instruction whose variables are replaced; RUN, COPY, ADD and ARG leave it alone. */
export function configure(stage: StageConfig, instruction: Instruction): Parsed<StageConfig> {
  const { config } = stage
  const changed = (changes: Partial<ContainerConfig>) => parsed({ ...stage, config: { ...config, ...changes } })
  switch (instruction.kind) {
    case 'env': {
      const environment = withVariables(config.Env ?? [], instruction.pairs)
      const length = environment.reduce((sum, entry) => sum + entry.length, 0)
      return length > ENVIRONMENT_MAX ? malformed('argument list too long') : changed({ Env: environment })
    }
    case 'label':
      return changed({
        Labels: sortedRecord([
          ...Object.entries(config.Labels ?? {}),
          ...instruction.pairs.map(({ key, value }) => [key, value] as const),
        ]),
      })
    case 'cmd': {
      const words = commandWords(instruction.command, shellOf(config))
      return parsed({
        config: { ...config, Cmd: instruction.command.words.length === 0 ? [] : words },
        hasOwnCmd: true,
      })
    }
    case 'entrypoint': {
      const words = commandWords(instruction.command, shellOf(config))
      const isEmpty = instruction.command.words.length === 0
      return changed({ Entrypoint: isEmpty ? null : words, ...(stage.hasOwnCmd ? {} : { Cmd: null }) })
    }
    case 'workdir':
      return changed({ WorkingDir: instruction.path })
    case 'user':
      return changed({ User: instruction.user })
    case 'expose': {
      const ports = portsOf(instruction.ports)
      return ports.ok ? changed({ ExposedPorts: { ...config.ExposedPorts, ...ports.value } }) : ports
    }
    case 'volume':
      return changed({ Volumes: { ...config.Volumes, ...setOf(instruction.paths) } })
    case 'stopsignal':
      if (parseSignal(instruction.signal) === null) return malformed(`Invalid signal: ${instruction.signal}`)
      return changed({ StopSignal: instruction.signal })
    case 'healthcheck':
      return changed({ Healthcheck: instruction.health })
    case 'shell':
      return changed({ Shell: instruction.words })
    case 'onbuild':
      return changed({ OnBuild: [...(config.OnBuild ?? []), instruction.expression] })
    case 'arg':
    case 'maintainer':
    case 'run':
    case 'copy':
    case 'add':
      return parsed(stage)
    default:
      return assertNever(instruction)
  }
}

/** The folder a WORKDIR leads to: relative to the one before. */
export function workingDirectory(before: string, path: string): string {
  const clean = cleanPath(path.startsWith('/') ? path : `${before === '' ? '/' : before}/${path}`)
  return clean === '.' ? '/' : clean
}

function withVariables(
  environment: readonly string[],
  pairs: readonly { readonly key: string; readonly value: string }[],
): readonly string[] {
  let result = environment
  for (const { key, value } of pairs) {
    const index = result.findIndex((entry) => entry.startsWith(`${key}=`))
    result = index === -1 ? [...result, `${key}=${value}`] : result.with(index, `${key}=${value}`)
  }
  return result
}

function setOf(keys: readonly string[]): ApiSet {
  return Object.fromEntries(keys.map((key) => [key, {}]))
}

/** Go prints maps by their keys. */
function sortedRecord(entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Map(entries)].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** Ports of EXPOSE: `80`, `80/udp`, `8000-8010`. */
function portsOf(words: readonly string[]): Parsed<ApiSet> {
  const ports: Record<string, Record<string, never>> = {}
  for (const word of words) {
    const read = parsePortSpec(word, '20.10')
    if (!read.ok) return malformed(read.error)
    for (const { port, protocol } of read.value) ports[`${port}/${protocol}`] = {}
  }
  return parsed(ports)
}
