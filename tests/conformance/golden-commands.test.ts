import { expect, it } from 'vitest'
import { z } from 'zod'
import type { ClientVersion } from '@/engine/cli/client-version'
import { formatHelp } from '@/engine/cli/help/format-help'
import { parseCommandLine } from '@/engine/cli/parse-command-line'
import { readGolden, reportScore, scoreCases } from './golden-pack'

const outcome = z.object({ exit: z.number(), stdout: z.string().default(''), stderr: z.string().default('') })
const row = z.object({
  line: z.string(),
  both: outcome.optional(),
  v20: outcome.optional(),
  v28: outcome.optional(),
})

it('[CLI5] [CLI6] [CLI7] [CLI8] [CLI11] cli-commands: what the client answers by itself', (context) => {
  const table = readGolden('cli-commands', z.object({ cases: z.array(row) }), context)
  const clients: readonly ClientVersion[] = ['20.10', '28']
  const runs = table.cases.flatMap((one) => clients.map((client) => ({ ...one, client })))
  const score = scoreCases(runs, ({ line, both, v20, v28, client }) => {
    const expected = both ?? (client === '20.10' ? v20 : v28)
    const words = (line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ''))
    const command = parseCommandLine(words.slice(1), { client, builder: 'classic' })
    if (command.kind === 'command' || command.kind === 'version') return null
    // The table leaves out the end of the longest help text.
    if (expected?.stdout.includes('…[cut]')) return null
    const name = `${client} ${line}`
    const wanted = [expected?.exit, expected?.stdout, expected?.stderr]
    if (command.kind === 'failure') return { name, expected: wanted, actual: [command.exitCode, '', command.stderr] }
    const help = formatHelp(command.path, { client, engine: client, columns: 80, home: 'HOME', form: command.form })
    const text = command.before + help + command.after
    const streams = command.stream === 'stdout' ? [text, ''] : ['', text]
    return { name, expected: wanted, actual: [command.exitCode, ...streams] }
  })
  expect(reportScore('cli-commands (client alone)', score)).toBeGreaterThanOrEqual(0.95)
})
