import type { Outcome, Program, System } from '@/engine/kernel/program'

export type RunnerMemory = {
  readonly argv: readonly string[]
  readonly child: number | null
  readonly input: string
  readonly queue: readonly (readonly string[])[]
  readonly until: number | null
  readonly status: number
}

export function begin(argv: readonly string[]): RunnerMemory {
  return { argv, child: null, input: '', queue: [], until: null, status: 0 }
}

export function refuse(system: System, name: string, command: string, error: string, joint = ': '): Outcome {
  const isMissing = error === 'not-found'
  const text =
    system.process.flavour === 'busybox'
      ? `${name}: can't execute '${command}': ${isMissing ? 'No such file or directory' : 'Permission denied'}`
      : `${name}${joint}'${command}': ${isMissing ? 'No such file or directory' : 'Permission denied'}`
  system.write(2, `${text}\n`)
  return { kind: 'exit', status: isMissing ? 127 : 126 }
}

export function become(
  system: System,
  name: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Outcome {
  const [command = ''] = argv
  const found = system.lookUp(command, environment.PATH)
  return found.ok ? { kind: 'exec', argv, environment } : refuse(system, name, command, found.error)
}

/** env: shows the environment, or runs a command in a changed one. */
export const env: Program = {
  name: 'env',
  begin,
  step(memory: RunnerMemory, system: System): Outcome {
    let environment: Readonly<Record<string, string>> = system.process.environment
    let index = 1
    for (; index < memory.argv.length; index += 1) {
      const word = memory.argv[index] ?? ''
      const at = word.indexOf('=')
      if (word === '-i' || word === '-') environment = {}
      else if (word === '-u') {
        index += 1
        environment = Object.fromEntries(Object.entries(environment).filter(([name]) => name !== memory.argv[index]))
      } else if (at > 0) environment = { ...environment, [word.slice(0, at)]: word.slice(at + 1) }
      else break
    }
    const argv = memory.argv.slice(index)
    if (argv.length > 0) return become(system, 'env', argv, environment)
    system.write(
      1,
      Object.entries(environment)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    return { kind: 'exit', status: 0 }
  },
}

export function waitForChild(memory: RunnerMemory, system: System, child: number): Outcome | number {
  const ended = system.waitChild(child)
  if (ended === null) return { kind: 'wait', memory, wait: { on: 'child', pid: child } }
  return ended === 'none' ? 127 : ended.status.code
}
