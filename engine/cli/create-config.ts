import type { ApiSet, ContainerConfig, HealthConfig } from '../container/config'
import { parseDuration } from '../specs/duration'
import { parseVariableFile, resolveEnvironment } from '../specs/environment'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { parseVolumeOption } from '../specs/volume-option'
import { flagIsGiven, flagIsOn, flagNumber, flagText, flagTexts, type ParsedCommand } from './command-line'
import { readPublishedPorts } from './create-ports'
import type { ClientSurroundings } from './create-request'

/** The `Config` part of a create request. */
export function readContainerConfig(command: ParsedCommand, surroundings: ClientSurroundings): Parsed<ContainerConfig> {
  const [image = '', ...cmd] = command.args
  const mac = flagText(command, 'mac-address') ?? ''
  if (mac !== '' && !isMacAddress(mac)) return malformed(`${mac} is not a valid mac address`)
  const ports = readPublishedPorts(command)
  if (!ports.ok) return ports
  const environment = readEnvironment(command, surroundings)
  if (!environment.ok) return environment
  const labels = readLabels(command, surroundings)
  if (!labels.ok) return labels
  const health = readHealth(command)
  if (!health.ok) return health
  const streams = readStreams(command)
  const stopSignal = flagIsGiven(command, 'stop-signal') ? flagText(command, 'stop-signal') : null
  const stopTimeout = flagNumber(command, 'stop-timeout')
  return parsed({
    Hostname: flagText(command, 'hostname') ?? '',
    Domainname: flagText(command, 'domainname') ?? '',
    User: flagText(command, 'user') ?? '',
    ...streams,
    ...(ports.value.exposed.length === 0 ? {} : { ExposedPorts: setOf(ports.value.exposed) }),
    Tty: flagIsOn(command, 'tty'),
    OpenStdin: flagIsOn(command, 'interactive'),
    StdinOnce: flagIsOn(command, 'interactive') && streams.AttachStdin,
    Env: environment.value.length === 0 ? null : environment.value,
    Cmd: cmd.length === 0 ? null : cmd,
    ...(health.value === null ? {} : { Healthcheck: health.value }),
    Image: image,
    Volumes: anonymousVolumes(command),
    WorkingDir: flagText(command, 'workdir') ?? '',
    Entrypoint: readEntrypoint(command),
    ...(mac === '' ? {} : { MacAddress: mac }),
    OnBuild: null,
    Labels: labels.value,
    ...(stopSignal === null ? {} : { StopSignal: stopSignal }),
    ...(stopTimeout === null ? {} : { StopTimeout: stopTimeout }),
  })
}

/** Attached are the streams of `-a`, else the outputs; `-i` attaches the input; `-d` attaches nothing. */
function readStreams(command: ParsedCommand): { AttachStdin: boolean; AttachStdout: boolean; AttachStderr: boolean } {
  const attached = flagTexts(command, 'attach').map((name) => name.toLowerCase())
  const isDetached = command.name === 'run' && flagIsOn(command, 'detach')
  const isAttached = (name: string) => !isDetached && attached.includes(name)
  const byDefault = attached.length === 0 && !isDetached
  return {
    AttachStdin: isAttached('stdin') || (flagIsOn(command, 'interactive') && !isDetached),
    AttachStdout: byDefault || isAttached('stdout'),
    AttachStderr: byDefault || isAttached('stderr'),
  }
}

/** `--entrypoint ''` asks for none, which the API writes as one empty word. */
function readEntrypoint(command: ParsedCommand): readonly string[] | null {
  const entrypoint = flagText(command, 'entrypoint')
  return entrypoint === null ? null : [entrypoint]
}

function readEnvironment(command: ParsedCommand, { lookUp, readFile }: ClientSurroundings): Parsed<readonly string[]> {
  const files = readVariableFiles(command, 'env-file', readFile, lookUp)
  if (!files.ok) return files
  return parsed([...files.value, ...flagTexts(command, 'env').map((value) => resolveEnvironment(value, lookUp))])
}

function readLabels(
  command: ParsedCommand,
  { readFile }: ClientSurroundings,
): Parsed<Readonly<Record<string, string>>> {
  const files = readVariableFiles(command, 'label-file', readFile, null)
  if (!files.ok) return files
  const labels = [...files.value, ...flagTexts(command, 'label')].map((label): [string, string] => {
    const [key = ''] = label.split('=', 1)
    return [key, label.slice(key.length + 1)]
  })
  return parsed(Object.fromEntries(labels))
}

function readVariableFiles(
  command: ParsedCommand,
  flag: string,
  readFile: ClientSurroundings['readFile'],
  lookUp: ClientSurroundings['lookUp'] | null,
): Parsed<readonly string[]> {
  const variables: string[] = []
  for (const name of flagTexts(command, flag)) {
    const content = readFile(name)
    if (content === null) return malformed(`open ${name}: no such file or directory`)
    const file = parseVariableFile(name, content, lookUp, command.client)
    if (!file.ok) return file
    variables.push(...file.value)
  }
  return parsed(variables)
}

function readHealth(command: ParsedCommand): Parsed<HealthConfig | null> {
  const line = flagText(command, 'health-cmd') ?? ''
  const interval = nanoseconds(command, 'health-interval')
  const timeout = nanoseconds(command, 'health-timeout')
  const startPeriod = nanoseconds(command, 'health-start-period')
  const startInterval = nanoseconds(command, 'health-start-interval')
  const retries = flagNumber(command, 'health-retries') ?? 0
  const numbers = { interval, timeout, retries, 'start-period': startPeriod, 'start-interval': startInterval }
  const isAsked = line !== '' || Object.values(numbers).some((value) => value !== 0)
  if (flagIsOn(command, 'no-healthcheck')) {
    return isAsked ? malformed('--no-healthcheck conflicts with --health-* options') : parsed({ Test: ['NONE'] })
  }
  if (!isAsked) return parsed(null)
  const negative = Object.entries(numbers).find(([, value]) => value < 0)
  if (negative !== undefined) return malformed(`--health-${negative[0]} cannot be negative`)
  return parsed({
    ...(line === '' ? {} : { Test: ['CMD-SHELL', line] }),
    ...(interval === 0 ? {} : { Interval: interval }),
    ...(timeout === 0 ? {} : { Timeout: timeout }),
    ...(startPeriod === 0 ? {} : { StartPeriod: startPeriod }),
    ...(startInterval === 0 ? {} : { StartInterval: startInterval }),
    ...(retries === 0 ? {} : { Retries: retries }),
  })
}

function nanoseconds(command: ParsedCommand, flag: string): number {
  const duration = parseDuration(flagText(command, flag) ?? '0')
  return duration.ok ? duration.value : 0
}

function anonymousVolumes(command: ParsedCommand): ApiSet {
  const specs = flagTexts(command, 'volume').filter((spec) => {
    const volume = parseVolumeOption(spec)
    return volume.ok && volume.value.source === null
  })
  return setOf(specs)
}

function setOf(keys: readonly string[]): ApiSet {
  return Object.fromEntries(keys.toSorted().map((key) => [key, {}]))
}

/** As Go's `net.ParseMAC` reads 48 bits. */
function isMacAddress(text: string): boolean {
  return /^(?:[0-9a-fA-F]{2}([:-]))(?:[0-9a-fA-F]{2}\1){4}[0-9a-fA-F]{2}$|^(?:[0-9a-fA-F]{4}\.){2}[0-9a-fA-F]{4}$/.test(
    text,
  )
}
