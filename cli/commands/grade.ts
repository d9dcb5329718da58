import { parseArgs } from 'node:util'
import type { Exercise } from '@/grader/exercise'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import type { Explanation, Verdict } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { readAnswers } from '../answers'
import { exerciseNamed } from '../exercises'
import { readHub } from '../hub'
import { readInput } from '../input'
import { BadInput, type Outcome, printed, printedJson, WrongUsage } from '../outcome'
import { seedOf } from '../seed'
import { languageNamed, say, spokenExplanation, spokenVerdict } from '../spoken'

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

function asText(verdict: Verdict, explanation: Explanation | null, language: Language): string {
  const goals = verdict.goals.map((goal) => {
    const where = goal.line === null ? '' : `  (line ${goal.line})`
    const why = explanation?.goals.find((each) => each.goal === goal.id)
    const reason = why === undefined ? '' : `    ${say(language, why.why)}\n`
    return `  ${goal.met ? 'met' : 'not met'}  ${goal.points}/${goal.max}  ${goal.id}${where}\n${reason}`
  })
  const repairs = (explanation?.repairs ?? []).map(
    (repair) =>
      `  ${say(language, { id: 'explain.repair', params: { line: repair.line } })}\n    - ${repair.before}\n    + ${repair.after}\n`,
  )
  const belief = explanation?.misconception == null ? '' : `  misconception  ${explanation.misconception}\n`
  return `${verdict.exercise}: ${verdict.score}/${verdict.max}\n${goals.join('')}${repairs.join('')}${belief}${verdict.inconsistent} inconsistent, ${verdict.unexplained} unexplained\n`
}

/** Answers to fields that the exercise has; another name is a slip of the file. */
function answersFor(exercise: Exercise, file: string | undefined): Readonly<Record<string, string>> {
  if (file === undefined) return {}
  const answers = readAnswers(file)
  const unknown = Object.keys(answers).find((name) => exercise.questions.every((question) => question.id !== name))
  if (unknown !== undefined) throw new BadInput(`${file}:1: ${unknown}: this exercise asks no such question`)
  return answers
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
  const language = languageNamed(values.lang)
  const exercise = exerciseNamed(slug)
  const submission = {
    transcripts: files.map(readInput),
    files: filesOf(values.with ?? []),
    answers: answersFor(exercise, values.answers),
    drawSeed: seedOf(values.draw),
  }
  const data = { hub: readHub(values.catalogue) }
  const verdict = gradeSubmission(exercise, submission, data)
  const explanation = values.explain === true ? explainVerdict(exercise, submission, verdict, data) : null
  if (values.json !== true) return printed(asText(verdict, explanation, language))
  const added = explanation === null ? {} : spokenExplanation(language, explanation)
  return printedJson({ ...spokenVerdict(language, verdict), ...added })
}
