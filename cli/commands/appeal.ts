import { parseArgs } from 'node:util'
import { judgeCase } from '../appeal-case'
import { readHub } from '../hub'
import { readInput } from '../input'
import { type Outcome, WrongUsage } from '../outcome'

/** `quai appeal CASE.json…`: does the engine of today believe what a student's Docker printed? Exits with 1 where not. */
export function appeal(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { catalogue: { type: 'string' } },
  })
  if (positionals.length === 0) throw new WrongUsage('appeal takes one or more CASE.json')
  const hub = readHub(values.catalogue)
  const judged = positionals.map((file) => {
    const { step, isDisputed } = judgeCase(file, readInput(file), { hub })
    const findings = step.findings.map(
      (finding) =>
        `  line ${finding.line}: ${finding.code}: expected ${finding.expected}, observed ${finding.observed}\n`,
    )
    const said = `${file}:${step.line}: ${step.verdict}: ${step.command.replaceAll('\n', '\\n')}\n${findings.join('')}`
    return { said, isDisputed }
  })
  const isDisputed = judged.some((one) => one.isDisputed)
  return { stdout: judged.map(({ said }) => said).join(''), stderr: '', exitCode: isDisputed ? 1 : 0 }
}
