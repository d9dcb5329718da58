import { expect, it } from 'vitest'
import { z } from 'zod'
import { formatInspected } from '@/engine/format/go-template'
import { containerType } from '@/engine/format/inspect/container-type'
import { readGolden, reportScore, scoreCases } from './golden-pack'

it('[TPL1] inspect-templates', (context) => {
  const outcome = z.object({ exit: z.number(), stdout: z.string().default(''), stderr: z.string().default('') })
  const row = z.object({
    format: z.string(),
    both: outcome.optional(),
    v20: outcome.optional(),
    v28: outcome.optional(),
  })
  const table = readGolden(
    'inspect-templates',
    z.object({ container: z.array(z.json()), cases: z.array(row) }),
    context,
  )
  const documents = table.container
  const clients = ['20.10', '28'] as const
  const examples = table.cases.flatMap((example) => clients.map((client) => ({ ...example, client })))
  const score = scoreCases(examples, ({ format, both, v20, v28, client }) => {
    const expected = both ?? (client === '20.10' ? v20 : v28)
    const found = formatInspected(
      format,
      documents.map((document) => ({ document, type: containerType(client) })),
      client,
    )
    return {
      name: `${client} ${format}`,
      // The program that answered for the engine escaped `é` in its JSON; the client passes such bytes on.
      expected: [expected?.exit, expected?.stdout.replaceAll('\\u00e9', 'é'), expected?.stderr],
      actual: [found.exitCode, found.stdout, found.stderr],
    }
  })
  expect(reportScore('inspect-templates', score)).toBeGreaterThanOrEqual(0.95)
})
