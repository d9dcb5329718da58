import { expect, it } from 'vitest'
import { z } from 'zod'
import {
  canonicalName,
  canonicalReference,
  familiarName,
  familiarReference,
  withDefaultTag,
} from '@/engine/reference/print-reference'
import { parseAnyReference, parseReference } from '@/engine/reference/reference'
import { parseBindSpec } from '@/engine/specs/bind-spec'
import { FILTER_KEYS } from '@/engine/specs/filter'
import { parsePortSpec } from '@/engine/specs/port-spec'
import { parseSignal, SIGNAL_NUMBERS } from '@/engine/specs/signal-name'
import { parseBinarySize, parseDecimalSize } from '@/engine/specs/size-parse'
import { parseUlimit } from '@/engine/specs/ulimit'
import { readGolden, reportScore, scoreCases } from './golden-pack'

const cases = <T extends z.ZodType>(row: T) => z.object({ cases: z.array(row) })

it('[REF1] [REF2] [REF4] reference-parse', (context) => {
  const row = z.object({
    input: z.string(),
    error: z.string().optional(),
    any: z.string().optional(),
    anyError: z.string().optional(),
    canonical: z.string().optional(),
    domain: z.string().optional(),
    familiar: z.string().optional(),
    familiarName: z.string().optional(),
    name: z.string().optional(),
    path: z.string().optional(),
    tag: z.string().optional(),
    tagNameOnly: z.string().optional(),
  })
  const table = readGolden('reference-parse', cases(row), context)
  // The table was observed with a program that had no digest algorithm compiled in.
  const rules = { client: '28' as const, digestLengths: {} }
  const score = scoreCases(table.cases, ({ input, any, anyError, error, ...expected }) => {
    const either = parseAnyReference(input, rules)
    const anyActual = !either.ok
      ? either.error
      : 'digest' in either
        ? either.digest
        : canonicalReference(either.reference)
    const found = parseReference(input, rules)
    if (!found.ok) return { name: input, expected: [error, any ?? anyError], actual: [found.error, anyActual] }
    const { reference } = found
    const actual = {
      canonical: canonicalReference(reference),
      domain: reference.domain,
      familiar: familiarReference(reference),
      familiarName: familiarName(reference),
      name: canonicalName(reference),
      path: reference.path,
      tag: reference.tag ?? undefined,
      tagNameOnly: familiarReference(withDefaultTag(reference)),
    }
    return {
      name: input,
      expected: [error, any ?? anyError, ...Object.entries(expected).toSorted()],
      actual: [
        undefined,
        anyActual,
        ...Object.entries(actual)
          .filter(([, value]) => value !== undefined)
          .toSorted(),
      ],
    }
  })
  expect(reportScore('reference-parse', score)).toBe(1)
})

it('[SPEC1] size-parse', (context) => {
  const row = z.object({
    input: z.string(),
    error: z.string().optional(),
    ramBytes: z.number().optional(),
    humanError: z.string().optional(),
    humanBytes: z.number().optional(),
  })
  const table = readGolden('size-parse', cases(row), context)
  const score = scoreCases(table.cases, ({ input, error, ramBytes, humanError, humanBytes }) => {
    const ram = parseBinarySize(input, '28')
    const human = parseDecimalSize(input, '28')
    return {
      name: input,
      expected: [error ?? ramBytes, humanError ?? humanBytes],
      actual: [ram.ok ? ram.value : ram.error, human.ok ? human.value : human.error],
    }
  })
  expect(reportScore('size-parse', score)).toBeGreaterThanOrEqual(0.98)
})

it('[SPEC2] port-spec', (context) => {
  const mapping = z.object({ hostIP: z.string(), hostPort: z.string(), port: z.string() })
  const row = z.object({
    input: z.string(),
    error: z.string().optional(),
    mappings: z.array(mapping).optional(),
    count: z.number().optional(),
    first: mapping.optional(),
    last: mapping.optional(),
  })
  const table = readGolden('port-spec', cases(row), context)
  const score = scoreCases(table.cases, ({ input, error, mappings, count, first, last }) => {
    const found = parsePortSpec(input, '28')
    if (!found.ok) return { name: input, expected: error ?? mappings, actual: found.error }
    const actual = found.value.map(({ hostIp, hostPort, port, protocol }) => ({
      hostIP: hostIp,
      hostPort,
      port: `${port}/${protocol}`,
    }))
    if (count === undefined) return { name: input, expected: error ?? mappings, actual }
    return { name: input, expected: [count, first, last], actual: [actual.length, actual[0], actual.at(-1)] }
  })
  expect(reportScore('port-spec', score)).toBeGreaterThanOrEqual(0.98)
})

it('[SPEC3] mount-raw-linux', (context) => {
  const split = z.object({
    bind: z.string(),
    error: z.string().optional(),
    expected: z
      .object({
        Source: z.string().optional(),
        Destination: z.string(),
        Name: z.string().optional(),
        Mode: z.string().default(''),
        Propagation: z.string(),
        RW: z.boolean(),
        Type: z.string(),
        CopyData: z.boolean().default(false),
      })
      .optional(),
  })
  const schema = z.object({
    valid: z.array(z.object({ bind: z.string() })),
    invalid: z.array(z.object({ bind: z.string(), contains: z.string() })),
    split: z.array(split),
  })
  const table = readGolden('mount-raw-linux', schema, context)
  const valid = scoreCases(table.valid, ({ bind }) => ({ name: bind, expected: true, actual: parseBindSpec(bind).ok }))
  const invalid = scoreCases(table.invalid, ({ bind, contains }) => {
    const found = parseBindSpec(bind)
    return {
      name: `${bind} ${found.ok ? '' : found.error}`,
      expected: true,
      actual: !found.ok && found.error.includes(contains),
    }
  })
  const parts = scoreCases(table.split, ({ bind, error, expected }) => {
    const found = parseBindSpec(bind)
    if (!found.ok || expected === undefined)
      return { name: bind, expected: error, actual: found.ok ? found.value : found.error }
    const { kind, source, target, mode, writable, propagation, copyData } = found.value
    return {
      name: bind,
      expected: [
        expected.Type,
        expected.Source ?? expected.Name,
        expected.Destination,
        expected.Mode,
        expected.RW,
        expected.Propagation,
        expected.CopyData,
      ],
      actual: [kind, source, target, mode, writable, propagation, copyData],
    }
  })
  expect(reportScore('mount-raw-linux valid', valid)).toBe(1)
  expect(reportScore('mount-raw-linux invalid', invalid)).toBe(1)
  expect(reportScore('mount-raw-linux split', parts)).toBe(1)
})

it('[SPEC4] ulimit-parse', (context) => {
  const row = z.object({ input: z.string(), error: z.string().optional(), string: z.string().optional() })
  const table = readGolden('ulimit-parse', cases(row), context)
  const score = scoreCases(table.cases, ({ input, error, string }) => {
    const found = parseUlimit(input)
    const actual = found.ok ? `${found.value.name}=${found.value.soft}:${found.value.hard}` : found.error
    return { name: input, expected: error ?? string, actual }
  })
  expect(reportScore('ulimit-parse', score)).toBeGreaterThanOrEqual(0.95)
})

it('[SPEC5] signals', (context) => {
  const schema = z.object({
    map: z.array(z.object({ name: z.string(), number: z.number() })),
    parse: z.array(z.object({ input: z.string(), number: z.number().optional(), error: z.string().optional() })),
  })
  const table = readGolden('signals', schema, context)
  expect(SIGNAL_NUMBERS).toEqual(Object.fromEntries(table.map.map(({ name, number }) => [name, number])))
  const score = scoreCases(table.parse, ({ input, number }) => ({
    name: input,
    expected: number ?? null,
    actual: parseSignal(input),
  }))
  expect(reportScore('signals', score)).toBe(1)
})

it('[SPEC6] filters', (context) => {
  const table = readGolden('filters', cases(z.object({ command: z.string(), keys: z.array(z.string()) })), context)
  expect(FILTER_KEYS).toEqual(Object.fromEntries(table.cases.map(({ command, keys }) => [command, keys])))
})
