import type { Outcome, Program, System } from '@/engine/kernel/program'
import { intervalSeconds } from './sleep'

type RunnerMemory = {
  readonly argv: readonly string[]
  readonly child: number | null
  readonly input: string
  readonly queue: readonly (readonly string[])[]
  readonly until: number | null
  readonly status: number
}

function begin(argv: readonly string[]): RunnerMemory {
  return { argv, child: null, input: '', queue: [], until: null, status: 0 }
}

function refuse(system: System, name: string, command: string, error: string, joint = ': '): Outcome {
  const isMissing = error === 'not-found'
  const text =
    system.process.flavour === 'busybox'
      ? `${name}: can't execute '${command}': ${isMissing ? 'No such file or directory' : 'Permission denied'}`
      : `${name}${joint}'${command}': ${isMissing ? 'No such file or directory' : 'Permission denied'}`
  system.write(2, `${text}\n`)
  return { kind: 'exit', status: isMissing ? 127 : 126 }
}

function become(
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

/** Programs that only run another one in their place: nohup, nice, setsid, stdbuf, exec'ing wrappers. */
function wrapper(name: string, skips: number): Program {
  return {
    name,
    begin,
    step(memory: RunnerMemory, system: System): Outcome {
      const rest = memory.argv.slice(1)
      while (rest[0]?.startsWith('-') === true) rest.splice(0, 1)
      const argv = rest.slice(skips)
      if (name === 'nohup') system.setDisposition('HUP', 'ignore')
      return argv.length === 0 ? { kind: 'exit', status: 125 } : become(system, name, argv, system.process.environment)
    },
  }
}

export const nohup = wrapper('nohup', 0)
export const nice = wrapper('nice', 0)
export const setsid = wrapper('setsid', 0)
export const stdbuf = wrapper('stdbuf', 0)

function waitForChild(memory: RunnerMemory, system: System, child: number): Outcome | number {
  const ended = system.waitChild(child)
  if (ended === null) return { kind: 'wait', memory, wait: { on: 'child', pid: child } }
  return ended === 'none' ? 127 : ended.status.code
}

/** sudo: the command as root, without asking for a password. */
export const sudo: Program = {
  name: 'sudo',
  begin,
  step(memory: RunnerMemory, system: System): Outcome {
    if (memory.child === null) {
      const argv = memory.argv.slice(1)
      while (argv[0] !== undefined && /^-[A-Za-z]/.test(argv[0])) argv.splice(0, argv[0] === '-u' ? 2 : 1)
      const isShell = argv.length === 0 || argv[0] === 'su'
      const [command = ''] = argv
      const spawned = system.spawn({
        argv: isShell ? ['bash'] : argv,
        environment: {
          ...system.process.environment,
          USER: 'root',
          LOGNAME: 'root',
          HOME: '/root',
          SUDO_USER: system.process.user,
        },
        descriptors: system.process.descriptors,
        user: 'root',
      })
      if (!spawned.ok) {
        system.write(2, `sudo: ${command}: command not found\n`)
        return { kind: 'exit', status: 1 }
      }
      return { kind: 'wait', memory: { ...memory, child: spawned.pid }, wait: { on: 'child', pid: spawned.pid } }
    }
    const status = waitForChild(memory, system, memory.child)
    return typeof status === 'number' ? { kind: 'exit', status } : status
  },
}

/** timeout: TERM (or -s) after the time, status 124. */
export const timeout: Program = {
  name: 'timeout',
  begin,
  step(memory: RunnerMemory, system: System): Outcome {
    if (memory.child === null) {
      const rest = memory.argv.slice(1)
      while (rest[0]?.startsWith('-') === true) rest.splice(0, rest[0] === '-s' || rest[0] === '-k' ? 2 : 1)
      const [time = '', ...argv] = rest
      const seconds = intervalSeconds(time)
      if (seconds === null) {
        system.write(2, `timeout: invalid time interval '${time}'\n`)
        return { kind: 'exit', status: 125 }
      }
      const spawned = system.spawn({
        argv,
        environment: system.process.environment,
        descriptors: system.process.descriptors,
      })
      if (!spawned.ok) return refuse(system, 'timeout: failed to run command', argv[0] ?? '', spawned.error, ' ')
      const until = system.now() + seconds * 1000
      const pause = system.spawn({
        argv: ['sleep', String(seconds)],
        environment: system.process.environment,
        descriptors: {},
      })
      return {
        kind: 'wait',
        memory: { ...memory, child: spawned.pid, until, queue: pause.ok ? [[String(pause.pid)]] : [] },
        wait: { on: 'child', pid: 'any' },
      }
    }
    const alarm = Number(memory.queue[0]?.[0] ?? 0)
    const ended = system.waitChild(memory.child)
    if (ended !== null) {
      if (alarm > 0) system.kill(alarm, 'KILL')
      return { kind: 'exit', status: ended === 'none' ? 127 : memory.status !== 0 ? memory.status : ended.status.code }
    }
    if (memory.until !== null && system.now() >= memory.until && memory.status === 0) {
      system.waitChild(alarm)
      system.kill(memory.child, 'TERM')
      return { kind: 'wait', memory: { ...memory, status: 124 }, wait: { on: 'child', pid: memory.child } }
    }
    return { kind: 'wait', memory, wait: { on: 'child', pid: 'any' } }
  },
}

function words(text: string): readonly string[] {
  const found = text.match(/'[^']*'|"[^"]*"|\S+/g) ?? []
  return found.map((word) => word.replace(/^(['"])(.*)\1$/, '$2')).slice(0, 5000)
}

function planXargs(argv: readonly string[], input: string): readonly (readonly string[])[] {
  const rest = argv.slice(1)
  let per = 0
  let replaced: string | null = null
  let skipEmpty = false
  while (rest[0]?.startsWith('-') === true) {
    const flag = rest.shift() ?? ''
    if (flag === '-r' || flag === '--no-run-if-empty') skipEmpty = true
    else if (flag.startsWith('-n')) per = Number(flag.slice(2) || rest.shift())
    else if (flag.startsWith('-I')) replaced = flag.slice(2) || (rest.shift() ?? '{}')
    else if (flag === '-P' || flag === '-d' || flag === '-L') rest.shift()
  }
  const command = rest.length === 0 ? ['echo'] : rest
  if (replaced !== null) {
    const mark = replaced
    return input
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [] : [command.map((word) => word.replaceAll(mark, line.trim()))]))
  }
  const all = words(input)
  if (all.length === 0) return skipEmpty ? [] : [command]
  if (!(per > 0)) return [[...command, ...all]]
  return Array.from({ length: Math.ceil(all.length / per) }, (_, index) => [
    ...command,
    ...all.slice(index * per, index * per + per),
  ])
}

/** xargs: commands from words of standard input, one after another. */
export const xargs: Program = {
  name: 'xargs',
  begin,
  step(memory: RunnerMemory, system: System): Outcome {
    let current = memory
    while (current.until === null) {
      const result = system.read(0)
      if (result.kind === 'block') return { kind: 'wait', memory: current, wait: { on: 'read', descriptor: 0 } }
      if (result.kind === 'data') current = { ...current, input: (current.input + result.text).slice(0, 1_000_000) }
      else current = { ...current, until: 0, queue: planXargs(current.argv, current.input), input: '' }
    }
    if (current.child !== null) {
      const status = waitForChild(current, system, current.child)
      if (typeof status !== 'number') return status
      current = { ...current, child: null, status: status === 0 ? current.status : status >= 126 ? status : 123 }
    }
    const [next, ...queue] = current.queue
    if (next === undefined) return { kind: 'exit', status: current.status }
    const spawned = system.spawn({
      argv: next,
      environment: system.process.environment,
      descriptors: { ...system.process.descriptors, 0: { kind: 'null' } },
    })
    if (!spawned.ok) {
      system.write(2, `xargs: ${next[0] ?? ''}: No such file or directory\n`)
      return { kind: 'exit', status: 127 }
    }
    return { kind: 'wait', memory: { ...current, queue, child: spawned.pid }, wait: { on: 'child', pid: spawned.pid } }
  },
}
