import { parseArgs } from 'node:util'
import { SHARE_MIN } from '@/course/exercise/rehearsal-faults'
import { type CheckedExample, checkExamples, rehearsed } from '@/grader/rehearsal/check-exercise'
import { invarianceOf, type Share } from '@/grader/rehearsal/invariance'
import { mutationOf } from '@/grader/rehearsal/mutation'
import { exerciseNamed, exerciseSlugs } from '../exercises'
import { readHub } from '../hub'
import { type Outcome, WrongUsage } from '../outcome'
import { seedOf } from '../seed'

/** What running everything an exercise ships with found. */
interface Checked {
  readonly slug: string
  readonly points: number
  readonly reference: CheckedExample
  readonly accepted: readonly CheckedExample[]
  readonly nearMisses: readonly CheckedExample[]
  readonly invariance: Share
  readonly mutation: Share
}

/**
 * `quai exercise check SLUG`: runs the scripts an exercise ships with, grades what they show and compares the scores;
 * then how far disguises leave the accepted ones alone, and mutations of the reference lose goals. `--all` gives a row
 * for each exercise of the course, and below the table what went wrong.
 */
export function exercise(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, draw: { type: 'string' }, all: { type: 'boolean' } },
  })
  const [action, slug, ...more] = positionals
  const all = values.all === true
  if (action !== 'check' || all === (slug !== undefined) || more.length > 0)
    throw new WrongUsage('exercise knows one action: check SLUG, or check --all')
  const checks = (slug === undefined ? exerciseSlugs() : [slug]).map((each) => check(each, seedOf(values.draw)))
  const exitCode = checks.every(isSound) ? 0 : 1
  if (values.json === true)
    return { stdout: checks.map((each) => `${JSON.stringify(each)}\n`).join(''), stderr: '', exitCode }
  return { stdout: all ? table(checks) : checks.flatMap(lines).join(''), stderr: '', exitCode }
}

function check(slug: string, drawSeed: number | null): Checked {
  const on = rehearsed(exerciseNamed(slug), { hub: readHub(undefined) }, drawSeed)
  const points = on.exercise.goals.reduce((sum, goal) => sum + goal.points, 0)
  return { slug, points, ...checkExamples(on), invariance: invarianceOf(on), mutation: mutationOf(on) }
}

function examplesOf({ reference, accepted, nearMisses }: Checked): readonly CheckedExample[] {
  return [reference, ...accepted, ...nearMisses]
}

function isSound(checked: Checked): boolean {
  const shares = [checked.invariance, checked.mutation]
  return examplesOf(checked).every((each) => each.ok) && shares.every((each) => each.score >= SHARE_MIN)
}

function lines(checked: Checked): readonly string[] {
  return [
    ...examplesOf(checked).map(exampleLine),
    shareLine('invariance', checked.invariance),
    shareLine('mutation', checked.mutation),
  ]
}

/** Markdown: a row for each exercise; below it every example, disguise or mutant that went wrong. */
function table(checks: readonly Checked[]): string {
  const rows = checks.map(({ slug, points, accepted, nearMisses, invariance, mutation }) =>
    row([slug, points, accepted.length + 1, nearMisses.length, percent(invariance), percent(mutation)]),
  )
  const wrong = checks.flatMap((checked) => {
    const failures = [
      ...examplesOf(checked).flatMap((each) => (each.ok ? [] : [exampleLine(each).trim()])),
      ...checked.invariance.failures,
      ...checked.mutation.failures,
    ]
    return failures.map((failure) => `- ${checked.slug}: ${failure}\n`)
  })
  const head =
    row(['exercise', 'points', 'routes', 'near-misses', 'invariance', 'mutation']) + row(Array(6).fill('---'))
  return head + rows.join('') + (wrong.length === 0 ? '' : `\n${wrong.join('')}`)
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function percent({ score, kept, trials }: Share): string {
  return `${(score * 100).toFixed(1)} % (${kept} of ${trials})`
}

function exampleLine({ name, ok, score, expected, surprising }: CheckedExample): string {
  const why = ok ? '' : ` (${surprising.join(', ')})`
  return `${ok ? 'ok' : 'WRONG'}  ${name}: ${score}, expected ${expected}${why}\n`
}

function shareLine(name: string, share: Share): string {
  const head = `${share.score >= SHARE_MIN ? 'ok' : 'WRONG'}  ${name}: ${percent(share)}\n`
  return head + share.failures.map((failure) => `       ${failure}\n`).join('')
}
