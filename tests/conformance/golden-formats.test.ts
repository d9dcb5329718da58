import { expect, it } from 'vitest'
import { z } from 'zod'
import {
  formatCommandColumn,
  formatContainerSize,
  formatImageColumn,
  formatLabels,
  formatMountsColumn,
  formatNamesColumn,
} from '@/engine/format/container-columns'
import { containerStateWord, formatContainerStatus } from '@/engine/format/container-status'
import { formatHumanDuration } from '@/engine/format/human-duration'
import { formatBinarySize, formatHumanSize } from '@/engine/format/human-size'
import { formatImageTree } from '@/engine/format/image-tree-table'
import { formatPorts } from '@/engine/format/port-listing'
import { readGolden, reportScore, scoreCases } from './golden-pack'

const cases = <T extends z.ZodType>(row: T) => z.object({ cases: z.array(row) })

it('[FMT1] human-duration', (context) => {
  const table = readGolden('human-duration', cases(z.object({ seconds: z.number(), text: z.string() })), context)
  const score = scoreCases(table.cases, ({ seconds, text }) => ({
    name: `${seconds} s`,
    expected: text,
    actual: `${formatHumanDuration((seconds + 0.5) * 1000)} ago`,
  }))
  expect(reportScore('human-duration', score)).toBe(1)
})

it('[FMT2] human-size and size-format', (context) => {
  const sizes = readGolden('human-size', cases(z.object({ bytes: z.number(), text: z.string() })), context)
  const score = scoreCases(sizes.cases, ({ bytes, text }) => ({
    name: `${bytes}`,
    expected: text,
    actual: formatHumanSize(bytes),
  }))
  expect(reportScore('human-size', score)).toBe(1)
  const row = z.object({ bytes: z.number(), bytesSize: z.string(), humanSize: z.string(), humanSize3: z.string() })
  const formats = readGolden('size-format', cases(row), context)
  const formatScore = scoreCases(formats.cases, ({ bytes, bytesSize, humanSize, humanSize3 }) => ({
    name: `${bytes}`,
    expected: [bytesSize, humanSize, humanSize3],
    actual: [formatBinarySize(bytes), formatHumanSize(bytes, 4), formatHumanSize(bytes)],
  }))
  expect(reportScore('size-format', formatScore)).toBe(1)
})

it('[FMT7] ps-ports', (context) => {
  const port = z.object({
    IP: z.string().optional(),
    PrivatePort: z.number(),
    PublicPort: z.number().optional(),
    Type: z.string(),
  })
  const row = z.object({
    ports: z.array(port),
    both: z.string().optional(),
    v20: z.string().optional(),
    v28: z.string().optional(),
  })
  const table = readGolden('ps-ports', cases(row), context)
  const score = scoreCases(table.cases, ({ ports, both, v20, v28 }) => {
    const listed = ports.map(({ IP, PrivatePort, PublicPort, Type }) => ({
      ip: IP ?? null,
      privatePort: PrivatePort,
      publicPort: PublicPort ?? null,
      type: Type,
    }))
    return {
      name: JSON.stringify(ports),
      expected: [both ?? v20, both ?? v28],
      actual: [formatPorts(listed, '20.10'), formatPorts(listed, '28')],
    }
  })
  expect(reportScore('ps-ports', score)).toBe(1)
})

it('[FMT9] [FMT10] [FMT12] ps-columns', (context) => {
  const texts = z.object({
    field: z.enum(['Command', 'Image']),
    no_trunc: z.boolean(),
    input: z.string(),
    both: z.string(),
  })
  const rest = z.object({
    field: z.literal('ID/Names/Labels/Mounts/LocalVolumes'),
    no_trunc: z.boolean(),
    input: z.object({ Names: z.array(z.string()), Labels: z.record(z.string(), z.string()), nMounts: z.number() }),
    both: z.record(z.string(), z.string()),
  })
  const table = readGolden('ps-columns', cases(z.union([texts, rest])), context)
  const imageId = 'sha256:7ce4f91ef623b9672ec12302c4a710629cd542617c1ebc616a48d06e2a84656a'
  const score = scoreCases(table.cases, (example) => {
    const { field, no_trunc: noTrunc, input, both } = example
    if (typeof input === 'string' || typeof both === 'string') {
      const text = String(input)
      const actual =
        field === 'Command' ? formatCommandColumn(text, noTrunc) : formatImageColumn(text, imageId, noTrunc, '28')
      return { name: text, expected: both, actual }
    }
    const mounts = both.Mounts === '' || both.Mounts === undefined ? [] : both.Mounts.split(',')
    return {
      name: JSON.stringify(input),
      expected: [both.Names, both.Labels, both.Mounts],
      actual: [formatNamesColumn(input.Names, noTrunc), formatLabels(input.Labels), formatMountsColumn(mounts, true)],
    }
  })
  expect(reportScore('ps-columns', score)).toBe(1)
})

it('[FMT11] ps-size', (context) => {
  const table = readGolden(
    'ps-size',
    cases(z.object({ SizeRw: z.number(), SizeRootFs: z.number(), both: z.string() })),
    context,
  )
  const score = scoreCases(table.cases, ({ SizeRw, SizeRootFs, both }) => ({
    name: `${SizeRw}`,
    expected: both,
    actual: formatContainerSize(SizeRw, SizeRootFs),
  }))
  expect(reportScore('ps-size', score)).toBe(1)
})

it('[FMT8] status-strings', (context) => {
  const state = z.object({
    Running: z.boolean().default(false),
    Paused: z.boolean().default(false),
    Restarting: z.boolean().default(false),
    RemovalInProgress: z.boolean().default(false),
    Dead: z.boolean().default(false),
    ExitCode: z.number().default(0),
    StartedAgo_s: z.number().optional(),
    FinishedAgo_s: z.number().optional(),
    Health: z.string().optional(),
  })
  const row = z.object({ state, state_word: z.string(), status: z.string() })
  const table = readGolden('status-strings', z.object({ upstream: z.array(row), computed: z.array(row) }), context)
  const now = 2_000_000_000_000
  const score = scoreCases([...table.upstream, ...table.computed], ({ state: given, state_word, status }) => {
    const facts = {
      running: given.Running,
      paused: given.Paused,
      restarting: given.Restarting,
      removing: given.RemovalInProgress,
      dead: given.Dead,
      exitCode: given.ExitCode,
      startedAt: given.StartedAgo_s === undefined ? null : now - given.StartedAgo_s * 1000,
      finishedAt: given.FinishedAgo_s === undefined ? null : now - given.FinishedAgo_s * 1000,
      health: given.Health ?? null,
    }
    return {
      name: JSON.stringify(given),
      expected: [state_word, status],
      actual: [containerStateWord(facts), formatContainerStatus(facts, now)],
    }
  })
  expect(reportScore('status-strings', score)).toBe(1)
})

it('[FMT13] images-v29', (context) => {
  const golden = z.object({ golden: z.array(z.object({ name: z.string(), text: z.string() })) })
  const table = readGolden('images-v29', golden, context)
  const images = ['myimage:latest 87428fc52280', ' 0263829989b6', ' a3a5e715f0cc'].map((row) => {
    const [name = '', id = ''] = row.split(' ')
    return { name: name === '' ? null : name, id, diskUsage: 0, contentSize: 0, inUse: false }
  })
  const rows: Readonly<Record<string, typeof images>> = {
    'list-command-filter-dangling.all-flag': images,
    'list-command-filter-dangling.dangling-false': images.slice(0, 1),
    'list-command-filter-dangling.dangling-true': images.slice(1),
    'list-command-success.simple': [],
  }
  const shown = table.golden.filter(({ name }) => rows[name] !== undefined)
  const score = scoreCases(shown, ({ name, text }) => ({
    name,
    expected: text,
    actual: formatImageTree(rows[name] ?? [], null),
  }))
  expect(score.total).toBe(4)
  expect(reportScore('images-v29', score)).toBe(1)
})
