import { parseSignal, type Signal, signalNumber, signals } from '@/engine/kernel/signal'
import { collectJobs, jobLine } from '../language/jobs'
import { environmentOf, type Run } from '../language/run'
import { type Builtin, type BuiltinResult, done, failed } from './builtin'
import { shellPrefix } from './prefix'

const specials = new Set(['EXIT', 'ERR', 'DEBUG', 'RETURN'])

function trapName(word: string, dialect: Run['dialect']): string | null {
  if (word === '0' || word === 'EXIT') return 'EXIT'
  if (specials.has(word)) return dialect === 'bash' ? word : null
  return parseSignal(word)
}

/** With a trap of EXIT bash handles the signals that would end it, so that the trap runs first. */
function watchSignals(run: Run, action: string | null): void {
  for (const signal of endingSignals)
    if (run.traps[signal] === undefined && run.system.process.dispositions[signal] !== 'ignore')
      run.system.setDisposition(signal, action === null || action === '' ? 'default' : 'handle')
}

const endingSignals: readonly Signal[] = ['HUP', 'TERM', 'USR1', 'USR2', 'ALRM', 'QUIT']

function setTrap(run: Run, name: string, action: string | null): void {
  const { [name]: _, ...others } = run.traps
  run.traps = action === null ? others : { ...others, [name]: action }
  const signal = specials.has(name) ? null : parseSignal(name)
  if (name === 'EXIT' && run.dialect === 'bash' && !run.options.interactive) watchSignals(run, action)
  if (signal !== null)
    run.system.setDisposition(signal, action === null ? 'default' : action === '' ? 'ignore' : 'handle')
}

/** `trap [action] [signals]`. */
export const trap: Builtin = (run, args) => {
  const words = args[0] === '--' ? args.slice(1) : args
  if (words.length === 0 || words[0] === '-p') {
    const lines = Object.entries(run.traps).map(
      ([name, action]) =>
        `trap -- '${action.replaceAll("'", "'\\''")}' ${specials.has(name) || run.dialect !== 'bash' ? name : `SIG${name}`}\n`,
    )
    return { status: 0, output: lines.join('') }
  }
  if (words[0] === '-l') return listSignals(run)
  const [first = '', ...rest] = words
  const isReset = first === '-' || (rest.length === 0 && trapName(first, run.dialect) !== null)
  const names = isReset && first !== '-' ? words : rest
  let error = ''
  for (const word of names) {
    const name = trapName(word, run.dialect)
    if (name === null)
      error +=
        run.dialect === 'dash'
          ? `trap: ${word}: bad trap\n`
          : `${shellPrefix(run, 'trap')}${word}: invalid signal specification\n`
    else setTrap(run, name, isReset ? null : first)
  }
  return error === '' ? done : { status: 1, error }
}

function listSignals(run: Run): BuiltinResult {
  if (run.dialect !== 'bash') return { status: 0, output: `${signals.join('\n')}\n` }
  const cells = signals.map((signal) => `${String(signalNumber(signal)).padStart(2)}) SIG${signal}`)
  const lines = Array.from({ length: Math.ceil(cells.length / 5) }, (_, row) =>
    cells.slice(row * 5, row * 5 + 5).join('\t'),
  )
  return { status: 0, output: `${lines.join('\n')}\n` }
}

/** A PID, or the processes of %1. */
function targets(run: Run, word: string): readonly number[] | null {
  if (/^-?\d+$/.test(word)) return [Number(word)]
  if (!word.startsWith('%')) return null
  const job = jobOf(run, word)
  return job === undefined ? null : [-(job.pids[0] ?? 0)]
}

function jobOf(run: Run, word: string | undefined) {
  if (word === undefined || word === '%%' || word === '%+' || word === '%') return run.jobs.at(-1)
  return run.jobs.find((job) => `%${job.number}` === word || String(job.number) === word)
}

function killOne(run: Run, word: string, signal: Signal | 0): string {
  const pids = targets(run, word)
  if (pids === null)
    return word.startsWith('%')
      ? `${shellPrefix(run, 'kill')}${word}: no such job\n`
      : run.dialect === 'bash'
        ? `${shellPrefix(run, 'kill')}${word}: arguments must be process or job IDs\n`
        : `${shellPrefix(run, run.dialect === 'dash' ? 'kill' : '')}${run.dialect === 'dash' ? `Illegal number: ${word}` : `kill: invalid number '${word}'`}\n`
  return pids
    .map((pid) => {
      const result = run.system.kill(pid, signal)
      if (result === 'ok' && word.startsWith('%')) run.system.kill(pid, 'CONT')
      if (result === 'ok') return ''
      const reason = result === 'no-such-process' ? 'No such process' : 'Operation not permitted'
      if (run.dialect === 'bash') return `${shellPrefix(run, 'kill')}(${pid}) - ${reason}\n`
      return run.dialect === 'dash'
        ? `${shellPrefix(run, 'kill')}${reason}\n\n`
        : `${shellPrefix(run, '')}can't kill pid ${pid}: ${reason}\n`
    })
    .join('')
}

/** `kill [-s SIGNAL | -SIGNAL | -N] pid…`. */
export const kill: Builtin = (run, args) => {
  let signal: Signal | 0 = 'TERM'
  let rest = args
  const [first = '', second] = args
  if (first === '-l' || first === '-L') {
    if (second === undefined) return listSignals(run)
    const number = Number(second) > 128 ? Number(second) - 128 : second
    const named = parseSignal(String(number))
    return named === null
      ? failed(`${shellPrefix(run, 'kill')}${second}: invalid signal specification`)
      : { status: 0, output: `${/^\d+$/.test(second) ? named : signalNumber(named)}\n` }
  }
  const word =
    first === '-s' || first === '-n' ? second : /^-./.test(first) && first !== '--' ? first.slice(1) : undefined
  if (word !== undefined) {
    const parsed = word === '0' ? 0 : parseSignal(word)
    if (parsed === null)
      return failed(
        run.dialect === 'bash'
          ? `${shellPrefix(run, 'kill')}${word}: invalid signal specification`
          : run.dialect === 'dash'
            ? `${shellPrefix(run, 'kill')}Illegal option ${first.slice(0, 2)}`
            : `${shellPrefix(run, '')}kill: bad signal name '${word}'`,
        run.dialect === 'dash' ? 2 : 1,
      )
    signal = parsed
    rest = args.slice(first === '-s' || first === '-n' ? 2 : 1)
  }
  if (rest[0] === '--') rest = rest.slice(1)
  if (rest.length === 0)
    return failed(
      run.dialect === 'bash'
        ? 'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]'
        : run.dialect === 'dash'
          ? `${shellPrefix(run, 'kill')}Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]`
          : 'kill: you need to specify whom to kill',
      2,
    )
  const errors = rest.map((each) => killOne(run, each, signal))
  return {
    status: errors.every((error) => error !== '') || (errors.at(-1) !== '' && run.dialect !== 'bash') ? 1 : 0,
    error: errors.join(''),
  }
}

/** `wait`: for all background children, or those named. */
export const wait: Builtin = (run, args) => {
  collectJobs(run)
  const pids =
    args.length > 0
      ? args.map((word) => (word.startsWith('%') ? (jobOf(run, word)?.pids.at(-1) ?? 0) : Number(word)))
      : run.jobs.flatMap((job) => (job.status === null ? [job.pids.at(-1) ?? 0] : []))
  if (args.length === 0) run.jobs = run.jobs.filter((job) => job.status === null)
  if (pids.length > 0) run.frames.push({ frame: 'wait-jobs', pids })
  return { status: args.length > 0 ? run.status : 0 }
}

export const jobs: Builtin = (run, args) => {
  collectJobs(run)
  const output = run.jobs.map((job) => (args.includes('-p') ? `${job.pids[0]}\n` : jobLine(run, job))).join('')
  run.jobs = run.jobs.filter((job) => job.status === null)
  return { status: 0, output }
}

/** `fg`: the job becomes the foreground command. */
export const foreground: Builtin = (run, args) => {
  collectJobs(run)
  const job = jobOf(run, args[0])
  if (job === undefined) return failed(`${shellPrefix(run, 'fg')}${args[0] ?? 'current'}: no such job`)
  const group = job.pids[0] ?? run.system.process.group
  run.jobs = run.jobs.filter((each) => each !== job)
  run.system.setForeground(group)
  run.system.write(1, `${job.text}\n`)
  if (job.stopped) run.system.kill(-group, 'CONT')
  run.frames.push({ frame: 'wait', pids: job.pids, statuses: {}, signals: {}, jobControl: true, text: job.text })
  return { status: 0 }
}

/** `bg`: a stopped job goes on in the background. */
export const background: Builtin = (run, args) => {
  collectJobs(run)
  const job =
    args[0] === undefined ? (run.jobs.findLast((each) => each.stopped) ?? run.jobs.at(-1)) : jobOf(run, args[0])
  if (job === undefined) return failed(`${shellPrefix(run, 'bg')}${args[0] ?? 'current'}: no such job`)
  if (!job.stopped) return { status: 0, error: `${shellPrefix(run, 'bg')}job ${job.number} already in background\n` }
  const started = { ...job, stopped: false }
  run.jobs = run.jobs.map((each) => (each === job ? started : each))
  run.system.kill(-(job.pids[0] ?? 0), 'CONT')
  const mark = jobLine(run, started).slice(0, `[${job.number}]+`.length)
  return { status: 0, output: `${mark} ${job.text} &\n` }
}

/** `exec`: the shell becomes another program; without one only its redirections stay. */
export const exec: Builtin = (run, args) => {
  const [name] = args
  if (name === undefined) return done
  const found = run.system.lookUp(name, environmentOf(run).PATH ?? '')
  if (found.ok) return { outcome: { kind: 'exec', argv: args, environment: environmentOf(run) } }
  const status = found.error === 'not-found' ? 127 : 126
  if (!run.options.interactive) run.exiting = status
  const reason =
    found.error === 'not-found' ? (name.includes('/') ? 'No such file or directory' : 'not found') : 'Permission denied'
  if (run.dialect === 'bash')
    return failed(
      name.includes('/')
        ? `${shellPrefix(run, '')}${name}: ${reason}`
        : `${shellPrefix(run, 'exec')}${name}: ${reason}`,
      status,
    )
  return failed(`${shellPrefix(run, 'exec')}${name}: not found`, status)
}
