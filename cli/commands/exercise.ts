import { parseArgs } from 'node:util'
import { SHARE_MIN } from '@/course/exercise/rehearsal-faults'
import { type CheckedExample, checkExamples, rehearsed } from '@/grader/rehearsal/check-exercise'
import { invarianceOf, type Share } from '@/grader/rehearsal/invariance'
import { mutationOf } from '@/grader/rehearsal/mutation'
import { exerciseNamed } from '../exercises'
import { readHub } from '../hub'
import { type Outcome, WrongUsage } from '../outcome'
import { seedOf } from '../seed'

/**
 * `quai exercise check SLUG`: runs the scripts an exercise ships with, grades what they show and compares the scores;
 * then how far disguises leave the accepted ones alone, and mutations of the reference lose goals.
 */
export function exercise(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, draw: { type: 'string' } },
  })
  const [action, slug, ...more] = positionals
  if (action !== 'check' || slug === undefined || more.length > 0)
    throw new WrongUsage('exercise knows one action: check SLUG')
  const on = rehearsed(exerciseNamed(slug), { hub: readHub(undefined) }, seedOf(values.draw))
  const examples = checkExamples(on)
  const shares = { invariance: invarianceOf(on), mutation: mutationOf(on) }
  const document = { slug, ...examples, ...shares }
  const results = [examples.reference, ...examples.accepted, ...examples.nearMisses]
  const isSound = results.every((result) => result.ok) && Object.values(shares).every((each) => each.score >= SHARE_MIN)
  const exitCode = isSound ? 0 : 1
  if (values.json === true) return { stdout: `${JSON.stringify(document)}\n`, stderr: '', exitCode }
  const lines = [...results.map(exampleLine), ...Object.entries(shares).map(([name, each]) => shareLine(name, each))]
  return { stdout: lines.join(''), stderr: '', exitCode }
}

function exampleLine({ name, ok, score, expected, surprising }: CheckedExample): string {
  const why = ok ? '' : ` (${surprising.join(', ')})`
  return `${ok ? 'ok' : 'WRONG'}  ${name}: ${score}, expected ${expected}${why}\n`
}

function shareLine(name: string, { score, kept, trials, failures }: Share): string {
  const head = `${score >= SHARE_MIN ? 'ok' : 'WRONG'}  ${name}: ${(score * 100).toFixed(1)} % (${kept} of ${trials})\n`
  return head + failures.map((failure) => `       ${failure}\n`).join('')
}
