import type { Outcome, Program, System } from '@/engine/kernel/program'
import { become, begin, type RunnerMemory, refuse, waitForChild } from './runners'
import { intervalSeconds } from './sleep'

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
  let separator: string | null = null
  let lines = 0
  while (rest[0]?.startsWith('-') === true) {
    const flag = rest.shift() ?? ''
    if (flag === '-r' || flag === '--no-run-if-empty') skipEmpty = true
    else if (flag.startsWith('-n')) per = Number(flag.slice(2) || rest.shift())
    else if (flag.startsWith('-I')) replaced = flag.slice(2) || (rest.shift() ?? '{}')
    else if (flag.startsWith('-d')) separator = (flag.slice(2) || (rest.shift() ?? '')).replace('\\n', '\n')
    else if (flag === '-0' || flag === '--null') separator = '\u0000'
    else if (flag.startsWith('-L')) lines = Number(flag.slice(2) || rest.shift())
    else if (flag === '-P') rest.shift()
  }
  const command = rest.length === 0 ? ['echo'] : rest
  if (replaced !== null) {
    const mark = replaced
    return input
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [] : [command.map((word) => word.replaceAll(mark, line.trim()))]))
  }
  if (lines > 0)
    return input
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => [...command, ...words(line)])
  const all =
    separator === null ? words(input) : input.replace(separator === '\u0000' ? /\u0000$/ : /(?!)/, '').split(separator)
  if (all.length === 0) return skipEmpty ? [] : [command]
  if (!(per > 0)) return [[...command, ...all]]
  return Array.from({ length: Math.ceil(all.length / per) }, (_, index) => [
    ...command,
    ...all.slice(index * per, index * per + per),
  ])
}

function quoted(word: string): string {
  return word === '' || /[^\w@%+=:,./-]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : word
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
    if (memory.argv.slice(1).some((word) => word === '-t' || word === '--verbose'))
      system.write(2, `${next.map(quoted).join(' ')}\n`)
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
