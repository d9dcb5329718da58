import { parseArgs } from 'node:util'
import { gradeSubmission } from '@/grader/grade'
import type { Verdict } from '@/grader/verdict'
import { exerciseNamed } from '../exercises'
import { readHub } from '../hub'
import { readInput } from '../input'
import { BadInput, type Outcome, printed, printedJson, WrongUsage } from '../outcome'

/** `--with NAME=PATH`: files handed in beside the transcripts. */
function filesOf(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new WrongUsage(`--with takes NAME=PATH, not ${pair}`)
      return [pair.slice(0, at), readInput(pair.slice(at + 1))]
    }),
  )
}

function seedOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,9}$/.test(text)) throw new WrongUsage('--draw must be a whole number')
  return Number(text)
}

function asText(verdict: Verdict): string {
  const goals = verdict.goals.map(
    (goal) =>
      `  ${goal.met ? 'met' : 'not met'}  ${goal.points}/${goal.max}  ${goal.id}${goal.line === null ? '' : `  (line ${goal.line})`}\n`,
  )
  return `${verdict.exercise}: ${verdict.score}/${verdict.max}\n${goals.join('')}${verdict.inconsistent} inconsistent, ${verdict.unexplained} unexplained\n`
}

/** `quai grade EXERCISE FILE…`: the verdict of a submission. */
export function grade(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      with: { type: 'string', multiple: true },
      answers: { type: 'string' },
      draw: { type: 'string' },
      lang: { type: 'string' },
      explain: { type: 'boolean' },
      catalogue: { type: 'string' },
    },
  })
  const [slug, ...files] = positionals
  if (slug === undefined || files.length === 0) throw new WrongUsage('grade takes EXERCISE and one or more FILE')
  if (values.lang !== undefined && values.lang !== 'fr' && values.lang !== 'en')
    throw new WrongUsage('--lang must be fr or en')
  if (values.answers !== undefined) throw new BadInput(`${values.answers}:1: this exercise asks no questions`)
  const submission = {
    transcripts: files.map(readInput),
    files: filesOf(values.with ?? []),
    drawSeed: seedOf(values.draw),
  }
  const verdict = gradeSubmission(exerciseNamed(slug), submission, { hub: readHub(values.catalogue) })
  return values.json === true ? printedJson(verdict) : printed(asText(verdict))
}
