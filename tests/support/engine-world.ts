import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadCatalogueHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { createState, type StateOptions } from '@/engine/create-state'
import { deepFreeze } from '@/engine/deep-freeze'
import { docker } from '@/engine/docker'
import type { Io } from '@/engine/io'
import type { Outcome, Program, System } from '@/engine/kernel/program'
import { runMachine } from '@/engine/kernel/scheduler'
import { machineOf } from '@/engine/machine'
import { PROFILE_20 } from '@/engine/profile'
import type { EngineState } from '@/engine/state'
import { ALL_MODELS } from '@/shell/packs/all-models'

const root = path.join(import.meta.dirname, '../..')
const recorded = (name: string) => readFileSync(path.join(root, 'tests/conformance/recordings', name), 'utf8')

export const recordedHub = loadCatalogueHub(
  nodeFiles(path.join(root, 'content')),
  recorded('catalogue.json'),
  recorded('hub.json'),
)

const FOREVER: Outcome = { kind: 'wait', memory: null, wait: { on: 'signal' } }

/** Short ids of the catalogue's images: they are facts and stay in outputs. */
const HUB_IDS = new Set(
  Object.values(recordedHub.repositories).flatMap(({ tags }) => tags.map(({ image }) => image.id.slice(7, 19))),
)

/** A program that runs until one of these signals, then ends with 0. */
function server(name: string, ...signals: readonly ('QUIT' | 'TERM' | 'WINCH')[]): Program {
  const dispositions = Object.fromEntries(signals.map((signal) => [signal, 'handle' as const]))
  return {
    name,
    dispositions,
    begin: () => null,
    step: (_memory, system) => (system.takeSignal() === null ? FOREVER : { kind: 'exit', status: 0 }),
  }
}

/** Just enough of a shell: runs a script's last words, or `-c 'echo TEXT'`, `-c 'exit N'`, `-c 'touch PATH'`. */
function stepShell(system: System): Outcome {
  const { argv, environment } = system.process
  const line = argv[1] === '-c' ? (argv[2] ?? '') : null
  if (line === null && argv.length > 2) return { kind: 'exec', argv: argv.slice(2), environment }
  if (line === null) return system.isTerminal(0) ? FOREVER : { kind: 'exit', status: 0 }
  const [word, rest = ''] = line.split(/ (.*)/s)
  if (word === 'echo') system.write(1, `${rest}\n`)
  if (word === 'touch') system.files.write(rest, { kind: 'text', text: 'made' })
  return { kind: 'exit', status: word === 'exit' ? Number(rest) : 0 }
}

const PROGRAMS: Readonly<Record<string, Program>> = {
  nginx: server('nginx', 'QUIT', 'TERM'),
  httpd: server('httpd', 'WINCH'),
  'redis-server': server('redis-server', 'TERM'),
  sleep: server('sleep'),
  true: { name: 'true', begin: () => null, step: () => ({ kind: 'exit', status: 0 }) },
  false: { name: 'false', begin: () => null, step: () => ({ kind: 'exit', status: 1 }) },
}

const shell = (name: string): Program => ({ name, begin: () => null, step: (_memory, system) => stepShell(system) })

const io: Io = {
  hub: recordedHub,
  command: ALL_MODELS.command,
  program: (name) => PROGRAMS[name] ?? (['sh', 'ash', 'dash', 'bash'].includes(name) ? shell(name) : null),
}

export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

/** A machine for engine tests: programs as small as can be, every state frozen. `#1`, `#2`… stand for ids as they appear. */
export class EngineWorld {
  state: EngineState
  readonly #ids: string[] = []

  constructor(options: StateOptions = {}, images: readonly string[] = []) {
    this.state = createState({ profile: PROFILE_20, clock: Date.UTC(2026, 10, 23, 16, 0, 0), ...options })
    for (const image of images) this.run(`pull -q ${image}`)
  }

  /** Runs `docker LINE`, words parted by blanks except inside single quotes, then lets half a second pass. */
  run(line: string): Ran {
    return this.runWords((line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/s, '$1')))
  }

  /** As {@link run}, with the words already parted. */
  runWords(argv: readonly string[]): Ran {
    const result = docker(this.state, argv, io)
    this.state = deepFreeze(result.state)
    this.wait(500)
    return { stdout: this.#named(result.stdout), stderr: this.#named(result.stderr), exitCode: result.exitCode }
  }

  wait(ms: number): void {
    this.state = deepFreeze(runMachine(this.state, machineOf(io), { until: this.state.clock + ms }))
  }

  #named(text: string): string {
    return text.replace(/\b[0-9a-f]{64}\b|\b[0-9a-f]{12}\b/g, (id) => {
      const short = id.slice(0, 12)
      if (HUB_IDS.has(short)) return id
      if (!this.#ids.includes(short)) this.#ids.push(short)
      return `#${this.#ids.indexOf(short) + 1}`
    })
  }
}
