import type { StepState } from '@/grader/explain/state-around'
import type { Explanation, Verdict } from '@/grader/verdict'
import type { GradingJob, GradingOutcome } from '@/server/jobs/grading-job'

/** Stands for the worker threads: a transcript says in plain words how its grading ends. */
export const graded: GradingJob[] = []

export const FIXED_EXPLANATION: Explanation = {
  goals: [{ goal: 'all', why: { id: 'explain.never', params: {} }, chapter: null }],
  repairs: [],
  misconception: null,
}

const EMPTY_MACHINE = { containers: [], images: [], volumes: [], networks: ['bridge'], unlisted: 0 }

export const FIXED_STATE: StepState = { before: EMPTY_MACHINE, after: { ...EMPTY_MACHINE, volumes: ['data'] } }

export function gradingPool() {
  return {
    size: 1,
    run: async (job: GradingJob): Promise<GradingOutcome> => {
      if (job.kind === 'explain') {
        return { kind: 'explanation', explanation: FIXED_EXPLANATION }
      }
      if (job.kind === 'state') {
        return { kind: 'state', state: job.line === 1 ? FIXED_STATE : null }
      }
      if (job.kind === 'rehearse') {
        return { kind: 'closed' }
      }
      graded.push(job)
      const [first = ''] = job.submission.transcripts
      if (first.startsWith('takes for ever')) {
        return { kind: 'timeout' }
      }
      if (first.startsWith('breaks the grader')) {
        return { kind: 'crashed', trace: 'Error: broken on purpose' }
      }
      const isConceded = (job.submission.conceded ?? []).some(({ terminal, line }) => terminal === 0 && line === 1)
      const answers = Object.entries(job.submission.answers ?? {})
      const verdict = {
        ...fixedVerdict(worthOf(first, isConceded)),
        answers: answers.map(([question, answer]) => ({ question, right: answer === 'b' })),
      }
      if (first.includes('Exited (143)') && !isConceded) {
        return { kind: 'verdict', verdict: { ...verdict, steps: verdict.steps.map(doubted) } }
      }
      const [created] = /^[0-9a-f]{64}$/m.exec(first) ?? []
      return { kind: 'verdict', verdict: created === undefined ? verdict : { ...verdict, steps: [creation(created)] } }
    },
  }
}

/** `worth 7, 10 if conceded`: points of 10, and what they come to once the first line is conceded. */
function worthOf(transcript: string, isConceded: boolean): number {
  const [, plain = '0', conceded = plain] = /^worth (\d+)(?:, (\d+) if conceded)?/.exec(transcript) ?? []
  return Number(isConceded ? conceded : plain)
}

/** A verdict of `score` points of 10 with one step. */
export function fixedVerdict(score: number): Verdict {
  return {
    exercise: 'fixed-exercise',
    drawSeed: null,
    score,
    max: 10,
    goals: [
      {
        id: 'all',
        points: score,
        max: 10,
        met: score === 10,
        message: { id: 'goal.met', params: {} },
        line: 1,
        terminal: 0,
      },
    ],
    answers: [],
    steps: [
      {
        terminal: 0,
        line: 1,
        endLine: 2,
        prompt: '$ ',
        context: 'host',
        command: 'docker ps',
        output: 'nul \u0000 stays',
        verdict: 'consistent',
        findings: [],
        changes: [],
      },
    ],
    diagnostics: [],
    inconsistent: 0,
    unexplained: 0,
    versions: { engine: 'e1', grader: 'g1', exercise: '1' },
  }
}

/** A step that creates a container and prints its id. */
function creation(id: string): Verdict['steps'][number] {
  return {
    terminal: 0,
    line: 1,
    endLine: 2,
    prompt: '$ ',
    context: 'host',
    command: 'docker run -d nginx',
    output: id,
    verdict: 'consistent',
    findings: [],
    changes: [],
  }
}

function doubted(step: Verdict['steps'][number]): Verdict['steps'][number] {
  return { ...step, verdict: 'inconsistent' }
}
