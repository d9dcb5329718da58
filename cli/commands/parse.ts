import { parseArgs } from 'node:util'
import { readTranscript } from '@/grader/read/read-transcript'
import { readInput } from '../input'
import { type Outcome, printed, WrongUsage } from '../outcome'
import { printDocuments } from './documents'

function documentOf(text: string) {
  const { steps, diagnostics } = readTranscript(text)
  return {
    steps: steps.map(({ line, endLine, prompt, context, command, output }) => ({
      line,
      endLine,
      prompt,
      context,
      command,
      output,
    })),
    diagnostics,
  }
}

function asText(file: string, document: ReturnType<typeof documentOf>): string {
  const steps = document.steps.map(
    (step) => `${file}:${step.line}: ${step.context}: ${step.command.replaceAll('\n', '\\n')}\n`,
  )
  const diagnostics = document.diagnostics.map(
    (diagnostic) => `${file}:${diagnostic.line}: ${diagnostic.code}: ${diagnostic.message}\n`,
  )
  return [...steps, ...diagnostics].join('')
}

/** `quai parse FILE…`: the commands of a pasted terminal with what each printed. */
export function parse(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  if (positionals.length === 0) throw new WrongUsage('parse takes one or more FILE')
  const documents = positionals.map((file) => ({ file, document: documentOf(readInput(file)) }))
  if (values.json === true) return printDocuments(documents)
  return printed(documents.map(({ file, document }) => asText(file, document)).join(''))
}
