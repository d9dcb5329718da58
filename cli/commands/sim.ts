import { parseArgs } from 'node:util'
import { formatHelp } from '@/engine/cli/help/format-help'
import { openTerminal } from '@/shell/open-terminal'
import { readHub } from '../hub'
import { readInput } from '../input'
import { type Outcome, printed, printedJson, WrongUsage } from '../outcome'
import { profileNamed } from '../profile'
import { asTranscript, simulate } from '../simulate'

/** `quai sim SCRIPT`: what a terminal would show. */
export function sim(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      draw: { type: 'string' },
      profile: { type: 'string' },
      cols: { type: 'string' },
      catalogue: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new WrongUsage('sim takes one SCRIPT')
  const columns = Number(values.cols ?? 120)
  const seed = Number(values.draw ?? 1)
  if (!Number.isInteger(columns) || columns < 20 || columns > 1000)
    throw new WrongUsage('--cols must be a number from 20 to 1000')
  if (!Number.isInteger(seed) || seed < 0) throw new WrongUsage('--draw must be a whole number')
  const terminal = openTerminal({
    help: formatHelp,
    hub: readHub(values.catalogue),
    profile: profileNamed(values.profile),
    columns,
    seed,
    editor: true,
  })
  const result = simulate(terminal, readInput(file), file)
  if (values.json === true) return printedJson({ steps: result.steps })
  return printed(asTranscript(result.steps, result.terminal.line.trimEnd()))
}
