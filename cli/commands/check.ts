import { parseArgs } from 'node:util'
import { checkTranscripts } from '@/grader/check'
import type { CheckResult } from '@/grader/verdict'
import { exerciseNamed } from '../exercises'
import { readHub } from '../hub'
import { readInput } from '../input'
import { type Outcome, printed, WrongUsage } from '../outcome'
import { languageNamed, spokenCheck } from '../spoken'
import { printDocuments } from './documents'

function asText(file: string, result: CheckResult): string {
  const steps = result.steps.map(
    (step) =>
      `${file}:${step.line}: ${step.verdict}: ${step.command.replaceAll('\n', '\\n')}\n${step.findings.map((finding) => `  line ${finding.line}: ${finding.code}: expected ${finding.expected}, observed ${finding.observed}\n`).join('')}`,
  )
  return `${steps.join('')}${file}: ${result.inconsistent} inconsistent, ${result.unexplained} unexplained\n`
}

/** `quai check FILE…`: every step with its verdict, without an exercise. */
export function check(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      start: { type: 'string' },
      lang: { type: 'string' },
      catalogue: { type: 'string' },
    },
  })
  if (positionals.length === 0) throw new WrongUsage('check takes one or more FILE')
  const start = values.start === undefined ? null : exerciseNamed(values.start).start
  const hub = readHub(values.catalogue)
  const language = languageNamed(values.lang)
  const documents = positionals.map((file) => ({ file, document: checkTranscripts([readInput(file)], { hub }, start) }))
  if (values.json === true)
    return printDocuments(documents.map(({ file, document }) => ({ file, document: spokenCheck(language, document) })))
  return printed(documents.map(({ file, document }) => asText(file, document)).join(''))
}
