import { expect, it } from 'vitest'
import { z } from 'zod'
import { type DockerfileLine, parseDockerfile } from '@/engine/build/dockerfile/parse-dockerfile'
import { readBuildFile } from '@/engine/build/dockerfile/read-build-file'
import { expandWord, type Variables } from '@/engine/build/dockerfile/shell-word'
import { matchIgnorePatterns, readIgnorePatterns } from '@/engine/build/ignore/ignore-patterns'
import { readIgnoreFile } from '@/engine/build/ignore/read-ignore-file'
import { readGolden, reportScore, scoreCases } from './golden-pack'

const cases = <T extends z.ZodType>(row: T) => z.object({ cases: z.array(row) })

const heredoc = z.object({ name: z.string(), chomp: z.boolean(), expand: z.boolean(), content: z.string() })
const node = z.object({
  value: z.string(),
  args: z.array(z.string()).default([]),
  flags: z.array(z.string()).default([]),
  attributes: z.object({ json: z.boolean() }).optional(),
  original: z.string(),
  start: z.number(),
  end: z.number(),
  heredocs: z.array(heredoc).default([]),
})
const stage = z.object({
  from: z.string(),
  name: z.string().default(''),
  platform: z.string().default(''),
  names: z.array(z.string()).nullable(),
})
const dockerfileRow = z.object({
  dockerfile: z.string(),
  parseError: z.string().optional(),
  instructionError: z.string().optional(),
  escape: z.string().optional(),
  metaArgs: z.number().default(0),
  nodes: z.array(node).default([]),
  stages: z.array(stage).optional(),
  warnings: z.array(z.string()).default([]),
})

it('[BUILD1] [BUILD2] [BUILD3] dockerfile-parse', (context) => {
  const table = readGolden('dockerfile-parse', cases(dockerfileRow), context)
  const score = scoreCases(table.cases, (row) => {
    const name = JSON.stringify(row.dockerfile.slice(0, 100))
    const found = parseDockerfile(row.dockerfile, { heredocs: true })
    if (!found.ok) return { name, expected: row.parseError ?? 'no error', actual: found.error }
    const built = readBuildFile(found.dockerfile, 'today')
    const nodes = row.nodes.map(({ value, args, flags, attributes, original, start, end, heredocs }) => [
      value,
      args,
      flags,
      attributes?.json ?? false,
      original,
      start,
      end,
      heredocs,
    ])
    const lines = found.dockerfile.lines.map((line) => [
      line.name,
      argumentsOf(line),
      line.flags,
      line.json,
      line.original,
      line.start,
      line.end,
      line.heredocs.map(({ name: word, chomp, expand, content }) => ({ name: word, chomp, expand, content })),
    ])
    const stages = built.ok
      ? built.file.stages.map((one) => [one.base, one.name, one.platform, one.instructions.map((each) => each.kind)])
      : built.error
    return {
      name,
      expected: [
        row.escape,
        nodes,
        row.warnings,
        row.instructionError ??
          row.stages?.map((one) => [
            one.from,
            one.name,
            one.platform,
            (one.names ?? []).map((word) => word.toLowerCase()),
          ]),
        row.instructionError === undefined ? row.metaArgs : 0,
      ],
      actual: [
        found.dockerfile.escapeSign,
        lines,
        found.dockerfile.warnings,
        stages,
        built.ok ? built.file.globalArgs.length : 0,
      ],
    }
  })
  expect(reportScore('dockerfile-parse', score)).toBeGreaterThanOrEqual(0.95)
})

/** The table writes ONBUILD's instruction as one argument. */
function argumentsOf(line: DockerfileLine): readonly string[] {
  if (line.trigger === null) return line.args
  return [`(child) ${line.trigger.original}`]
}

it('[BUILD4] shell-word', (context) => {
  const row = z.object({
    env: z.array(z.string()).nullable().optional(),
    word: z.string(),
    result: z.string().optional(),
    error: z.string().optional(),
    words: z.array(z.string()).nullable().optional(),
    wordsError: z.string().optional(),
    unmatched: z.array(z.string()).default([]),
  })
  const table = readGolden('shell-word', cases(row), context)
  const score = scoreCases(table.cases, ({ env, word, result, error, words, wordsError, unmatched }) => {
    const found = expandWord(word, variablesOf(env ?? []), { escapeSign: '\\' })
    return {
      name: JSON.stringify(word),
      expected: error === undefined ? [result, words ?? [], unmatched.toSorted()] : [error, wordsError],
      actual: found.ok
        ? [found.value.text, found.value.words, found.value.unset.toSorted()]
        : [found.error, found.error],
    }
  })
  expect(reportScore('shell-word', score)).toBeGreaterThanOrEqual(0.98)
})

function variablesOf(environment: readonly string[]): Variables {
  return Object.fromEntries(
    environment.map((entry) => {
      const [name = ''] = entry.split('=', 1)
      return [name, entry.slice(name.length + 1)]
    }),
  )
}

it('[BUILD5] dockerignore-match', (context) => {
  const row = z.object({
    path: z.string(),
    patterns: z.array(z.string()),
    excluded: z.boolean().optional(),
    error: z.string().optional(),
  })
  const table = readGolden('dockerignore-match', cases(row), context)
  const score = scoreCases(table.cases, ({ path, patterns, excluded, error }) => {
    const read = readIgnorePatterns(patterns)
    const actual = read.ok ? matchIgnorePatterns(read.value, path) : read.error
    return { name: `${path} ${JSON.stringify(patterns)}`, expected: error ?? excluded, actual }
  })
  expect(reportScore('dockerignore-match', score)).toBeGreaterThanOrEqual(0.98)
})

it('[BUILD5] dockerignore-read', (context) => {
  const row = z.object({ file: z.string(), patterns: z.array(z.string()).nullable() })
  const table = readGolden('dockerignore-read', cases(row), context)
  const score = scoreCases(table.cases, ({ file, patterns }) => ({
    name: JSON.stringify(file),
    expected: patterns ?? [],
    actual: readIgnoreFile(file),
  }))
  expect(reportScore('dockerignore-read', score)).toBe(1)
})
