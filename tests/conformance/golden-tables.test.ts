import { expect, it } from 'vitest'
import { z } from 'zod'
import type { ClientVersion } from '@/engine/cli/client-version'
import { flagIsOn, flagText, type ParsedCommand } from '@/engine/cli/command-line'
import { parseCommandLine } from '@/engine/cli/parse-command-line'
import {
  formatCommandColumn,
  formatContainerSize,
  formatImageColumn,
  formatLabels,
  formatMountsColumn,
  formatNamesColumn,
  shortId,
} from '@/engine/format/container-columns'
import type { Formatted } from '@/engine/format/go-template'
import { formatHumanDuration } from '@/engine/format/human-duration'
import { formatHumanSize } from '@/engine/format/human-size'
import { formatList, type ListRow } from '@/engine/format/list-formatter'
import { containerList, IMAGE_DIGEST_COLUMNS, IMAGE_LIST } from '@/engine/format/list-layouts'
import { formatPorts } from '@/engine/format/port-listing'
import { readGolden, reportScore, scoreCases } from './golden-pack'

const outcome = z.object({ exit: z.number(), stdout: z.string().default(''), stderr: z.string().default('') })
const example = z.object({
  set: z.string(),
  line: z.string(),
  both: outcome.optional(),
  v20: outcome.optional(),
  v28: outcome.optional(),
})
const port = z.object({
  IP: z.string().optional(),
  PrivatePort: z.number(),
  PublicPort: z.number().optional(),
  Type: z.string(),
})
const container = z.object({
  Id: z.string(),
  Names: z.array(z.string()),
  Image: z.string(),
  ImageID: z.string(),
  Command: z.string(),
  _age: z.number(),
  Ports: z.array(port),
  Labels: z.record(z.string(), z.string()),
  State: z.string(),
  Status: z.string(),
  NetworkSettings: z.object({ Networks: z.record(z.string(), z.unknown()) }),
  Mounts: z.array(z.object({ Name: z.string().default(''), Source: z.string().default('') })),
  SizeRw: z.number().default(0),
  SizeRootFs: z.number().default(0),
})
const image = z.object({
  Id: z.string(),
  RepoTags: z.array(z.string()).nullable(),
  RepoDigests: z.array(z.string()).nullable(),
  _age: z.number(),
  Size: z.number(),
})

/** The table's program fixed the creation time where the line shows it. */
const FIXED_DATE = '2021-04-11 13:06:15 +0000 UTC'

it('[FMT3] [FMT14] table-ps', (context) => {
  const sets = z.array(z.object({ name: z.string(), rows: z.array(container) }))
  const table = readGolden('table-ps', z.object({ sets, cases: z.array(example) }), context)
  const share = scoreTable('table-ps', table.cases, (command, set) => {
    const rows = table.sets.find(({ name }) => name === set)?.rows ?? []
    const layout = containerList(command.client)
    const columns = flagIsOn(command, 'size') ? [...layout.columns, 'Size'] : layout.columns
    const noTrunc = flagIsOn(command, 'no-trunc')
    return formatList({
      layout,
      columns,
      rows: rows.map((row) => containerRow(row, noTrunc, command)),
      format: flagText(command, 'format') ?? '',
      quiet: flagIsOn(command, 'quiet'),
      client: command.client,
      probe: Object.fromEntries(Object.keys(layout.headers).map((field) => [field, ''])),
    })
  })
  expect(share).toBeGreaterThanOrEqual(0.95)
})

it('[FMT3] [FMT14] table-images', (context) => {
  const sets = z.array(z.object({ name: z.string(), rows: z.array(image) }))
  const table = readGolden('table-images', z.object({ sets, cases: z.array(example) }), context)
  const share = scoreTable('table-images', table.cases, (command, set) => {
    const rows = table.sets.find(({ name }) => name === set)?.rows ?? []
    const noTrunc = flagIsOn(command, 'no-trunc')
    return formatList({
      layout: IMAGE_LIST,
      columns: flagIsOn(command, 'digests') ? IMAGE_DIGEST_COLUMNS : IMAGE_LIST.columns,
      rows: rows.flatMap((row) => imageRows(row, noTrunc)),
      format: flagText(command, 'format') ?? '',
      quiet: flagIsOn(command, 'quiet'),
      client: command.client,
    })
  })
  expect(share).toBeGreaterThanOrEqual(0.95)
})

function scoreTable(
  name: string,
  examples: readonly z.infer<typeof example>[],
  print: (command: ParsedCommand, set: string) => Formatted,
): number {
  const clients: readonly ClientVersion[] = ['20.10', '28']
  const runs = examples.flatMap((one) => clients.map((client) => ({ ...one, client })))
  const score = scoreCases(runs, ({ set, line, both, v20, v28, client }) => {
    const expected = both ?? (client === '20.10' ? v20 : v28)
    const command = parseCommandLine(splitLine(line).slice(1), { client, builder: 'classic' })
    if (command.kind === 'help' || command.kind === 'version') throw new Error(`${line} asks for no list`)
    const found: Formatted = command.kind === 'failure' ? command : print(command, set)
    return {
      name: `${client} ${set} ${line}`,
      expected: [expected?.exit, expected?.stdout, expected?.stderr],
      actual: [found.exitCode, found.stdout, found.stderr],
    }
  })
  return reportScore(name, score)
}

function containerRow(row: z.infer<typeof container>, noTrunc: boolean, command: ParsedCommand): ListRow {
  const ports = row.Ports.map(({ IP, PrivatePort, PublicPort, Type }) => ({
    ip: IP ?? null,
    privatePort: PrivatePort,
    publicPort: PublicPort ?? null,
    type: Type,
  }))
  const showsDate = /json|raw|CreatedAt/.test(flagText(command, 'format') ?? '')
  const mounts = row.Mounts.map(({ Name, Source }) => Name || Source)
  return {
    ID: noTrunc ? row.Id : shortId(row.Id),
    Names: formatNamesColumn(row.Names, noTrunc),
    Image: formatImageColumn(row.Image, row.ImageID, noTrunc, command.client),
    Command: formatCommandColumn(row.Command, noTrunc),
    CreatedAt: FIXED_DATE,
    RunningFor: showsDate ? '5 years ago' : `${formatHumanDuration(row._age * 1000 + 300)} ago`,
    Ports: formatPorts(ports, command.client),
    State: row.State,
    Status: row.Status,
    Size: formatContainerSize(row.SizeRw, row.SizeRootFs),
    Labels: formatLabels(row.Labels),
    Label: row.Labels,
    LocalVolumes: String(row.Mounts.filter(({ Name }) => Name !== '').length),
    Mounts: formatMountsColumn(mounts, noTrunc),
    Networks: Object.keys(row.NetworkSettings.Networks).join(','),
    Platform: null,
  }
}

function imageRows(row: z.infer<typeof image>, noTrunc: boolean): readonly ListRow[] {
  const digests = (row.RepoDigests ?? []).filter((digest) => digest !== '<none>@<none>')
  const tags = (row.RepoTags ?? []).filter((tag) => tag !== '<none>:<none>')
  const shared = {
    ID: noTrunc ? row.Id : shortId(row.Id),
    CreatedSince: `${formatHumanDuration(row._age * 1000 + 300)} ago`,
    Size: formatHumanSize(row.Size),
    VirtualSize: formatHumanSize(row.Size, 4),
    SharedSize: 'N/A',
    Containers: 'N/A',
  }
  const digestOf = (repository: string) =>
    digests.find((digest) => digest.startsWith(`${repository}@`))?.split('@')[1] ?? '<none>'
  if (tags.length === 0) {
    const repository = digests[0]?.split('@')[0] ?? '<none>'
    return [{ ...shared, Repository: repository, Tag: '<none>', Digest: digestOf(repository) }]
  }
  return tags.map((tag) => {
    const repository = tag.slice(0, tag.lastIndexOf(':'))
    return { ...shared, Repository: repository, Tag: tag.slice(tag.lastIndexOf(':') + 1), Digest: digestOf(repository) }
  })
}

/** Splits a line of the table: words, and double quotes with backslash escapes of `"`. */
function splitLine(line: string): readonly string[] {
  const words = line.match(/(?:"(?:[^"\\]|\\.)*"|[^\s"])+/g) ?? []
  return words.map((word) => word.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replaceAll('\\"', '"')))
}
