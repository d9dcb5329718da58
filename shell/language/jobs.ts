import { type Signal, signalNumber } from '@/engine/kernel/signal'
import type { Job } from './memory'
import type { Run } from './run'

const descriptions: Readonly<Partial<Record<Signal, string>>> = {
  HUP: 'Hangup',
  INT: 'Interrupt',
  QUIT: 'Quit',
  ILL: 'Illegal instruction',
  TRAP: 'Trace/breakpoint trap',
  ABRT: 'Aborted',
  BUS: 'Bus error',
  FPE: 'Floating point exception',
  KILL: 'Killed',
  USR1: 'User defined signal 1',
  SEGV: 'Segmentation fault',
  USR2: 'User defined signal 2',
  PIPE: 'Broken pipe',
  ALRM: 'Alarm clock',
  TERM: 'Terminated',
}

/** strsignal(3). */
export function describeSignal(signal: Signal): string {
  return descriptions[signal] ?? `Unknown signal ${signalNumber(signal)}`
}

/** One more than the highest number there is. */
export function nextJobNumber(run: Run): number {
  return Math.max(0, ...run.jobs.map((job) => job.number)) + 1
}

/** A foreground command was stopped: it becomes a job, and the shell goes on with status 148. */
export function stopForeground(run: Run, pids: readonly number[], text: string): void {
  const job: Job = { number: nextJobNumber(run), pids, text, status: null, signal: null, stopped: true }
  run.jobs = [...run.jobs, job]
  run.system.setForeground(run.system.process.group)
  run.status = 148
  run.system.write(2, `\n${jobLine(run, job)}`)
}

/** Takes the statuses of background children that ended. */
export function collectJobs(run: Run): void {
  run.jobs = run.jobs.map((job): Job => {
    if (job.status !== null) return job
    let current = job
    for (const pid of job.pids) {
      const ended = run.system.waitChild(pid)
      if (ended !== null && ended !== 'none') {
        const isLast = pid === job.pids.at(-1)
        if (isLast)
          current = {
            ...current,
            status: ended.status.code,
            signal: ended.status.by === 'signal' ? ended.status.signal : null,
          }
      }
    }
    return current
  })
}

/** The `+` of the current job, the `-` of the one before. */
function markOf(jobs: readonly Job[], job: Job): string {
  if (job === jobs.at(-1)) return '+'
  return job === jobs.at(-2) ? '-' : ' '
}

function stateOf(job: Job): string {
  if (job.status === null) return job.stopped ? 'Stopped' : 'Running'
  if (job.signal !== null) return describeSignal(job.signal)
  return job.status === 0 ? 'Done' : `Exit ${job.status}`
}

/** One line of `jobs`, as bash or ash print it. */
export function jobLine(run: Run, job: Job): string {
  const mark = markOf(run.jobs, job)
  const background = job.status === null && !job.stopped ? ' &' : ''
  if (run.dialect === 'bash') return `[${job.number}]${mark}  ${stateOf(job).padEnd(24)}${job.text}${background}\n`
  const state = job.status !== null && job.status !== 0 && job.signal === null ? `Done(${job.status})` : stateOf(job)
  return run.dialect === 'ash'
    ? `[${job.number}]${mark}  ${state.padEnd(27)}${job.text}${background}\n`
    : `[${job.number}] ${mark} ${state.padEnd(27)}${job.text}\n`
}

/** Before a prompt: tells of the jobs that ended and forgets them. */
export function notifyJobs(run: Run): void {
  if (run.jobs.length === 0) return
  collectJobs(run)
  const ended = run.jobs.filter((job) => job.status !== null)
  for (const job of ended) run.system.write(2, jobLine(run, job))
  run.jobs = run.jobs.filter((job) => job.status === null)
}
